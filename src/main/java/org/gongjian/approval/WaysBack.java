package org.gongjian.approval;

import java.util.Optional;

import org.gongjian.engine.Processes;
import org.gongjian.engine.Returns;
import org.gongjian.engine.TokenPlan;
import org.gongjian.form.Decision;
import org.gongjian.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where a case returns to when the step it was sent back to is done: straight to whoever
 * sent it back. Nothing between the two runs again.
 */
@Repository
class WaysBack {

	private final JdbcClient jdbc;

	private final WorkTable work;

	private final Returns returns;

	private final Processes processes;

	private final NodeSettings nodes;

	WaysBack(JdbcClient jdbc, WorkTable work, Returns returns, Processes processes, NodeSettings nodes) {
		this.jdbc = jdbc;
		this.work = work;
		this.returns = returns;
		this.processes = processes;
		this.nodes = nodes;
	}

	/**
	 * Notes that the case comes back to a step.
	 * @throws InvalidInput where that cannot be right: the return takes away more than
	 * the step itself, or several people have to do the step it leads to
	 */
	void note(WorkItem item, TokenPlan plan) {
		if (!possible(item, plan)) {
			throw new InvalidInput("resume", "approval.return.no-way-back");
		}
		forget(item.caseNumber(), plan.target());
		this.jdbc.sql("insert into way_back (case_number, target, step) values (:case, :target, :step)")
			.param("case", item.caseNumber())
			.param("target", plan.target())
			.param("step", item.step())
			.update();
	}

	/** Whether coming straight back can be right. */
	boolean possible(WorkItem item, TokenPlan plan) {
		boolean alone = plan.cancelled().stream().allMatch(item.step()::equals);
		return alone && one(item, plan.target());
	}

	/** Whether the case comes straight back when a step is done. */
	boolean pending(WorkItem item) {
		return step(item).isPresent();
	}

	/** Whether a step had asked one person only. */
	boolean one(WorkItem item, String target) {
		return this.work.members(item.caseNumber(), target) == 1;
	}

	/**
	 * Takes the case straight back, if somebody waits for it.
	 * @param decision what was decided; only a yes leads back, the rest goes the drawn
	 * way; an opinion beside the step leads nowhere
	 * @return whether the case went back, so that the task must not be completed
	 */
	boolean taken(WorkItem item, Decision decision) {
		Optional<String> step = item.helper() ? Optional.empty() : step(item);
		if (step.isEmpty()) {
			return false;
		}
		forget(item.caseNumber(), item.step());
		if (decision.kind() == Decision.Kind.NEGATIVE) {
			return false;
		}
		this.processes.setFacts(item.caseNumber(),
				java.util.Map.of(this.nodes.of(item).getOrDefault("outcome", "outcome"), decision.code()));
		this.returns.jump(item.caseNumber(), item.body(), step.get());
		return true;
	}

	private Optional<String> step(WorkItem item) {
		return this.jdbc.sql("select step from way_back where case_number = :case and target = :target")
			.param("case", item.caseNumber())
			.param("target", item.step())
			.query(String.class)
			.optional();
	}

	private void forget(String caseNumber, String target) {
		this.jdbc.sql("delete from way_back where case_number = :case and target = :target")
			.param("case", caseNumber)
			.param("target", target)
			.update();
	}

}
