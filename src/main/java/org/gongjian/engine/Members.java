package org.gongjian.engine;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds people to an approval node that is open and takes them out of it. A member is
 * never cancelled: removing the last pending one so would leave a node that nobody can
 * complete.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Members {

	/** Somebody whose vote counts. */
	public static final String MEMBER = "MEMBER";

	/** Somebody who is asked beside the node's own and has no vote. */
	public static final String HELPER = "HELPER";

	static final String PART = "part";

	static final String REMOVED = "REMOVED";

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final Instances instances;

	private final Tasks tasks;

	Members(ProcessEngine engine, Instances instances, Tasks tasks) {
		this.runtime = engine.getRuntimeService();
		this.repository = engine.getRepositoryService();
		this.instances = instances;
		this.tasks = tasks;
	}

	/**
	 * Opens a task for one more slot in a node that is open.
	 * @param body the opening of the node, see {@link OpenTask#body()}
	 * @throws Overtaken if the node is not open any more
	 * @throws NotAllowed if its members are asked one after the other
	 */
	public void add(String caseNumber, String step, String body, String slot, String part) {
		ProcessInstance drawing = this.instances.drawing(caseNumber, step);
		String instance = drawing.getId();
		if (!open(instance, step, body)) {
			throw new Overtaken("approval.gone");
		}
		if (oneAfterTheOther(drawing, step)) {
			throw new NotAllowed("approval.signers.sequence");
		}
		Map<String, Object> own = new HashMap<>();
		own.put("slot", slot);
		own.put(PART, part);
		try {
			this.runtime.createProcessInstanceModification(instance)
				.startBeforeActivity(step, body)
				.setVariablesLocal(Variables.fromMap(own))
				.execute();
		}
		catch (OptimisticLockingException contended) {
			throw new Contended(contended);
		}
		catch (SuspendedEntityInteractionException held) {
			throw new Overtaken("approval.suspended");
		}
	}

	/** The engine cannot open one more member where it opens them one by one. */
	private boolean oneAfterTheOther(ProcessInstance instance, String step) {
		UserTask task = this.repository.getBpmnModelInstance(instance.getProcessDefinitionId())
			.getModelElementById(step);
		return task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
				&& several.isSequential();
	}

	/**
	 * Whether that opening of the node still runs: otherwise the engine would silently
	 * open the node anew beside what follows it.
	 */
	private boolean open(String instance, String step, String body) {
		for (var one : this.runtime.getActivityInstance(instance).getActivityInstances(step + Settings.BODY)) {
			if (one.getId().equals(body)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Takes somebody who has not decided out of a node; the node is counted anew at once.
	 */
	public void remove(String taskId) {
		this.tasks.complete(taskId, REMOVED);
	}

	/**
	 * Takes a vote back out of a node that is open, for its member to vote again.
	 * @param slot the slot of the member
	 * @param vote the decision made
	 */
	public void voteAgain(String caseNumber, String step, String body, String slot, String vote, String part) {
		add(caseNumber, step, body, slot, part);
		String execution = this.runtime.createVariableInstanceQuery()
			.activityInstanceIdIn(body)
			.variableName(Approval.VOTES)
			.singleResult()
			.getExecutionId();
		Object votes = this.runtime.getVariableLocal(execution, Approval.VOTES);
		this.runtime.setVariableLocal(execution, Approval.VOTES, Votes.without(String.valueOf(votes), vote));
		Object outside = this.runtime.getVariableLocal(execution, Approval.OUTSIDE);
		this.runtime.setVariableLocal(execution, Approval.OUTSIDE, Approval.number(outside) + 1);
	}

	static String part(Object variable) {
		return HELPER.equals(variable) ? HELPER : MEMBER;
	}

}
