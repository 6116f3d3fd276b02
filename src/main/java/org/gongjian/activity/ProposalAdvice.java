package org.gongjian.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.CaseValues;
import org.gongjian.engine.DueDates;
import org.gongjian.form.Filled;
import org.gongjian.form.FormAdvice;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Advice for whoever proposes an activity: the composition of a theme Party day
 * (一课一片一实践), the time left, the plan, minors in pictures, and which way the proposal will
 * go.
 */
@Component
class ProposalAdvice implements FormAdvice {

	/** What to say where a part of a theme Party day is not named, by its field. */
	private static final Map<String, String> MISSING = Map.of("lessonTopic", "activity.advice.no-lesson", "filmTitle",
			"activity.advice.no-film", "practiceContent", "activity.advice.no-practice");

	private final ActivityRules rules;

	private final Parameters parameters;

	private final DueDates dueDates;

	private final PartyDays partyDays;

	private final MessageSource messages;

	private final Clock clock;

	ProposalAdvice(ActivityRules rules, Parameters parameters, DueDates dueDates, PartyDays partyDays,
			MessageSource messages, Clock clock) {
		this.rules = rules;
		this.parameters = parameters;
		this.dueDates = dueDates;
		this.partyDays = partyDays;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(ActivityProposalRule.PROCESS) && step.equals("start-propose");
	}

	@Override
	public List<Hint> advise(Filled filled) {
		CaseValues data = ActivityProposalRule.values(filled);
		var hints = new ArrayList<Hint>();
		String risk = this.rules.risk(data).risk();
		if (risk.equals(ActivityRules.PROHIBITED)) {
			hints.add(say("activity.advice.prohibited"));
		}
		else {
			String level = this.rules.level(data, risk);
			hints.add(say("activity.advice.way", word("activity.risk." + risk), word("activity.level." + level)));
		}
		composition(data, hints);
		time(data, hints);
		if (data.id("planRow") == null) {
			hints.add(say("activity.advice.unplanned"));
		}
		if (data.flag("minorsInvolved")) {
			hints.add(say("activity.advice.minors"));
		}
		return hints;
	}

	private void composition(CaseValues data, List<Hint> hints) {
		if (data.flag("isThemePartyDay")) {
			MISSING.entrySet()
				.stream()
				.filter((part) -> data.text(part.getKey()) == null)
				.map(Map.Entry::getValue)
				.sorted()
				.forEach((key) -> hints.add(say(key)));
			LocalDate day = day(data.moment("start"));
			this.partyDays.of(data.text("hostOrg"))
				.filter((rule) -> !rule.fallsOn(day))
				.ifPresent((rule) -> hints.add(say("activity.advice.party-day", rule.next(day).toString())));
		}
	}

	private void time(CaseValues data, List<Hint> hints) {
		int lead = this.parameters.number("activity.leadTimeWd");
		LocalDate earliest = day(this.dueDates.after(this.clock.instant(), "P" + lead + "WD"));
		if (day(data.moment("start")).isBefore(earliest)) {
			hints.add(say("activity.advice.urgent", lead));
		}
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, Time.OFFICE);
	}

	private Hint say(String key, Object... arguments) {
		return Hint.of(new Bilingual(text(key, Locale.ENGLISH, arguments), text(key, Locale.CHINA, arguments)));
	}

	private Bilingual word(String key) {
		return new Bilingual(text(key, Locale.ENGLISH), text(key, Locale.CHINA));
	}

	private String text(String key, Locale locale, Object... arguments) {
		Object[] spoken = java.util.Arrays.stream(arguments)
			.map((one) -> (one instanceof Bilingual both) ? both.in(locale) : one)
			.toArray();
		return this.messages.getMessage(key, spoken, locale);
	}

}
