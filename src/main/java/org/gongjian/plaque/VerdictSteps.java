package org.gongjian.plaque;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.engine.Call;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an award that carry out what was decided about its recipients. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VerdictSteps {

	/** Ends that give the recipients back to the batch that collects. */
	private static final Set<String> RETURNING = Set.of("step-withdraw", "step-stop-award");

	private static final String REASON = "reason";

	private final Awards awards;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final NoticeTable notices;

	private final Clock clock;

	VerdictSteps(Awards awards, BatchTable batches, PlaqueTable plaques, NoticeTable notices, Clock clock) {
		this.awards = awards;
		this.batches = batches;
		this.plaques = plaques;
		this.notices = notices;
		this.clock = clock;
	}

	/** Recipients the compliance check dropped leave the batch. */
	void applyCompliance(Call call) {
		Award award = this.awards.of(call);
		drop(call, award, award.rows("complianceRows").stream().filter(Award::dropped).toList());
		this.awards.write(call, Map.of("approvedRows", this.awards.asked(award.batch().id(), "approved", "YES")));
	}

	/** Who was approved goes on, the others leave the batch. */
	void applyApproval(Call call) {
		Award award = this.awards.of(call);
		if ("APPROVE_PARTLY".equals(call.text("approvalOutcome"))) {
			drop(call, award,
					award.rows("approvedRows")
						.stream()
						.filter((row) -> "NO".equals(Award.text(row, "approved")))
						.toList());
		}
		this.awards.standing(award.batch().id())
			.forEach((plaque) -> this.plaques.move(plaque.id(), PlaqueState.PROPOSED, PlaqueState.APPROVED, null));
		this.awards.count(call, award.batch().id());
	}

	private void drop(Call call, Award award, List<Map<String, Object>> dropped) {
		List<Map<String, Object>> rows = award.rows(Award.RECIPIENTS);
		for (Map<String, Object> row : dropped) {
			String code = Award.text(row, Award.ORGANISATION);
			this.awards.drop(award.batch().id(), code, Award.text(row, REASON));
			rows.stream().filter((known) -> code.equals(Award.text(known, Award.ORGANISATION))).forEach((known) -> {
				known.put(Award.VERDICT, Award.DROP);
				known.put("note", Award.text(row, REASON));
			});
		}
		this.awards.count(call, award.batch().id());
		this.awards.write(call, Map.of(Award.RECIPIENTS, rows));
	}

	/** Nothing is awarded: everybody left is dropped, the batch is closed. */
	void close(Call call) {
		Award award = this.awards.of(call);
		boolean givenUp = RETURNING.contains(call.element()) || "CANCEL".equals(call.text("batchOutcome"));
		UUID collecting = givenUp ? this.batches.collecting() : null;
		for (Plaque plaque : this.plaques.ofBatch(award.batch().id())) {
			boolean wanted = plaque.state() != PlaqueState.NOT_AWARDED;
			if (plaque.state() != PlaqueState.NOT_AWARDED && plaque.state() != PlaqueState.VOID) {
				this.awards.drop(plaque, givenUp ? "GIVEN_UP" : "REJECTED");
			}
			if (givenUp && wanted) {
				this.batches.wait(collecting, plaque.organisation(), plaque.pairing());
			}
		}
		this.batches.close(award.batch().id());
		this.notices.cancel(call.caseNumber(), this.clock.instant());
	}

}
