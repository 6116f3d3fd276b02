package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engine's user tasks. Who may do what is decided above; here it is carried out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Tasks {

	private final ProcessEngineConfiguration configuration;

	private final TaskService tasks;

	private final RuntimeService runtime;

	Tasks(ProcessEngine engine) {
		this.configuration = engine.getProcessEngineConfiguration();
		this.tasks = engine.getTaskService();
		this.runtime = engine.getRuntimeService();
	}

	/**
	 * Completes a task with the decision made.
	 * @throws Overtaken if it is not open any more
	 * @throws Contended if a neighbour was decided at the same moment
	 */
	public void complete(String taskId, String decision) {
		try {
			this.tasks.complete(taskId,
					Variables.putValueTyped(Approval.DECISION, Variables.stringValue(decision, true)));
		}
		catch (NullValueException gone) {
			throw new Overtaken("approval.gone");
		}
		catch (SuspendedEntityInteractionException held) {
			throw new Overtaken("approval.suspended");
		}
		catch (OptimisticLockingException contended) {
			throw new Contended(contended);
		}
	}

	/**
	 * Gives a task to somebody.
	 * @param username the holder, or {@code null} to put it back into the pool
	 */
	public void hold(String taskId, String username) {
		try {
			this.tasks.setAssignee(taskId, username);
		}
		catch (NullValueException gone) {
			throw new Overtaken("approval.gone");
		}
		catch (SuspendedEntityInteractionException held) {
			throw new Overtaken("approval.suspended");
		}
		catch (OptimisticLockingException contended) {
			throw new Contended(contended);
		}
	}

	/**
	 * A fact of the case or of the sub-process an open task stands in, as the diagram
	 * sees it there.
	 */
	public Object fact(String taskId, String name) {
		return this.tasks.getVariable(taskId, name);
	}

	/** Every open task, for rebuilding and checking what others keep about them. */
	public List<OpenTask> all() {
		long count = this.tasks.createTaskQuery().count();
		var all = new ArrayList<OpenTask>();
		for (int from = 0; from < count; from += 1_000) {
			this.tasks.createTaskQuery()
				.initializeFormKeys()
				.orderByTaskId()
				.asc()
				.listPage(from, 1_000)
				.forEach((task) -> all.add(view(task)));
		}
		return all;
	}

	private OpenTask view(Task task) {
		Object slot = this.runtime.getVariable(task.getExecutionId(), "slot");
		Map<String, Object> facts = this.runtime.getVariables(task.getProcessInstanceId());
		Date due = task.getDueDate();
		String key = this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
		return new OpenTask(task.getId(), task.getProcessInstanceId(), task.getProcessDefinitionId(),
				task.getProcessDefinitionId().split(":")[0], key, task.getTaskDefinitionKey(), task.getName(),
				task.getExecutionId(), task.getExecutionId(), (slot == null) ? "" : slot.toString(), task.getAssignee(),
				task.getCreateTime().toInstant(), (due == null) ? null : due.toInstant(), task.getFormKey(),
				settings(task), Members.part(this.runtime.getVariable(task.getExecutionId(), Members.PART)), facts);
	}

	private Map<String, String> settings(Task task) {
		var engine = (ProcessEngineConfigurationImpl) this.configuration;
		ActivityImpl activity = engine.getCommandExecutorTxRequired().execute((context) -> {
			ProcessDefinitionEntity definition = engine.getDeploymentCache()
				.findDeployedProcessDefinitionById(task.getProcessDefinitionId());
			return definition.findActivity(task.getTaskDefinitionKey());
		});
		return Settings.of(activity);
	}

}
