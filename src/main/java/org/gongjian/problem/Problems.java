package org.gongjian.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.gongjian.sla.ClockKind;
import org.gongjian.sla.SlaClocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of problems, and what people do with one beside its tasks. Who may see the
 * case may see the problem.
 */
@Service("enterpriseProblems")
@Transactional
class Problems {

	private static final int SHORTEST = 20;

	static final int LONGEST = 1_000;

	private static final int MOST_PARKED = 200;

	private final ProblemTable table;

	private final ProblemListTable list;

	private final ExtensionTable extensions;

	private final Cases cases;

	private final Processes processes;

	private final SlaClocks clocks;

	private final Clock clock;

	Problems(ProblemTable table, ProblemListTable list, ExtensionTable extensions, Cases cases, Processes processes,
			SlaClocks clocks, Clock clock) {
		this.table = table;
		this.list = list;
		this.extensions = extensions;
		this.cases = cases;
		this.processes = processes;
		this.clocks = clocks;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Optional<Problem> find(Actor actor, String number) {
		return this.table.find(number)
			.filter((problem) -> this.cases.find(number).filter((file) -> Cases.mayGetToSee(actor, file)).isPresent());
	}

	/**
	 * @throws NotFound if there is none or this person may not see it
	 */
	@Transactional(readOnly = true)
	Problem visible(Actor actor, String number) {
		return find(actor, number).orElseThrow(() -> new NotFound("problem " + number));
	}

	@Transactional(readOnly = true)
	Slice<Problem> list(Actor actor, ProblemFilter filter, String cursor, int limit) {
		List<Problem> rows = this.list.page(filter, sight(actor), RowCursor.of(cursor), limit + 1);
		return Slice.cut(rows, limit, (row) -> new RowCursor(row.registeredAt(), row.number()).text());
	}

	@Transactional(readOnly = true)
	List<Problem> parked(Actor actor) {
		return this.list.parked(sight(actor), MOST_PARKED);
	}

	/**
	 * The latest of a pairing that this person may see; confidential ones are left out.
	 */
	@Transactional(readOnly = true)
	List<Problem> ofPairing(Actor actor, String pairing, int limit) {
		return this.list.ofPairing(pairing, sight(actor), limit);
	}

	private static ProblemListTable.Sight sight(Actor actor) {
		return new ProblemListTable.Sight(actor.zoneWide(), actor.organisations(), actor.has(IntakeSteps.DISCIPLINE),
				actor.username());
	}

	/** Whether it is the number of this person's own organisation. */
	static boolean seesPhone(Actor actor, Problem problem) {
		return actor.organisations().contains(problem.reporterOrg());
	}

	/** Whether this person has to call and may have the number shown. */
	static boolean mayAskPhone(Actor actor, Problem problem, CaseFile file) {
		boolean handles = file.parties().stream().anyMatch(actor.organisations()::contains)
				|| actor.has(IntakeSteps.DESK) || problem.confidential() && actor.has(IntakeSteps.DISCIPLINE);
		return !seesPhone(actor, problem) && handles && problem.reporterPhone() != null;
	}

	/**
	 * The whole phone number for somebody who has to call; the log keeps who asked.
	 * @throws NotAllowed for anybody else
	 */
	String phone(Actor actor, String number) {
		Problem problem = visible(actor, number);
		if (!mayAskPhone(actor, problem, this.cases.get(number))) {
			throw new NotAllowed("problem.phone.not-allowed");
		}
		this.cases.log(number, LogEntry.of(actor.username(), "PHONE_SHOWN", null, null));
		return problem.reporterPhone();
	}

	/** Whether this person may ask for more time now. */
	@Transactional(readOnly = true)
	boolean mayExtend(Actor actor, Problem problem) {
		boolean handles = actor.groups().contains("dept-handler@" + problem.lead())
				|| actor.groups().contains("dept-head@" + problem.lead());
		return handles && problem.state() == ProblemState.HANDLING && this.extensions.open(problem.number()).isEmpty();
	}

	/**
	 * Asks supervision for more time: at most twice, never beyond the most of the
	 * severity, a working day before it is due.
	 * @param informed whether the enterprise was told
	 * @throws InvalidInput with what is wrong
	 */
	void requestExtension(Actor actor, String number, String reason, String newDue, boolean informed) {
		visible(actor, number);
		this.cases.lock(number);
		Problem problem = this.table.find(number).orElseThrow();
		if (!mayExtend(actor, problem)) {
			throw new NotAllowed("problem.extension.not-allowed");
		}
		String why = text("extensionReason", reason, SHORTEST, LONGEST);
		LocalDate day = day("newDue", newDue);
		if (!informed) {
			throw new InvalidInput("informed", "problem.extension.informed");
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		this.clocks.find(number, ClockKind.RESOLVE)
			.filter((one) -> !LocalDate.ofInstant(one.dueAt(), Time.OFFICE).isAfter(today))
			.ifPresent((late) -> {
				throw new InvalidInput("newDue", "problem.extension.late");
			});
		Optional<Violation> wrong = this.clocks.extensionProblem(number, ClockKind.RESOLVE, day);
		wrong.ifPresent((one) -> {
			throw new InvalidInput(List.of(one));
		});
		this.extensions.request(number, actor.username(), why, day);
		this.cases.write(number, Map.of("extensionReason", why, "extensionDue", day.toString()), actor, "extension");
		this.cases.log(number, LogEntry.of(actor.username(), "EXTENSION_REQUESTED", null, why));
		this.processes.deliver("ExtensionRequested", number, Map.of());
	}

	/** Whether this person may change the severity while the problem is handled. */
	static boolean mayChangeSeverity(Actor actor, Problem problem) {
		return actor.has(problem.confidential() ? IntakeSteps.DISCIPLINE : IntakeSteps.DESK)
				&& !problem.state().closed() && problem.state() != ProblemState.REGISTERED;
	}

	/** Changes the severity; the clocks follow. */
	void changeSeverity(Actor actor, String number, String severity, String reason) {
		visible(actor, number);
		this.cases.lock(number);
		Problem problem = this.table.find(number).orElseThrow();
		if (!mayChangeSeverity(actor, problem)) {
			throw new NotAllowed("problem.severity.not-allowed");
		}
		String why = text("severityReason", reason, 5, LONGEST);
		if (!Problem.SEVERITIES.contains(severity) || severity.equals(problem.severity())) {
			throw new InvalidInput("severity", "problem.severity.other");
		}
		this.table.assessed(number, problem.category(), severity, problem.level(), problem.pairedOrg(),
				problem.pairing());
		this.cases.log(number, LogEntry.of(actor.username(), "SEVERITY_CHANGED", severity, why));
		this.processes.deliver("SeverityChanged", number, Map.of());
	}

	/**
	 * What was typed, without space around it.
	 * @throws InvalidInput at the field if it is too short or too long
	 */
	static String text(String field, String typed, int least, int most) {
		return Written.text(typed).between(field, least, most, "problem.violation.length");
	}

	private static LocalDate day(String field, String typed) {
		try {
			return LocalDate.parse((typed == null) ? "" : typed.strip());
		}
		catch (java.time.DateTimeException unreadable) {
			throw new InvalidInput(field, "problem.violation.date");
		}
	}

}
