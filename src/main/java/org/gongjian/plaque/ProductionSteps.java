package org.gongjian.plaque;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Call;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an award from the numbers to the store. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProductionSteps {

	private static final String PREFIX = "DJGJ";

	private static final int DIGITS = 3;

	private static final String REWORKS = "reworkCount";

	private final Awards awards;

	private final PlaqueTable plaques;

	private final ReplacementSteps replacements;

	private final CeremonyTable ceremonies;

	private final Numbers numbers;

	private final Organisations organisations;

	private final Parameters parameters;

	private final DueDates dueDates;

	private final Clock clock;

	ProductionSteps(Awards awards, PlaqueTable plaques, ReplacementSteps replacements, CeremonyTable ceremonies,
			Numbers numbers, Organisations organisations, Parameters parameters, DueDates dueDates, Clock clock) {
		this.awards = awards;
		this.plaques = plaques;
		this.replacements = replacements;
		this.ceremonies = ceremonies;
		this.numbers = numbers;
		this.organisations = organisations;
		this.parameters = parameters;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** Gives every approved plaque its number and the name its organisation has now. */
	void allocate(Call call) {
		Award award = this.awards.of(call);
		for (Plaque plaque : this.awards.standing(award.batch().id())) {
			if (plaque.state() == PlaqueState.APPROVED) {
				String number = this.numbers.next(PREFIX, DIGITS);
				this.plaques.number(plaque.id(), number, plaque.organisation(),
						this.organisations.get(plaque.organisation()).names());
				this.replacements.retireOld(award, number);
			}
		}
		this.awards.write(call, Map.of("plaqueSheet", sheet(award.batch().id()), REWORKS, 0L));
	}

	private List<Map<String, Object>> sheet(UUID batch) {
		var sheet = new ArrayList<Map<String, Object>>();
		for (Plaque plaque : this.awards.standing(batch)) {
			var row = new LinkedHashMap<String, Object>();
			row.put("number", plaque.number());
			row.put(Award.ORGANISATION, plaque.organisation());
			row.put("nameOnPlaque", plaque.name().zh());
			row.put("validTo", String.valueOf(plaque.validTo()));
			sheet.add(row);
		}
		return sheet;
	}

	/** The award is undone: no number of the batch is ever used. */
	void voidNumbers(Call call) {
		Award award = this.awards.of(call);
		this.awards.standing(award.batch().id())
			.stream()
			.filter((plaque) -> plaque.number() != null)
			.forEach((plaque) -> this.awards.drop(plaque, "AWARD_UNDONE"));
	}

	/** The plaques go back to the workshop once more. */
	void countRework(Call call) {
		rework(call, ((Number) call.fact(REWORKS)).longValue() + 1);
	}

	/** Another order: its reworks are counted anew. */
	void reorder(Call call) {
		rework(call, 0);
	}

	private void rework(Call call, long count) {
		call.set(REWORKS, (int) count);
		this.awards.write(call, Map.of(REWORKS, count));
	}

	/**
	 * The plaques are made. Whether their ceremony was held is read under its lock: a
	 * message sent before anybody waits for it would be lost.
	 */
	void store(Call call) {
		Award award = this.awards.of(call);
		BigDecimal cost = costOfOne(award);
		this.awards.standing(award.batch().id()).forEach((plaque) -> this.plaques.made(plaque.id(), cost));
		UUID ceremony = award.batch().ceremony();
		String state = (ceremony == null) ? "NONE" : this.ceremonies.lock(ceremony).map(Ceremony::state).orElse("NONE");
		call.set("ceremonyState", state);
		Instant wait = this.dueDates.after(this.clock.instant(),
				"P" + this.parameters.number("plaque.ceremonyWaitDays") + "D");
		call.set("ceremonyWaitUntil", Date.from(wait));
		call.set("withdrawable", false);
		this.awards.count(call, award.batch().id());
	}

	/** What one of the plaques cost; {@code null} where that was not said. */
	private static BigDecimal costOfOne(Award award) {
		String cost = award.text("cost");
		String quantity = award.text("qty");
		boolean said = cost != null && quantity != null && new BigDecimal(quantity).signum() > 0;
		return said ? new BigDecimal(cost).divide(new BigDecimal(quantity), 2, RoundingMode.HALF_UP) : null;
	}

	/** The beginning of an office day. */
	static Date morning(java.time.LocalDate day) {
		return Date.from(day.atTime(LocalTime.of(8, 0)).atZone(Time.OFFICE).toInstant());
	}

}
