package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an award that make up its batch. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BatchSteps {

	private final Awards awards;

	private final Cases cases;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final CeremonyTable ceremonies;

	private final PlaqueEligibility eligibility;

	private final Parameters parameters;

	private final Clock clock;

	BatchSteps(Awards awards, Cases cases, BatchTable batches, PlaqueTable plaques, CeremonyTable ceremonies,
			PlaqueEligibility eligibility, Parameters parameters, Clock clock) {
		this.awards = awards;
		this.cases = cases;
		this.batches = batches;
		this.plaques = plaques;
		this.ceremonies = ceremonies;
		this.eligibility = eligibility;
		this.parameters = parameters;
		this.clock = clock;
	}

	/** Opens the batch of the case and puts everybody proposed on its list. */
	void assemble(Call call) {
		String caseNumber = call.caseNumber();
		if (this.batches.ofCase(caseNumber).isEmpty()) {
			this.batches.open(caseNumber, call.text("awardType"));
		}
		Award award = this.awards.of(call);
		this.batches.meet(award.batch().id(), award.id("ceremony"));
		UUID collecting = this.batches.collecting();
		var codes = new ArrayList<String>();
		for (Map<String, Object> row : award.rows(Award.RECIPIENTS)) {
			String code = Award.text(row, Award.ORGANISATION);
			codes.add(code);
			this.batches.waitNoLonger(collecting, code);
			this.awards.propose(award.batch().id(), code, Award.text(row, Award.PAIRING));
		}
		this.cases.addParties(caseNumber, codes);
		this.awards.rename(caseNumber, codes);
		begin(call);
		this.awards.count(call, award.batch().id());
	}

	private void begin(Call call) {
		boolean renewal = "RENEW".equals(call.text("awardType"));
		call.set("publicNotice", this.parameters.flag(renewal ? "plaque.noticeForRenewal" : "plaque.noticeForNew"));
		call.set("scored", renewal);
		call.set("isEvaluative", false);
		call.set("approverRole", "wc-deputy");
		call.set("reworkCount", 0);
	}

	/** Asks for every recipient whether it may get a plaque, and proposes a term. */
	void assess(Call call) {
		Award award = this.awards.of(call);
		List<Map<String, Object>> rows = award.rows(Award.RECIPIENTS);
		rows.forEach((row) -> {
			Eligible eligible = assess(award, row, this.awards.usualText());
			row.put(Award.VERDICT, eligible.not() ? Award.DROP : "KEEP");
		});
		var changes = new LinkedHashMap<String, Object>();
		changes.put(Award.RECIPIENTS, rows);
		changes.put("publicNotice", call.fact("publicNotice"));
		LocalDate from = start(award);
		rows.stream()
			.map((row) -> until(award, row))
			.filter((until) -> until != null && until.isAfter(from))
			.max(LocalDate::compareTo)
			.ifPresent((until) -> {
				LocalDate longest = from.plusMonths(this.parameters.number("plaque.maxMonths")).minusDays(1);
				changes.put("validFrom", from.toString());
				changes.put("validTo", (until.isAfter(longest) ? longest : until).toString());
			});
		this.awards.write(call, changes);
	}

	private LocalDate start(Award award) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		UUID ceremony = award.batch().ceremony();
		return (ceremony == null) ? today
				: this.ceremonies.find(ceremony)
					.map(Ceremony::plannedOn)
					.filter((on) -> on.isAfter(today))
					.orElse(today);
	}

	/**
	 * Until when a plaque may be valid: as long as its pairing, of which a renewal
	 * expects that it goes on; if it does not, its plaques are recalled.
	 */
	private LocalDate until(Award award, Map<String, Object> row) {
		LocalDate until = Award.date(row, "termEnd");
		if (until == null || !"RENEW".equals(award.batch().awardType())) {
			return until;
		}
		return this.plaques.heldBy(Award.text(row, Award.ORGANISATION))
			.stream()
			.filter((plaque) -> plaque.state().isInForce())
			.map(Plaque::validTo)
			.max(LocalDate::compareTo)
			.filter((held) -> !until.isAfter(held))
			.map((held) -> held.plusMonths(this.parameters.number("pairing.termMonths.default")))
			.orElse(until);
	}

	private Eligible assess(Award award, Map<String, Object> row, String text) {
		Eligible eligible = this.eligibility.ask(award.batch().awardType(), Award.text(row, Award.ORGANISATION),
				Award.text(row, Award.PAIRING), text, award.batch());
		row.put("held", eligible.held());
		row.put("result", eligible.result());
		row.put("reason", eligible.reason());
		row.put("termEnd", (eligible.pairedUntil() == null) ? null : eligible.pairedUntil().toString());
		row.values().removeIf(java.util.Objects::isNull);
		return eligible;
	}

	/** Takes over what the officer prepared and finds out who approves it. */
	void take(Call call) {
		Award award = this.awards.of(call);
		UUID batch = award.batch().id();
		this.batches.prepare(batch, award.text("plaqueText"), award.text("issuer"), award.text("basisNo"),
				award.date("validFrom"), award.date("validTo"));
		this.batches.meet(batch, award.id("ceremony"));
		List<Map<String, Object>> rows = award.rows(Award.RECIPIENTS);
		boolean waiver = award.flag("isEvaluative");
		for (Map<String, Object> row : rows) {
			waiver |= list(award, row);
		}
		List<String> listed = rows.stream().map((row) -> Award.text(row, Award.ORGANISATION)).toList();
		this.awards.standing(batch)
			.stream()
			.filter((plaque) -> !listed.contains(plaque.organisation()))
			.forEach((plaque) -> this.awards.drop(plaque, "UNLISTED"));
		describe(award, rows);
		this.awards.rename(call.caseNumber(), listed);
		boolean many = this.awards.standing(batch).size() > this.parameters.number("plaque.committeeAbove");
		call.set("scored", award.flag("isEvaluative") || "RENEW".equals(award.batch().awardType()));
		call.set("approverRole", (waiver || many) ? "wc-secretary" : "wc-deputy");
		this.awards.count(call, batch);
		this.awards.write(call,
				Map.of(Award.RECIPIENTS, rows, "complianceRows", this.awards.asked(batch, Award.VERDICT, "PASS")));
	}

	/**
	 * Puts a recipient on the list, or takes it off.
	 * @return whether it stays although it is eligible only with a waiver
	 */
	private boolean list(Award award, Map<String, Object> row) {
		UUID batch = award.batch().id();
		String code = Award.text(row, Award.ORGANISATION);
		Eligible eligible = assess(award, row, award.text("plaqueText"));
		if (Award.dropped(row) || eligible.not()) {
			row.put(Award.VERDICT, Award.DROP);
			this.awards.drop(batch, code, Award.text(row, "note"));
			return false;
		}
		this.awards.propose(batch, code, Award.text(row, Award.PAIRING));
		return eligible.conditional();
	}

	/**
	 * Writes text and term on every plaque; its term ends with its pairing at the latest.
	 */
	private void describe(Award award, List<Map<String, Object>> rows) {
		LocalDate to = award.date("validTo");
		for (Plaque plaque : this.awards.standing(award.batch().id())) {
			LocalDate until = rows.stream()
				.filter((row) -> plaque.organisation().equals(Award.text(row, Award.ORGANISATION)))
				.map((row) -> until(award, row))
				.filter((end) -> end != null && end.isBefore(to))
				.findFirst()
				.orElse(to);
			this.plaques.describe(plaque.id(), award.text("plaqueText"), award.text("issuer"), award.date("validFrom"),
					until);
		}
	}

}
