package org.gongjian.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.calendar.OfficeHours;
import org.gongjian.calendar.WorkingDays;
import org.gongjian.engine.Rules;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;
import org.gongjian.sla.ClockKind;
import org.gongjian.sla.Goal;
import org.gongjian.sla.PauseReason;
import org.gongjian.sla.SlaClock;
import org.gongjian.sla.SlaClocks;
import org.springframework.stereotype.Component;

/**
 * The clocks of problems: which a severity has ({@code problem-sla}, its numbers are
 * parameters), and what happens to them.
 */
@Component
class ProblemClocks {

	private static final int ORDERED_DAYS = 10;

	private final SlaClocks clocks;

	private final Rules rules;

	private final Parameters parameters;

	private final WorkingDays calendar;

	private final OfficeHours office;

	private final Clock clock;

	ProblemClocks(SlaClocks clocks, Rules rules, Parameters parameters, WorkingDays calendar, OfficeHours office,
			Clock clock) {
		this.clocks = clocks;
		this.rules = rules;
		this.parameters = parameters;
		this.calendar = calendar;
		this.office = office;
		this.clock = clock;
	}

	/** At which level a severity starts, L1 or L2. */
	String startLevel(String severity) {
		return String.valueOf(line(severity).get("startLevel"));
	}

	/** Starts the clocks of a severity; those that run already stay as they are. */
	void start(String number, String severity) {
		goals(severity).forEach((kind, goal) -> this.clocks.start(number, kind, goal));
	}

	/** Another severity: due dates as if it had been so from the beginning. */
	void change(String number, String severity) {
		this.clocks.change(number, goals(severity), severity);
	}

	/** Time to solve it anew, as at the first time. */
	void solveAgain(String number, String severity) {
		this.clocks.cancel(number);
		this.clocks.start(number, ClockKind.RESOLVE, goals(severity).get(ClockKind.RESOLVE));
	}

	/**
	 * A new term set from above.
	 * @param until the day, or {@code null} for ten working days
	 */
	void order(String number, LocalDate until) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		int days = (until == null) ? ORDERED_DAYS : Math.max(1, this.calendar.between(today, until));
		this.clocks.cancel(number);
		this.clocks.start(number, ClockKind.RESOLVE, Goal.of("P" + days + "WD"));
	}

	void pause(String number, PauseReason reason) {
		this.clocks.pause(number, reason);
	}

	void resume(String number) {
		this.clocks.resume(number);
	}

	void responded(String number) {
		this.clocks.met(number, ClockKind.RESPONSE);
		this.clocks.met(number, ClockKind.PLAN);
	}

	void solved(String number) {
		responded(number);
		this.clocks.met(number, ClockKind.RESOLVE);
	}

	void over(String number) {
		this.clocks.cancel(number);
	}

	void extend(String number, LocalDate until, String reason, String by) {
		this.clocks.extend(number, ClockKind.RESOLVE, until, reason, by);
	}

	/** When the solution is due, if its clock runs. */
	Optional<Instant> due(String number) {
		return this.clocks.find(number, ClockKind.RESOLVE).filter((one) -> one.state().open()).map(SlaClock::dueAt);
	}

	/** When the solution is due, or was while its clock ran. */
	Optional<Instant> solution(String number) {
		return this.clocks.find(number, ClockKind.RESOLVE).map(SlaClock::dueAt);
	}

	/** When the office closes on a day; {@code null} for none. */
	Instant close(LocalDate day) {
		return (day == null) ? null : this.office.close(day);
	}

	/** When the solution is due, or the moment set by hand. */
	Instant due(String number, Instant deadline) {
		return (deadline != null) ? deadline : due(number).orElseGet(this.clock::instant);
	}

	private Map<ClockKind, Goal> goals(String severity) {
		Map<String, Object> line = line(severity);
		var goals = new EnumMap<ClockKind, Goal>(ClockKind.class);
		goals.put(ClockKind.RESPONSE, Goal.of(text(line, "firstResponse")));
		if (!text(line, "planning").isEmpty()) {
			goals.put(ClockKind.PLAN, Goal.of(text(line, "planning")));
		}
		Integer[] warnings = Arrays.stream(text(line, "warnings").split(","))
			.map(String::strip)
			.map(Integer::valueOf)
			.toArray(Integer[]::new);
		Goal solve = Goal.of(text(line, "solution"))
			.most(text(line, "longest"), this.parameters.number("problem.maxExtensions"))
			.warnings(warnings);
		String reminder = text(line, "reminder");
		goals.put(ClockKind.RESOLVE, reminder.isEmpty() ? solve : solve.reminders(every(reminder)));
		return goals;
	}

	private static Duration every(String text) {
		return text.contains("T") ? Duration.parse(text) : Duration.ofDays(java.time.Period.parse(text).getDays());
	}

	private Map<String, Object> line(String severity) {
		var facts = new HashMap<String, Object>();
		facts.put("severity", severity);
		for (String number : List.of("response", "plan", "resolve", "max")) {
			String key = String.join(".", "problem", "sla", severity, number);
			facts.put(number.equals("max") ? "most" : number,
					this.parameters.exists(key) ? this.parameters.number(key) : 0);
		}
		return this.rules.ask("problem-sla", facts).get(0);
	}

	private static String text(Map<String, Object> line, String name) {
		Object value = line.get(name);
		return (value == null) ? "" : value.toString();
	}

}
