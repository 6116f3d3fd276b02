package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.engine.Call;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an award from the hand-over to the ledger. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandoverSteps {

	private static final String HANDOVER = "handover";

	private static final String HANGING = "hanging";

	private static final String VISITS = "visits";

	private static final String HANG_PLACE = "hangPlace";

	private static final String REFUSAL = "refusalReason";

	private final Awards awards;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final PlaqueEndTable ends;

	private final Clock clock;

	HandoverSteps(Awards awards, BatchTable batches, PlaqueTable plaques, PlaqueEndTable ends, Clock clock) {
		this.awards = awards;
		this.batches = batches;
		this.plaques = plaques;
		this.ends = ends;
		this.clock = clock;
	}

	/**
	 * Sorts the recipients that were asked by their answers. Who was absent is asked
	 * again, and nobody else.
	 */
	void record(Call call) {
		Award award = this.awards.of(call);
		var absent = new ArrayList<String>();
		int refused = 0;
		LocalDate appointment = today();
		for (String code : Award.codes(call.text(Awards.ORGANISATIONS))) {
			Map<String, Object> answer = award.answer(HANDOVER, code);
			LocalDate received = Award.date(answer, "receivedOn");
			LocalDate again = Award.date(answer, "appointmentOn");
			if (received != null) {
				plaque(award, code).forEach((plaque) -> this.plaques.handOver(plaque.id(), received));
			}
			else if (answer.get(REFUSAL) != null) {
				refused++;
			}
			else if (!plaque(award, code).isEmpty()) {
				absent.add(code);
				appointment = (again != null && again.isAfter(appointment)) ? again : appointment;
			}
		}
		List<String> received = received(award);
		call.set(Awards.ORGANISATIONS, String.join(",", absent));
		call.set("absentCount", absent.size());
		call.set("refusedCount", refused);
		call.set("receivedCount", received.size());
		call.set("hangOrgs", String.join(",", received));
		call.set("appointmentAt", ProductionSteps.morning(appointment));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	private List<String> received(Award award) {
		return this.awards.standing(award.batch().id())
			.stream()
			.filter((plaque) -> plaque.state() == PlaqueState.HANDED_OVER)
			.map(Plaque::organisation)
			.toList();
	}

	private List<Plaque> plaque(Award award, String code) {
		return this.awards.standing(award.batch().id())
			.stream()
			.filter((plaque) -> plaque.organisation().equals(code))
			.toList();
	}

	/**
	 * The numbers of plaques that were refused are void; when all were, nothing is left.
	 */
	void voidRefused(Call call) {
		Award award = this.awards.of(call);
		for (Plaque plaque : this.awards.standing(award.batch().id())) {
			Object reason = award.answer(HANDOVER, plaque.organisation()).get(REFUSAL);
			if (plaque.state() == PlaqueState.MADE && reason != null) {
				this.awards.drop(plaque, cut("REFUSED: " + reason));
			}
		}
		if (this.awards.standing(award.batch().id()).isEmpty()) {
			this.batches.close(award.batch().id());
		}
	}

	private static String cut(String reason) {
		return (reason.length() > 400) ? reason.substring(0, 400) : reason;
	}

	/** Lists for the visit whose hanging nobody confirmed. */
	void listUnhung(Call call) {
		Award award = this.awards.of(call);
		List<Map<String, Object>> visits = received(award).stream()
			.filter((code) -> award.answer(HANGING, code).get("hungOn") == null)
			.map((code) -> Map.<String, Object>of(Award.ORGANISATION, code))
			.toList();
		this.awards.write(call, Map.of(VISITS, visits));
	}

	/** Plaques that hang are valid; the others stay handed over. The batch is done. */
	void enterLedger(Call call) {
		Award award = this.awards.of(call);
		for (Plaque plaque : this.awards.standing(award.batch().id())) {
			Map<String, Object> hung = hung(award, plaque.organisation());
			LocalDate on = Award.date(hung, "hungOn");
			if (on != null && this.plaques.hang(plaque.id(), on, Award.text(hung, HANG_PLACE))) {
				this.plaques.move(plaque.id(), PlaqueState.HUNG, PlaqueState.VALID, null);
			}
			if ("RENEW".equals(award.batch().awardType())) {
				retireOld(plaque);
			}
		}
		this.batches.close(award.batch().id());
	}

	/** A renewed plaque takes the place of the one before it. */
	private void retireOld(Plaque renewed) {
		this.plaques.heldBy(renewed.organisation())
			.stream()
			.filter((old) -> !old.id().equals(renewed.id()) && old.text().equals(renewed.text())
					&& (old.state().isInForce() || old.state() == PlaqueState.EXPIRED))
			.forEach((old) -> this.ends.replace(old.id(), renewed.number(), PlaqueState.EXPIRED, "RENEWED"));
	}

	private static Map<String, Object> hung(Award award, String code) {
		Map<String, Object> confirmed = award.answer(HANGING, code);
		if (confirmed.get("hungOn") != null) {
			return confirmed;
		}
		var seen = new LinkedHashMap<String, Object>();
		award.rows(VISITS)
			.stream()
			.filter((row) -> code.equals(row.get(Award.ORGANISATION)) && "HUNG".equals(row.get("found")))
			.findFirst()
			.ifPresent((row) -> {
				seen.put("hungOn", award.text("visitedOn"));
				seen.put(HANG_PLACE, row.get(HANG_PLACE));
			});
		return seen;
	}

	/** An organisation that exists no more leaves the batch, wherever it stands. */
	void dropDissolved(Call call) {
		Award award = this.awards.of(call);
		UUID batch = award.batch().id();
		String gone = call.text("dissolvedOrg");
		this.awards.drop(batch, gone, "DISSOLVED");
		List<String> left = new ArrayList<>(Award.codes(call.text(Awards.ORGANISATIONS)));
		left.remove(gone);
		call.set(Awards.ORGANISATIONS, String.join(",", left));
		call.set(Awards.COUNT, this.awards.standing(batch).size());
		call.set("hangOrgs", String.join(",", received(award)));
	}

}
