package org.gongjian.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.gongjian.calendar.WorkingDays;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** What forms of a problem must hold beyond what their files can say. */
@Component
class ProblemRules implements FormRule {

	private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private static final int NOTICE_DAYS = 3;

	private static final int PARKED_MONTHS = 3;

	private static final int TRIES = 3;

	private final DispatchTable dispatches;

	private final ProblemClocks clocks;

	private final WorkingDays calendar;

	private final People people;

	private final Organisations organisations;

	private final Clock clock;

	ProblemRules(DispatchTable dispatches, ProblemClocks clocks, WorkingDays calendar, People people,
			Organisations organisations, Clock clock) {
		this.dispatches = dispatches;
		this.clocks = clocks;
		this.calendar = calendar;
		this.people = people;
		this.organisations = organisations;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(Problem.PROCESS);
	}

	@Override
	public void check(Filled filled, Violations out) {
		switch (filled.step()) {
			case "start-register" -> register(filled, out);
			case "task-triage" -> triage(filled, out);
			case "task-dispatch" -> dispatch(filled, out);
			case "task-sign-off" -> signOff(filled, out);
			case "task-plan" -> contact(filled, out);
			case "task-result" -> result(filled, out);
			case "task-supervision-notice" -> notice(filled, out);
			case "task-result-review" -> review(filled, out);
			case "task-enterprise-confirm" -> confirm(filled, out);
			case "task-return-visit" -> visit(filled, out);
			case "task-leader-charge", "task-parked-review" -> park(filled, out);
			default -> {
			}
		}
	}

	private void register(Filled filled, Violations out) {
		String channel = String.valueOf(filled.text("channel"));
		boolean found = channel.equals("ACTIVITY") || channel.equals("JOINT_MEETING");
		String org = filled.text("reporterOrg");
		boolean mayChoose = filled.actor().has(IntakeSteps.DESK) || filled.actor().isSystem() || found;
		if (org != null && !mayChoose && !filled.actor().organisations().contains(org)) {
			out.add("reporterOrg", "problem.violation.own-org");
		}
		if (!found) {
			required(filled, "reporterName", out);
			required(filled, "reporterPhone", out);
		}
		else {
			required(filled, "sourceRef", out);
		}
		String description = filled.text("description");
		if (description != null && IDENTITY.matcher(description).find()) {
			out.add("description", "problem.violation.identity");
		}
		if (filled.list("impact").contains("NONE") && filled.list("impact").size() > 1) {
			out.add("impact", "problem.violation.none");
		}
		boolean silent = !filled.flag("consentShare") && !"INTEGRITY_REPORT".equals(filled.text("type"));
		if (silent && filled.text("type") != null && !"CONSULT".equals(filled.text("type"))) {
			out.add("consentShare", "problem.violation.consult-only");
		}
	}

	private static void required(Filled filled, String field, Violations out) {
		if (filled.text(field) == null && !out.has(field)) {
			out.add(field, "problem.violation.required");
		}
	}

	private void triage(Filled filled, Violations out) {
		boolean changed = differs(filled, "severity") || differs(filled, "category");
		if ("RECLASSIFY".equals(filled.decision())) {
			required(filled, "severityReason", out);
			if (!changed) {
				out.add("severity", "problem.violation.unchanged");
			}
		}
		else if (changed) {
			out.add("severity", "problem.violation.reclassify");
		}
	}

	private static boolean differs(Filled filled, String field) {
		Object before = filled.before().get(field);
		return before != null && !before.toString().equals(filled.text(field));
	}

	private void dispatch(Filled filled, Violations out) {
		deadline(filled, out);
		List<String> helpers = filled.rows("coHandlers")
			.stream()
			.map((row) -> String.valueOf(row.get("department")))
			.toList();
		if (helpers.contains(String.valueOf(filled.text("lead")))
				|| helpers.stream().distinct().count() < helpers.size()) {
			out.add("coHandlers", "problem.violation.helpers");
		}
		if (filled.rows("copyTo").stream().anyMatch((row) -> stranger(row.get("person"), filled.text("reporterOrg")))) {
			out.add("copyTo", "problem.violation.copies");
		}
	}

