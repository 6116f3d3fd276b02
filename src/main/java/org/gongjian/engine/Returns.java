package org.gongjian.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
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

	private final CommandExecutor commands;

	private final Instances instances;

	Returns(ProcessEngine engine, Instances instances) {
		this.runtime = engine.getRuntimeService();
		this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getCommandExecutorTxRequired();
		this.instances = instances;
	}

	/**
	 * Works out what a return would do, whatever is open behind the step.
	 * @return empty where it cannot be done
	 */
	public Optional<TokenPlan> plan(String caseNumber, String target) {
		return plan(caseNumber, null, target).plan();
	}

	/**
	 * Works out what a return from an open node would do.
	 * @param from the opening of the node, see {@link OpenTask#body()}
	 */
	public TokenPlan.Planned plan(String caseNumber, String from, String target) {
		return ReadOnce.of(Returns.class, List.of(caseNumber, String.valueOf(from), target),
				() -> this.commands.execute((context) -> planned(caseNumber, from, target)));
	}

	/** In one command, so that the engine reads each row once. */
	private TokenPlan.Planned planned(String caseNumber, String from, String target) {
		try {
			return new TokenPlan.Planned(
					Optional.of(plans(this.instances.drawing(caseNumber, target)).back(from, target)), null);
		}
		catch (TokenPlan.Impossible none) {
			return new TokenPlan.Planned(Optional.empty(), none.refusal());
		}
	}

	private TokenPlans plans(ProcessInstance instance) {
		return new TokenPlans(graph(instance), this.runtime.getActivityInstance(instance.getId()));
	}

	private Graph graph(ProcessInstance instance) {
		return new Graph(this.instances.model(instance));
	}

	/**
	 * Carries a plan out, in one engine command. The step starts before the others are
	 * cancelled, so that the part around it and its variables live on; joins get their
	 * tokens last, when stray ones are gone.
	 */
	public void carryOut(String caseNumber, TokenPlan plan, String reason) {
		ProcessInstance instance = this.instances.drawing(caseNumber, plan.target());
		execute(start(instance, plan, entry(graph(instance), plan.target()), reason, Map.of()));
	}

	/**
	 * The same for a node that asks several, where only one of them is to sign again.
	 * @param slot whom the node asks
	 * @param votes the votes of the others, which stay
	 * @return the opening of the node
	 */
	public String carryOutFor(String caseNumber, TokenPlan plan, String reason, String slot, List<String> votes) {
		ProcessInstance instance = this.instances.drawing(caseNumber, plan.target());
		execute(start(instance, plan, plan.target(), reason, Map.of("slot", slot)));
		String body = Arrays
			.stream(this.runtime.getActivityInstance(instance.getId())
				.getActivityInstances(plan.target() + Settings.BODY))
			.map(ActivityInstance::getId)
			.reduce((first, last) -> last)
			.orElseThrow();
		this.runtime.createVariableInstanceQuery()
			.activityInstanceIdIn(body)
			.variableName("nrOfInstances")
			.list()
			.forEach((counter) -> {
				this.runtime.setVariableLocal(counter.getExecutionId(), Approval.VOTES, String.join(",", votes));
				this.runtime.setVariableLocal(counter.getExecutionId(), Approval.OUTSIDE, -votes.size());
			});
		return body;
	}

	private static void execute(ProcessInstanceModificationBuilder change) {
		try {
			change.execute();
		}
		catch (SuspendedEntityInteractionException held) {
			throw new Overtaken("approval.suspended");
		}
	}

	private ProcessInstanceModificationBuilder start(ProcessInstance instance, TokenPlan plan, String first,
			String reason, Map<String, Object> own) {
		ProcessInstanceModificationBuilder change = this.runtime.createProcessInstanceModification(instance.getId())
			.setAnnotation(reason);
		plan.moving().forEach(change::cancelTransitionInstance);
		change.startBeforeActivity(first, plan.scope()).setVariablesLocal(Variables.fromMap(own));
		plan.tokens().forEach(change::cancelActivityInstance);
		plan.waiting().forEach((join) -> change.startBeforeActivity(join, plan.scope()));
		plan.inside().forEach(change::startBeforeActivity);
		return change;
	}

	/**
	 * Goes from a step straight to another one; whatever is drawn between them does not
	 * run.
	 * @param from the opening of the node it goes from
	 */
	public void jump(String caseNumber, String from, String to) {
		carryOut(caseNumber, plans(this.instances.drawing(caseNumber, to)).straight(from, to), "straight back");
	}

	private static String entry(Graph graph, String target) {
		return graph.many(target) ? target + Settings.BODY : target;
	}

}
