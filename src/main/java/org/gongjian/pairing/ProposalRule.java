package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Component;

/** What a proposal must keep to beyond its form: the programme, the term, the numbers. */
@Component
class ProposalRule implements FormRule {

	private static final Set<String> STEPS = Set.of("start-propose", "task-correct");

	private static final double MONTHS_OF_A_YEAR = 12;

	private final Programmes programmes;

	private final Parameters parameters;

	private final FormalMembers members;

	private final Clock clock;

	ProposalRule(Programmes programmes, Parameters parameters, FormalMembers members, Clock clock) {
		this.programmes = programmes;
		this.parameters = parameters;
		this.members = members;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals("pairing-approval") && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		RequestType type = RequestType.of(filled.text("requestType"));
		if (type == RequestType.TERMINATE) {
			return;
		}
		Programme programme = this.programmes.find(filled.text("programme")).orElse(null);
		if (programme != null && type != RequestType.ADJUST
				&& !programme.openOn(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))) {
			out.add("programme", "pairing.violation.programme-closed");
		}
		LocalDate start = filled.date("termStart");
		LocalDate end = filled.date("termEnd");
		if (start != null && end != null) {
			term((type == RequestType.ADJUST) ? null : programme, start, end, filled, out);
		}
		int deeds = this.parameters.number("pairing.minDeeds");
		if (filled.number("plannedDeeds") != null && filled.number("plannedDeeds").intValue() < deeds) {
			out.add("plannedDeeds", "pairing.violation.at-least", deeds);
		}
		this.members.check(filled, "govLiaison", out);
		this.members.check(filled, "entLiaison", out);
	}

	private void term(Programme programme, LocalDate start, LocalDate end, Filled filled, Violations out) {
		if (!end.isAfter(start)) {
			out.add("termEnd", "pairing.violation.end-before-start");
			return;
		}
		double months = Assessing.months(start, end);
		int min = this.parameters.number("pairing.termMonths.min");
		int max = this.parameters.number("pairing.termMonths.max");
		if (months < min || months > max) {
			out.add("termEnd", "pairing.violation.term", min, max);
		}
		if (programme != null && start.isBefore(programme.startsOn())) {
			out.add("termStart", "pairing.violation.before-programme", programme.startsOn().toString());
		}
		if (programme != null && end.isAfter(programme.endsOn())) {
			out.add("termEnd", "pairing.violation.after-programme", programme.endsOn().toString());
		}
		int perYear = this.parameters.number("pairing.minActivitiesPerYear");
		int activities = (int) Math.ceil(perYear * Math.min(months, max) / MONTHS_OF_A_YEAR);
		if (filled.number("plannedActivities") != null && filled.number("plannedActivities").intValue() < activities) {
			out.add("plannedActivities", "pairing.violation.at-least", activities);
		}
	}

}
