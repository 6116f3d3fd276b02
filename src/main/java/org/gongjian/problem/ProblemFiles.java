package org.gongjian.problem;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Call;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every step of a problem needs: its row, what its case holds, a word to people.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProblemFiles {

	private final Cases cases;

	private final ProblemTable problems;

	private final Desk desk;

	ProblemFiles(Cases cases, ProblemTable problems, Desk desk) {
		this.cases = cases;
		this.problems = problems;
		this.desk = desk;
	}

	Problem problem(Call call) {
		return this.problems.find(call.caseNumber()).orElseThrow();
	}

	CaseValues data(Call call) {
		return new CaseValues(this.cases.data(call.caseNumber()));
	}

	CaseFile file(String number) {
		return this.cases.get(number);
	}

	void write(Call call, Map<String, Object> changes) {
		this.cases.write(call.caseNumber(), changes, Actor.SYSTEM, call.element());
	}

	void parties(String number, Collection<String> organisations) {
		this.cases.addParties(number, organisations);
	}

	/** Who decided a step last, or the system where nobody did. */
	String decider(String number, String step) {
		return last(number, step).map(LogEntry::actor).orElse(Actor.SYSTEM.username());
	}

	/** What was said when a step was decided last, or {@code null}. */
	String comment(String number, String step) {
		return last(number, step).map(LogEntry::comment).orElse(null);
	}

	private java.util.Optional<LogEntry> last(String number, String step) {
		return this.cases.log(number)
			.stream()
			.filter((entry) -> entry.action().equals("DECIDED") && step.equals(entry.step()))
			.reduce((first, second) -> second);
	}

	/** Notes something in the log and tells whoever reported the problem. */
	void tellReporter(String number, String text) {
		tell(number, this.cases.get(number).initiator(), text);
	}

	/** Notes something in the log and tells somebody. */
	void tell(String number, String username, String text) {
		this.cases.log(number, LogEntry.of(Actor.SYSTEM.username(), "INFORMED", null, text).concerning(username));
	}

	/** Asks everybody who still works at one of these steps to hurry. */
	void urge(String number, List<String> steps, String text) {
		this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> steps.isEmpty() || steps.contains(item.step()))
			.forEach((item) -> this.cases.log(number, urge(item, text)));
	}

	private static LogEntry urge(WorkItem item, String text) {
		return new LogEntry(null, Actor.SYSTEM.username(), null, "URGED", item.step(),
				item.stepName().en() + " " + item.stepName().zh(), item.slot(), item.id(), item.round(), null, text,
				item.assignee());
	}

}