	/** Later than now; not later than the clock, as long as it runs. */
	private void deadline(Filled filled, Violations out) {
		String text = filled.text("deadline");
		if (text == null || !text.contains("T")) {
			return;
		}
		Instant deadline = OffsetDateTime.parse(text).toInstant();
		Instant now = this.clock.instant();
		if (!deadline.isAfter(now)) {
			out.add("deadline", "problem.violation.past");
		}
		this.clocks.due(filled.caseNumber())
			.filter((due) -> deadline.isAfter(due) && due.isAfter(now))
			.ifPresent(
					(due) -> out.add("deadline", "problem.violation.deadline", MINUTE.format(due.atZone(Time.OFFICE))));
	}

	/** Whether somebody works for an enterprise whose problem it is not. */
	private boolean stranger(Object person, String reporter) {
		return (person instanceof String id) && this.people.byId(UUID.fromString(id))
			.map(Person::orgCode)
			.filter((code) -> !code.equals(reporter))
			.flatMap(this.organisations::find)
			.filter((organisation) -> !organisation.side().name().matches("ZONE|GOVERNMENT|DEPARTMENT"))
			.isPresent();
	}

	private void signOff(Filled filled, Violations out) {
		boolean before = this.dispatches.of(filled.caseNumber()).stream().anyMatch((one) -> one.ruledAt() != null);
		if (before && "OBJECT".equals(filled.decision())) {
			out.add("decision", "problem.violation.objected");
		}
		if ("OBJECT".equals(filled.decision())
				&& String.valueOf(filled.text("lead")).equals(filled.text("betterLead"))) {
			out.add("betterLead", "problem.violation.same-lead");
		}
	}

	private void contact(Filled filled, Violations out) {
		String at = filled.text("firstContactAt");
		if (at != null && java.time.OffsetDateTime.parse(at).toInstant().isAfter(this.clock.instant())) {
			out.add("firstContactAt", "problem.violation.future");
		}
	}

	private void result(Filled filled, Violations out) {
		if ("SOLVED".equals(filled.text("resultClass")) && filled.list("evidence").isEmpty()) {
			out.add("evidence", "problem.violation.evidence");
		}
	}

	private void notice(Filled filled, Violations out) {
		LocalDate latest = this.calendar.plus(today(), NOTICE_DAYS);
		LocalDate until = filled.date("newDeadline");
		if (until != null && until.isAfter(latest)) {
			out.add("newDeadline", "problem.violation.notice", latest.toString());
		}
	}

	private void review(Filled filled, Violations out) {
		if ("PASS".equals(filled.decision())
				&& !filled.list("checks").containsAll(List.of("EVERY_POINT", "PLAIN", "CONTACTED"))) {
			out.add("checks", "problem.violation.checks");
		}
	}

	private void confirm(Filled filled, Violations out) {
		String satisfaction = filled.text("satisfaction");
		if (satisfaction != null && Integer.parseInt(satisfaction) <= 2) {
			required(filled, "confirmComment", out);
		}
	}

	private void visit(Filled filled, Violations out) {
		List<Map<String, Object>> tries = filled.rows("attempts");
		long days = tries.stream()
			.map((row) -> String.valueOf(row.get("at")))
			.filter((at) -> at.length() >= 10)
			.map((at) -> at.substring(0, 10))
			.distinct()
			.count();
		if ("UNREACHABLE".equals(filled.decision()) && (tries.size() < TRIES || days < 2)) {
			out.add("attempts", "problem.violation.tries");
		}
	}

	private void park(Filled filled, Violations out) {
		LocalDate review = filled.date("promisedReview");
		LocalDate latest = today().plusMonths(PARKED_MONTHS);
		boolean parks = "PARK".equals(filled.decision()) || "KEEP".equals(filled.decision());
		if (parks && review != null && (review.isAfter(latest) || !review.isAfter(today()))) {
			out.add("promisedReview", "problem.violation.parked", latest.toString());
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
