package org.gongjian.engine;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gongjian.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds instances that nothing and nobody can move on, gets them going again, and moves
 * tokens by hand.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Repairs {

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final JdbcClient jdbc;

	Repairs(ProcessEngine engine, JdbcClient jdbc) {
		this.runtime = engine.getRuntimeService();
		this.repository = engine.getRepositoryService();
		this.jdbc = jdbc;
	}

	/**
	 * The business keys of instances without a task, a job, a subscription or a called
	 * instance, those held aside.
	 * @param process the process key, or {@code null} for all
	 */
	public List<String> stuck(String process, int most) {
		return stuck(process, null, most);
	}

	/** Whether a case is one of those. */
	public boolean isStuck(String caseNumber) {
		return !stuck(null, caseNumber, 1).isEmpty();
	}

	private List<String> stuck(String process, String caseNumber, int most) {
		return this.jdbc.sql("""
				select instance.business_key_ from act_ru_execution instance
				join act_re_procdef definition on definition.id_ = instance.proc_def_id_
				where instance.parent_id_ is null and instance.super_exec_ is null and instance.suspension_state_ = 1
				  and (cast(:process as varchar(255)) is null or definition.key_ = :process)
				  and (cast(:case as varchar(255)) is null or instance.business_key_ = :case)
				  and not exists (select 1 from act_ru_task task where task.proc_inst_id_ = instance.id_)
				  and not exists (select 1 from act_ru_job job where job.process_instance_id_ = instance.id_)
				  and not exists (select 1 from act_ru_event_subscr waiting
				    join act_ru_execution at on at.id_ = waiting.execution_id_
				    where waiting.proc_inst_id_ = instance.id_ and at.parent_id_ is not null)
				  and not exists (select 1 from act_ru_execution called
				    join act_ru_execution caller on caller.id_ = called.super_exec_
				    where caller.proc_inst_id_ = instance.id_)
				order by instance.business_key_ fetch first :most rows only
				""").param("process", process).param("case", caseNumber).param("most", most).query(String.class).list();
	}

	/**
	 * Lets a stuck instance go on from where it stands: a node that nobody is asked at
	 * any more goes on as decided, or opens again where nobody has decided it; a join
	 * stops waiting.
	 * @return the elements at which it stood
	 */
	public List<String> repair(String caseNumber) {
		ProcessInstance instance = instance(caseNumber);
		List<ActivityInstance> leaves = leaves(this.runtime.getActivityInstance(instance.getId())).toList();
		var change = this.runtime.createProcessInstanceModification(instance.getId()).setAnnotation("repair");
		Set<String> elements = new LinkedHashSet<>();
		for (ActivityInstance leaf : leaves) {
			if (elements.add(leaf.getActivityId())) {
				if (unasked(instance, leaf)) {
					change.startBeforeActivity(leaf.getActivityId(), leaf.getParentActivityInstanceId());
				}
				else {
					change.startAfterActivity(leaf.getActivityId(), leaf.getParentActivityInstanceId());
				}
			}
		}
		leaves.forEach((leaf) -> change.cancelActivityInstance(leaf.getId()));
		change.execute();
		return elements.stream().map(Settings::plain).distinct().toList();
	}

	/** Whether a node has no vote yet, so that it has to be asked again. */
	private boolean unasked(ProcessInstance instance, ActivityInstance leaf) {
		boolean node = this.repository.getBpmnModelInstance(instance.getProcessDefinitionId())
			.getModelElementById(Settings.plain(leaf.getActivityId())) instanceof UserTask;
		Object votes = this.runtime.createVariableInstanceQuery()
			.activityInstanceIdIn(leaf.getId())
			.variableName(Approval.VOTES)
			.list()
			.stream()
			.map((variable) -> variable.getValue())
			.findFirst()
			.orElse(null);
		return node && (votes == null || votes.toString().isBlank());
	}

	/**
	 * What moving a token would do: back to a step before it as a return does, or on to
	 * any other step.
	 * @param token see {@link RunningInstances.Token}
	 */
	public TokenPlan.Planned plan(String caseNumber, String token, String target) {
		ProcessInstance instance = instance(caseNumber);
		var graph = new Graph(this.repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
		return new TokenPlans(graph, this.runtime.getActivityInstance(instance.getId())).move(token, target);
	}

	private ProcessInstance instance(String caseNumber) {
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseNumber)
			.rootProcessInstances()
			.singleResult();
		if (instance == null) {
			throw new NotFound("instance of " + caseNumber);
		}
		return instance;
	}

	/** Where it stands; a node as a whole, since its members are asked by it. */
	private static Stream<ActivityInstance> leaves(ActivityInstance one) {
		ActivityInstance[] children = one.getChildActivityInstances();
		boolean node = one.getActivityId().endsWith(Settings.BODY)
				&& Arrays.stream(children).allMatch((member) -> member.getChildActivityInstances().length == 0);
		if (children.length > 0 && !node) {
			return Arrays.stream(children).flatMap(Repairs::leaves);
		}
		return (one.getParentActivityInstanceId() == null) ? Stream.of() : Stream.of(one);
	}

}
