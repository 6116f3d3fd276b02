package org.gongjian.problem;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

import org.gongjian.casefile.CaseValues;
import org.gongjian.engine.Call;
import org.gongjian.engine.Rules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps from the reply to the end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutcomeSteps {

	private static final String EXPLAINED = "EXPLAINED";

	private final ProblemFiles files;

	private final ProblemTable problems;

	private final DispatchTable dispatches;

	private final KnowledgeTable knowledge;

	private final ProblemClocks clocks;

	private final ProblemPapers papers;

	private final Rules rules;

	OutcomeSteps(ProblemFiles files, ProblemTable problems, DispatchTable dispatches, KnowledgeTable knowledge,
			ProblemClocks clocks, ProblemPapers papers, Rules rules) {
		this.files = files;
		this.problems = problems;
		this.dispatches = dispatches;
		this.knowledge = knowledge;
		this.clocks = clocks;
		this.papers = papers;
		this.rules = rules;
	}

	/** The official reply, in the words of whoever dealt with it last. */
	void reply(Call call) {
		String number = call.caseNumber();
		Problem problem = this.files.problem(call);
		CaseValues data = this.files.data(call);
		String[] reply = switch (problem.state()) {
			case L1_HANDLING ->
				problem.confidential() ? new String[] { data.text("resultClass"), data.text("resultText") }
						: new String[] { "SOLVED", data.text("actionsTaken") };
			case ESCALATED_L4 -> new String[] { EXPLAINED, data.text("explanation") };
			default -> new String[] { data.text("replyClass"), data.text("replyText") };
		};
		this.files.write(call, Map.of("replyClass", reply[0], "replyText", reply[1]));
		this.problems.replied(number, reply[0], reply[1]);
		this.problems.responded(number);
		this.clocks.solved(number);
		this.papers.reply(this.files.problem(call));
		this.files.tellReporter(number, "The reply is there. 已答复，请确认。");
	}

	/** The reporter did not answer in time. */
	void silence(Call call) {
		this.files.tellReporter(call.caseNumber(),
				"No answer within five working days; you will be visited. 五个工作日未确认，将进行回访。");
	}

	/** Solved in part counts as not solved unless the reporter agrees to close. */
	void judge(Call call) {
		CaseValues data = this.files.data(call);
		String satisfaction = data.text("satisfaction");
		this.problems.answered(call.caseNumber(), (satisfaction == null) ? null : Integer.valueOf(satisfaction));
		String resolved = data.text("resolved");
		boolean unsolved = "NO".equals(resolved) || "PARTLY".equals(resolved) && !data.flag("agreeClose");
		boolean confidential = this.files.problem(call).confidential();
		call.set("confirmation", unsolved ? (confidential ? "DISCIPLINE" : "NOT_RESOLVED") : "RESOLVED");
	}

	/**
	 * Whether somebody asks again. The draw is made from the number, so that it can be
	 * repeated and nobody chooses. Confidential reports are not visited.
	 */
	void sample(Call call) {
		Problem problem = this.files.problem(call);
		var facts = new HashMap<String, Object>();
		facts.put("severity", problem.severity());
		facts.put("satisfaction", problem.satisfaction());
		facts.put("answered", problem.answered());
		facts.put("reworkCount", problem.reworks());
		facts.put("parked", problem.wasParked());
		int percent = ((Number) this.rules.ask("problem-return-visit-sample", facts).get(0).get("percent")).intValue();
		call.set("visitNeeded", !problem.confidential() && draw(problem.number()) < percent);
	}

	/** A number from 0 to 99 that is always the same for a problem. */
	static int draw(String number) {
		CRC32 sum = new CRC32();
		sum.update(number.getBytes(StandardCharsets.UTF_8));
		return (int) (sum.getValue() % 100);
	}

	/** One rework more, and where it goes. */
	void countRework(Call call) {
		String number = call.caseNumber();
		this.problems.reworked(number);
		Problem problem = this.files.problem(call);
		boolean up = problem.reworks() >= 2;
		boolean dispatched = this.dispatches.last(number).isPresent();
		call.set("reworkTo", up ? "UP" : dispatched ? "HANDLE" : "DISPATCH");
		this.clocks.solveAgain(number, problem.severity());
	}

	/** Off the books; duplicates get the result too. */
	void close(Call call) {
		String number = call.caseNumber();
		Problem problem = this.files.problem(call);
		boolean explained = problem.state() == ProblemState.DISPUTE || problem.state() == ProblemState.PARKED;
		String result = (explained || problem.resultClass() == null) ? EXPLAINED : problem.resultClass();
		this.problems.result(number, result);
		this.problems.state(number, ProblemState.VISITED);
		this.clocks.over(number);
		for (Problem duplicate : this.problems.duplicatesOf(number)) {
			this.problems.replied(duplicate.number(), result, problem.resultText());
			this.files.tellReporter(duplicate.number(), number + ": " + problem.resultText());
		}
		call.set("resultClass", result);
	}

	/** An item for the knowledge base, if whoever looked back wrote one. */
	void keepKnowledge(Call call) {
		CaseValues data = this.files.data(call);
		if (data.flag("knowledgeItem")) {
			Problem problem = this.files.problem(call);
			this.knowledge.insert(problem.category(), data.text("knowledgeQuestion"), data.text("knowledgeAnswer"),
					problem.number(), null, this.files.decider(problem.number(), "task-review"));
		}
	}

}
