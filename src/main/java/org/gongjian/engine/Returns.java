package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a case back to a step it has passed. Everything downstream of that step loses its
 * token, tokens at joins included; parallel joins get theirs again for branches that stay
 * done. An inclusive join needs none: it goes on when nothing more can arrive.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Returns {

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final Instances instances;

	Returns(ProcessEngine engine, Instances instances) {
		this.runtime = engine.getRuntimeService();
		this.repository = engine.getRepositoryService();
		this.instances = instances;
	}

	/**
	 * Works out what a return would do.
	 * @return empty when there is no step of that name or none of the running ones is
	 * ahead of it
	 */
	public Optional<TokenPlan> plan(String caseNumber, String target) {
		ProcessInstance instance = this.instances.drawing(caseNumber, target);
		var graph = new Graph(this.repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
		if (graph.node(target) == null) {
			return Optional.empty();
		}
		List<String> running = tokens(instance).stream()
			.map((token) -> Settings.plain(token.getActivityId()))
			.distinct()
			.toList();
		Set<String> ahead = ahead(graph, graph.top(target), running);
		List<String> cancelled = running.stream().filter(ahead::contains).toList();
		if (cancelled.isEmpty()) {
			return Optional.empty();
		}
		List<String> left = tokens(instance).stream()
			.map((token) -> Settings.plain(token.getActivityId()))
			.filter((id) -> !ahead.contains(id))
			.toList();
		var waiting = new ArrayList<String>();
		for (FlowNode join : graph.joins(ahead)) {
			graph.incoming(join.getId())
				.stream()
				.filter((flow) -> staysDone(graph, flow, ahead, left))
				.forEach((flow) -> waiting.add(join.getId()));
		}
		return Optional.of(new TokenPlan(target, cancelled, waiting));
	}

	/**
	 * What lies ahead of a step. A step of correction leads on only by the loop back into
	 * the main line; then loops are followed too.
	 */
	private static Set<String> ahead(Graph graph, String target, List<String> running) {
		Set<String> straight = graph.ahead(target);
		return running.stream().anyMatch(straight::contains) ? straight : graph.reachable(target);
	}

	private static boolean staysDone(Graph graph, SequenceFlow flow, Set<String> ahead, List<String> left) {
		return !graph.isLoop(flow) && !ahead.contains(flow.getSource().getId())
				&& left.stream().noneMatch((id) -> graph.leadsTo(id, flow));
	}

	/** Carries a plan out, in one engine command. */
	public void carryOut(String caseNumber, TokenPlan plan, String reason) {
		ProcessInstance instance = this.instances.drawing(caseNumber, plan.target());
		var graph = new Graph(this.repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
		var change = this.runtime.createProcessInstanceModification(instance.getId()).setAnnotation(reason);
		tokens(instance).stream()
			.filter((token) -> plan.cancelled().contains(Settings.plain(token.getActivityId())))
			.forEach((token) -> change.cancelActivityInstance(token.getId()));
		plan.waiting().forEach(change::startBeforeActivity);
		change.startBeforeActivity(entry(graph, plan.target()));
		change.execute();
	}

	/**
	 * Goes from a step straight to another one; whatever is drawn between them does not
	 * run.
	 */
	public void jump(String caseNumber, String from, String to) {
		carryOut(caseNumber, new TokenPlan(to, List.of(from), List.of()), from);
	}

	private static String entry(Graph graph, String target) {
		boolean many = graph.node(target) instanceof Activity activity && activity.getLoopCharacteristics() != null;
		return many ? target + Settings.BODY : target;
	}

	private List<ActivityInstance> tokens(ProcessInstance instance) {
		return Arrays.asList(this.runtime.getActivityInstance(instance.getId()).getChildActivityInstances());
	}

}
