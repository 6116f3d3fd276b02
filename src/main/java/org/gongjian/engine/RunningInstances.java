package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What runs in the engine, for those who keep it running. */
@Component
@Transactional
public class RunningInstances {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final RepositoryService repository;

	private final HistoryService history;

	private final Models models;

	RunningInstances(ProcessEngine engine) {
		this.runtime = engine.getRuntimeService();
		this.management = engine.getManagementService();
		this.repository = engine.getRepositoryService();
		this.history = engine.getHistoryService();
		this.models = new Models(engine);
	}

	/**
	 * How many tokens stand at an element.
	 *
	 * @param tokens how many
	 * @param failed how many jobs there have failed for good
	 */
	public record Standing(String element, int tokens, int failed) {
	}

	/**
	 * A token of an instance.
	 *
	 * @param id for moving it
	 * @param element where it stands
	 * @param within the sub-process around it, or {@code null}
	 */
	public record Token(String id, String element, String within) {
	}

	/**
	 * A message or signal an instance waits for.
	 *
	 * @param element where it would arrive
	 */
	public record Awaited(String name, String element) {
	}

	/** How often each element of a version has a token. */
	@Transactional(readOnly = true)
	public List<Standing> standing(String definition) {
		Map<String, Standing> standing = new HashMap<>();
		this.management.createActivityStatisticsQuery(definition).includeFailedJobs().list().forEach((one) -> {
			String element = Settings.plain(one.getId());
			standing.merge(element, new Standing(element, one.getInstances(), one.getFailedJobs()),
					(first, other) -> new Standing(element, Math.max(first.tokens(), other.tokens()),
							first.failed() + other.failed()));
		});
		return List.copyOf(standing.values());
	}

	/** The business keys of the instances that stand at an element, in their order. */
	@Transactional(readOnly = true)
	public List<String> at(String definition, String element, int most) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionId(definition)
			.activityIdIn(element, element + Settings.BODY)
			.orderByBusinessKey()
			.asc()
			.listPage(0, most)
			.stream()
			.map((instance) -> instance.getBusinessKey())
			.toList();
	}

	/** How many instances of a version run. */
	@Transactional(readOnly = true)
	public long running(String definition) {
		return this.runtime.createProcessInstanceQuery().processDefinitionId(definition).count();
	}

	/** The versions of a process, newest first. */
	@Transactional(readOnly = true)
	public List<Definitions.Released> versions(String process) {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.orderByProcessDefinitionVersion()
			.desc()
			.list()
			.stream()
			.map((one) -> new Definitions.Released(one.getId(), one.getKey(), one.getVersion(), one.getName()))
			.toList();
	}

	/** Where an instance stands; empty when it is over. */
	@Transactional(readOnly = true)
	public List<Token> tokens(String instance) {
		ActivityInstance root = this.runtime.getActivityInstance(instance);
		return (root == null) ? List.of() : tokens(root, null).toList();
	}

	private static Stream<Token> tokens(ActivityInstance one, String within) {
		var tokens = new ArrayList<Token>();
		for (var moving : one.getChildTransitionInstances()) {
			tokens.add(new Token(moving.getId(), Settings.plain(moving.getActivityId()), within));
		}
		for (ActivityInstance child : one.getChildActivityInstances()) {
			boolean body = child.getActivityId().endsWith(Settings.BODY);
			boolean leaf = child.getChildActivityInstances().length == 0
					&& child.getChildTransitionInstances().length == 0;
			boolean node = body && !leaf && Arrays.stream(child.getChildActivityInstances())
				.allMatch((member) -> member.getChildActivityInstances().length == 0);
			if (leaf || node) {
				tokens.add(new Token(child.getId(), Settings.plain(child.getActivityId()), within));
			}
			else {
				tokens(child, body ? within : child.getActivityId()).forEach(tokens::add);
			}
		}
		return tokens.stream();
	}

	/** The messages and signals an instance waits for. */
	@Transactional(readOnly = true)
	public List<Awaited> awaited(String instance) {
		return this.runtime.createEventSubscriptionQuery()
			.processInstanceId(instance)
			.list()
			.stream()
			.filter((waiting) -> waiting.getEventName() != null)
			.map((waiting) -> new Awaited(waiting.getEventName(), Settings.plain(waiting.getActivityId())))
			.distinct()
			.sorted(Comparator.comparing(Awaited::name))
			.toList();
	}

	/**
	 * How many instances of a version ended at each of its ends, as far as history is
	 * kept.
	 */
	@Transactional(readOnly = true)
	public Map<String, Long> ended(String definition) {
		Map<String, Long> ended = new HashMap<>();
		this.history.createHistoricActivityStatisticsQuery(definition)
			.includeFinished()
			.list()
			.stream()
			.filter((one) -> this.models.of(definition).getModelElementById(one.getId()) instanceof EndEvent end
					&& end.getParentElement() instanceof Process)
			.forEach((one) -> ended.put(one.getId(), one.getFinished()));
		return ended;
	}

	/**
	 * Does a piece of work at once that failed before; a timer that has not fired yet is
	 * not brought forward.
	 * @return what went wrong, or {@code null}; nothing of it was kept then
	 */
	@Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
	public String retry(String instance, String job) {
		Job failed = this.management.createJobQuery().processInstanceId(instance).jobId(job).singleResult();
		if (failed == null || (failed.getExceptionMessage() == null && failed.getRetries() > 0)) {
			throw new NotFound("job " + job);
		}
		try {
			this.management.setJobRetries(job, 1);
			this.management.executeJob(job);
			return null;
		}
		catch (RuntimeException again) {
			return String.valueOf(again.getMessage());
		}
	}

	/** Whether an instance is held. */
	@Transactional(readOnly = true)
	public boolean suspended(String instance) {
		return this.runtime.createProcessInstanceQuery().processInstanceId(instance).suspended().count() > 0;
	}

	/** Holds an instance: no task of it can be decided and no timer fires. */
	public void suspend(String instance) {
		tree(instance).forEach(this.runtime::suspendProcessInstanceById);
	}

	/** Lets a held instance go on. */
	public void resume(String instance) {
		tree(instance).forEach(this.runtime::activateProcessInstanceById);
	}

	/** An instance and those it has called. */
	private Stream<String> tree(String instance) {
		return Stream.concat(Stream.of(instance),
				this.runtime.createProcessInstanceQuery()
					.superProcessInstanceId(instance)
					.list()
					.stream()
					.flatMap((called) -> tree(called.getId())));
	}

}
