package org.gongjian.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens closed problems again, for those who asked and for some time. */
@Service
@Transactional
class Reopenings {

	private final Problems problems;

	private final ProblemTable table;

	private final Cases cases;

	private final Processes processes;

	private final Parameters parameters;

	private final Clock clock;

	Reopenings(Problems problems, ProblemTable table, Cases cases, Processes processes, Parameters parameters,
			Clock clock) {
		this.problems = problems;
		this.table = table;
		this.cases = cases;
		this.processes = processes;
		this.parameters = parameters;
		this.clock = clock;
	}

	/** Whether this person may open a closed problem again now. */
	@Transactional(readOnly = true)
	boolean mayReopen(Actor actor, Problem problem, CaseFile file) {
		boolean reporter = actor.username().equals(file.initiator())
				|| !problem.confidential() && actor.organisations().contains(problem.reporterOrg());
		return reporter && problem.state().closed() && problem.state() != ProblemState.CLOSED_DUPLICATE
				&& !this.clock.instant().isAfter(lastDay(problem));
	}

	private Instant lastDay(Problem problem) {
		LocalDate closed = LocalDate.ofInstant(problem.closedAt(), Time.OFFICE);
		return closed.plusDays(this.parameters.number("problem.reopenDays") + 1L).atStartOfDay(Time.OFFICE).toInstant();
	}

	/**
	 * Opens a closed problem again under its number.
	 * @throws InvalidInput without a reason
	 * @throws NotAllowed for others than the reporter's people, or too late
	 * @throws Overtaken if somebody was first
	 */
	void reopen(Actor actor, String number, String reason) {
		this.problems.visible(actor, number);
		String why = Problems.text("reopenReason", reason, 5, Problems.LONGEST);
		this.cases.lock(number);
		CaseFile file = this.cases.get(number);
		Problem problem = this.table.find(number).orElseThrow();
		if (file.open()) {
			throw new Overtaken("problem.reopen.open");
		}
		if (!mayReopen(actor, problem, file)) {
			throw new NotAllowed("problem.reopen.not-allowed");
		}
		this.cases.reopen(number);
		this.cases.log(number, LogEntry.of(actor.username(), "REOPENED", null, why));
		var facts = new HashMap<String, Object>();
		facts.put("caseNumber", number);
		facts.put("initiator", file.initiator());
		facts.put("initiatorOrg", file.initiatorOrg());
		facts.put("reporterOrg", problem.reporterOrg());
		facts.put("severity", problem.severity());
		var started = this.processes.startBy("ProblemReopened", number, facts);
		this.cases.started(number, started.definition(), started.instance());
	}

}
