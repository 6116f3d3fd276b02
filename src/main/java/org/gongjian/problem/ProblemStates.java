package org.gongjian.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Logged;
import org.gongjian.engine.Processes;
import org.gongjian.pairing.PairingEnded;
import org.gongjian.sla.ClockKind;
import org.gongjian.sla.ClockSignals;
import org.gongjian.sla.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the register follow the case, and the case its clocks and its pairing: which state
 * a problem is in is read off the step that opens.
 */
@Component
class ProblemStates implements ClockSignals {

	private final ProblemTable problems;

	private final ProblemListTable list;

	private final ProblemFiles files;

	private final Cases cases;

	private final Processes processes;

	private final LeaderCopies copies;

	ProblemStates(ProblemTable problems, ProblemListTable list, ProblemFiles files, Cases cases, Processes processes,
			LeaderCopies copies) {
		this.problems = problems;
		this.list = list;
		this.files = files;
		this.cases = cases;
		this.processes = processes;
		this.copies = copies;
	}

	@EventListener
	void logged(Logged logged) {
		boolean opened = logged.entry().action().equals("OPENED") && logged.entry().step() != null;
		Optional<ProblemState> state = opened ? ProblemState.atStep(logged.entry().step()) : Optional.empty();
		state.filter((found) -> this.problems.find(logged.caseNumber()).isPresent())
			.ifPresent((found) -> this.problems.state(logged.caseNumber(), found));
	}

	@EventListener
	void closed(CaseClosed closed) {
		if (closed.process().equals(Problem.PROCESS) && this.problems.find(closed.number()).isPresent()) {
			ProblemState state = ProblemState.ended(closed.outcome(), closed.status());
			if (state == ProblemState.CLOSED_DUPLICATE) {
				this.problems.duplicateOf(closed.number(),
						new CaseValues(this.cases.data(closed.number())).text("duplicateOf"));
			}
			this.problems.closed(closed.number(), state);
		}
	}

	@EventListener
	void ended(PairingEnded ended) {
		for (String number : this.list.openOf(ended.number())) {
			this.processes.deliver("PairingEnded", number, Map.of());
		}
	}

	@Override
	public void hold(String subject) {
		this.cases.lock(subject);
	}

	/**
	 * Yellow urges, red brings a notice, a breach takes the handling away. What nobody
	 * waits for yet, because no department has it, urges those who have it.
	 */
	@Override
	public void fired(Fired fired) {
		Problem problem = this.problems.find(fired.subject()).orElse(null);
		if (problem == null) {
			return;
		}
		boolean solve = fired.kind() == ClockKind.RESOLVE;
		boolean danger = problem.severity().equals("S1") && fired.kind() == ClockKind.RESPONSE;
		boolean heard = (fired.stage() == Stage.BREACHED && solve || fired.stage() == Stage.RED && danger)
				? this.processes.deliver("SlaBreached", fired.subject(), Map.of("slaClock", fired.kind().name()))
				: this.processes.deliver("SlaWarning", fired.subject(),
						Map.of("slaStage", (solve && fired.stage() == Stage.RED) ? "RED" : "YELLOW"));
		if (!heard) {
			this.files.urge(fired.subject(), List.of(), "The time is running out. 时限将至。");
		}
		if (danger && fired.stage() == Stage.RED) {
			this.copies.give(fired.subject());
		}
	}

}
