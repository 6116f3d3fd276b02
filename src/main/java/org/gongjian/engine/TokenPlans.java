package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.gongjian.engine.TokenPlan.Impossible;
import org.gongjian.engine.TokenPlan.Planned;
import org.gongjian.engine.TokenPlan.Refusal;

/**
 * Computes what happens to the tokens of one instance when a step opens again. Everything
 * takes place in the innermost running part (the process, a sub-process, one run of it)
 * that holds both the step and the task it is done from.
 */
class TokenPlans {

	private final Graph graph;

	private final ActivityInstance root;

	TokenPlans(Graph graph, ActivityInstance root) {
		this.graph = graph;
		this.root = root;
	}

	/**
	 * The plan for going back to a step.
	 * @param from the opening of the node it is done from, or {@code null} for whatever
	 * is open behind the step
	 * @throws Impossible where there is none
	 */
	TokenPlan back(String from, String target) {
		TokenPart part = part(from, target);
		Set<String> ahead = ahead(part, from);
		List<ActivityInstance> cancelled = part.children((element) -> ahead.contains(element));
		List<String> left = part.elements((element) -> !ahead.contains(element));
		var waiting = new ArrayList<String>();
		for (FlowNode join : this.graph.joins(ahead)) {
			this.graph.incoming(join.getId())
				.stream()
				.filter((flow) -> staysDone(flow, ahead, left))
				.forEach((flow) -> waiting.add(join.getId()));
		}
		return plan(part, cancelled, part.moving(ahead::contains), waiting, again(part, ahead));
	}

	/**
	 * The plan for going from a step straight to another: what was done between them
	 * stays done.
	 */
	TokenPlan straight(String from, String target) {
		TokenPart part = part(from, target);
		Set<String> ahead = this.graph.ahead(part.holding(from));
		Set<String> beyond = this.graph.ahead(part.entry());
		Predicate<String> between = (element) -> ahead.contains(element) && !beyond.contains(element);
		var cancelled = new ArrayList<>(part.children(between));
		part.children((element) -> element.equals(part.holding(from)))
			.stream()
			.filter((child) -> !cancelled.contains(child) && contains(child, from))
			.forEach(cancelled::add);
		return plan(part, cancelled, part.moving(between), List.of(), Set.of());
	}

	/** Moves a token back where the step lies before it, and straight on otherwise. */
	Planned move(String token, String target) {
		try {
			return new Planned(Optional.of(back(token, target)), null);
		}
		catch (Impossible notBefore) {
			if (notBefore.refusal() != Refusal.NOT_BEFORE) {
				return new Planned(Optional.empty(), notBefore.refusal());
			}
		}
		try {
			return new Planned(Optional.of(straight(token, target)), null);
		}
		catch (Impossible none) {
			return new Planned(Optional.empty(), none.refusal());
		}
	}

	private TokenPlan plan(TokenPart part, List<ActivityInstance> cancelled, List<String> moving, List<String> waiting,
			Set<String> ahead) {
		List<String> tokens = cancelled.stream().map(ActivityInstance::getId).toList();
		List<String> kept = leaves(this.root).filter((leaf) -> cancelled.stream().noneMatch((one) -> within(one, leaf)))
			.map(ActivityInstance::getActivityId)
			.distinct()
			.toList();
		List<String> taken = cancelled.stream()
			.flatMap(TokenPlans::leaves)
			.map(ActivityInstance::getActivityId)
			.distinct()
			.toList();
		return new TokenPlan(part.path().get(part.path().size() - 1), part.instance().getId(), taken, kept, ahead,
				waiting, inside(part), tokens, moving);
	}

	/**
	 * What the case can come to again. Of sub-processes that are entered anew only what
	 * lies behind where they are entered.
	 */
	private Set<String> again(TokenPart part, Set<String> ahead) {
		return this.graph.nodes().filter((element) -> again(part, ahead, element)).collect(Collectors.toSet());
	}

