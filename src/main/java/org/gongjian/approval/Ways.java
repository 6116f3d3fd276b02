package org.gongjian.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Node;
import org.gongjian.engine.Returns;
import org.gongjian.engine.TokenPlan;
import org.springframework.stereotype.Component;

/**
 * The ways back that a task offers: those its node names, and any step really passed, as
 * the action log has it, from which this one was reached.
 */
@Component
class Ways {

	/** After so many returns of one step it must be decided. */
	static final int MOST_RETURNS = 3;

	private final NodeSettings nodes;

	private final Definitions definitions;

	private final Returns returns;

	private final WorkTable work;

	private final Cases cases;

	private final WaysBack waysBack;

	Ways(NodeSettings nodes, Definitions definitions, Returns returns, WorkTable work, Cases cases, WaysBack waysBack) {
		this.nodes = nodes;
		this.definitions = definitions;
		this.returns = returns;
		this.work = work;
		this.cases = cases;
		this.waysBack = waysBack;
	}

	/**
	 * What RETURN offers on this task; empty where the node does not allow it or not any
	 * more.
	 */
	List<Way> of(WorkItem item) {
		String drawn = drawn(item);
		if (drawn.isBlank() || returnedOftenEnough(item)) {
			return List.of();
		}
		var ways = new ArrayList<Way>();
		for (String part : drawn.split(",")) {
			String[] pair = part.strip().split("=", 2);
			String step = pair[pair.length - 1];
			if (pair[0].equals("start") || passed(item, step)) {
				ways.add(way(item, pair[0].toUpperCase(java.util.Locale.ROOT), step));
			}
		}
		return ways;
	}

	/**
	 * Those of the ways offered on which the case may come straight back. Where nobody
	 * works beside this task it takes nothing away but itself; what is sent is checked
	 * again by its plan.
	 */
	List<Way> back(WorkItem item) {
		boolean alone = this.work.ofCase(item.caseNumber())
			.stream()
			.noneMatch((other) -> other.open() && !other.id().equals(item.id()));
		return of(item).stream()
			.filter((way) -> this.waysBack.one(item, way.step()))
			.filter((way) -> alone
					|| plan(item, way.step()).filter((plan) -> this.waysBack.possible(item, plan)).isPresent())
			.toList();
	}

	/**
	 * The step meant by a choice: one of the offered, or a step that was really passed.
	 */
	Optional<Way> choose(WorkItem item, String choice) {
		List<Way> offered = of(item);
		if (offered.isEmpty()) {
			return Optional.empty();
		}
		String wanted = (choice == null || choice.isBlank()) ? offered.get(0).choice() : choice;
		var named = offered.stream()
			.filter((way) -> way.choice().equalsIgnoreCase(wanted) || way.step().equals(wanted))
			.findFirst();
		boolean other = named.isEmpty() && passed(item, wanted) && plan(item, wanted).isPresent();
		return other ? Optional.of(way(item, wanted, wanted)) : named;
	}

	/** Whether the node allows RETURN, but it was used as often as it may be. */
	boolean usedUp(WorkItem item) {
		return !drawn(item).isBlank() && returnedOftenEnough(item);
	}

	private String drawn(WorkItem item) {
		return this.nodes.of(item).getOrDefault("returnTo", "");
	}

	private boolean returnedOftenEnough(WorkItem item) {
		return this.work.returns(item.caseNumber(), item.step()) >= MOST_RETURNS;
	}

	private Optional<TokenPlan> plan(WorkItem item, String step) {
		return this.returns.plan(item.caseNumber(), item.body(), step).plan();
	}

	private boolean passed(WorkItem item, String step) {
		return !step.equals(item.step()) && this.cases.log(item.caseNumber())
			.stream()
			.anyMatch((entry) -> decided(entry) && step.equals(entry.step()));
	}

	private static boolean decided(LogEntry entry) {
		return entry.action().equals("DECIDED");
	}

	private Way way(WorkItem item, String choice, String step) {
		return new Way(choice, step, this.definitions.node(item.definition(), step).map(Node::name).orElseThrow());
	}

}