	private boolean again(TokenPart part, Set<String> ahead, String element) {
		List<String> around = this.graph.path(element);
		List<String> path = part.path();
		int depth = part.depth();
		if (around.size() <= depth || !around.subList(0, depth).equals(path.subList(0, depth))) {
			return false;
		}
		Set<String> reached = ahead;
		while (reached.contains(around.get(depth)) && depth < path.size() - 1 && depth < around.size() - 1
				&& around.get(depth).equals(path.get(depth))) {
			reached = this.graph.ahead(path.get(++depth));
		}
		return reached.contains(around.get(depth));
	}

	private TokenPart part(String from, String target) {
		if (this.graph.node(target) == null) {
			throw new Impossible(Refusal.UNKNOWN);
		}
		List<String> path = this.graph.path(target);
		TokenPart part = new TokenPart(this.root, path, 0);
		for (int depth = 0; depth < path.size() - 1; depth++) {
			List<ActivityInstance> runs = runs(part.instance(), path.get(depth)).stream()
				.filter((run) -> from == null || contains(run, from))
				.toList();
			if (runs.size() != 1) {
				break;
			}
			part = new TokenPart(runs.get(0), path, depth + 1);
		}
		requireEnterable(part);
		return part;
	}

	/** Sub-processes that have to be entered anew. */
	private void requireEnterable(TokenPart part) {
		for (String element : part.toEnter()) {
			if (this.graph.byEvent(element)) {
				throw new Impossible(Refusal.BY_EVENT);
			}
			if (this.graph.many(element)) {
				throw new Impossible(Refusal.RUNS_OVER);
			}
		}
	}

	/**
	 * What lies ahead of a step. A step of correction leads on only by the loop back into
	 * the main line; then loops are followed too.
	 */
	private Set<String> ahead(TokenPart part, String from) {
		for (Set<String> ahead : List.of(this.graph.ahead(part.entry()), this.graph.reachable(part.entry()))) {
			boolean behind = (from == null) ? !part.elements(ahead::contains).isEmpty()
					: ahead.contains(part.holding(from));
			if (behind) {
				return ahead;
			}
		}
		throw new Impossible(Refusal.NOT_BEFORE);
	}

	private boolean staysDone(SequenceFlow flow, Set<String> ahead, List<String> left) {
		return !this.graph.isLoop(flow) && !ahead.contains(flow.getSource().getId())
				&& left.stream().noneMatch((id) -> this.graph.leadsTo(id, flow));
	}

	/**
	 * The joins of sub-processes entered anew: whatever does not lie ahead of the step is
	 * done.
	 */
	private List<String> inside(TokenPart part) {
		List<String> path = part.path();
		var inside = new ArrayList<String>();
		for (int depth = part.depth() + 1; depth < path.size(); depth++) {
			Set<String> ahead = this.graph.ahead(path.get(depth));
			for (FlowNode join : this.graph.joins(ahead)) {
				this.graph.incoming(join.getId())
					.stream()
					.filter((flow) -> staysDone(flow, ahead, List.of()))
					.forEach((flow) -> inside.add(join.getId()));
			}
		}
		boolean severalRuns = path.subList(0, part.depth()).stream().anyMatch(this.graph::many);
		if (severalRuns && !inside.isEmpty()) {
			throw new Impossible(Refusal.RUNS_OVER);
		}
		return inside;
	}

	/** The running instances of a sub-process directly in a part. */
	private static List<ActivityInstance> runs(ActivityInstance part, String element) {
		return Arrays.stream(part.getChildActivityInstances())
			.flatMap((child) -> child.getActivityId().endsWith(Settings.BODY)
					? Arrays.stream(child.getChildActivityInstances()) : Stream.of(child))
			.filter((child) -> child.getActivityId().equals(element))
			.toList();
	}

	static boolean contains(ActivityInstance one, String id) {
		return one.getId().equals(id)
				|| Arrays.stream(one.getChildActivityInstances()).anyMatch((child) -> contains(child, id));
	}

	private static boolean within(ActivityInstance one, ActivityInstance leaf) {
		return contains(one, leaf.getId());
	}

	private static Stream<ActivityInstance> leaves(ActivityInstance one) {
		ActivityInstance[] children = one.getChildActivityInstances();
		if (children.length > 0) {
			return Arrays.stream(children).flatMap(TokenPlans::leaves);
		}
		return (one.getParentActivityInstanceId() == null) ? Stream.of() : Stream.of(one);
	}

}
