package org.gongjian.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
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

	RunningInstances(ProcessEngine engine) {
		this.runtime = engine.getRuntimeService();
		this.management = engine.getManagementService();
		this.repository = engine.getRepositoryService();
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
	 * Something the engine will do by itself.
	 *
	 * @param element where
	 * @param due when, or {@code null} for at once
	 * @param retries how often it will be tried again; none left is an incident
	 * @param problem what went wrong last, or {@code null}
	 * @param timer whether it waits for a moment
	 */
	public record Work(String id, String element, Instant due, int retries, String problem, boolean timer) {

		/** Whether it has failed for good. */
		public boolean failed() {
			return this.retries <= 0;
		}

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

	/** What the engine will do in an instance by itself. */
	@Transactional(readOnly = true)
	public List<Work> work(String instance) {
		List<Job> jobs = this.management.createJobQuery().processInstanceId(instance).orderByJobDuedate().asc().list();
		return jobs.stream().map(this::work).toList();
	}

	private Work work(Job job) {
		Date due = job.getDuedate();
		return new Work(job.getId(), element(job), (due == null) ? null : due.toInstant(), job.getRetries(),
				job.getExceptionMessage(), job instanceof TimerEntity);
	}

	/**
	 * Timers of tasks have no definition in the engine; their own configuration says
	 * where.
	 */
	private String element(Job job) {
		if (job.getJobDefinitionId() == null) {
			String own = String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw());
			return own.contains("$") ? own.substring(0, own.indexOf('$')) : "";
		}
		return Settings.plain(this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId());
	}

	/** The messages and signals an instance waits for. */
	@Transactional(readOnly = true)
	public List<String> awaited(String instance) {
		return this.runtime.createEventSubscriptionQuery()
			.processInstanceId(instance)
			.list()
			.stream()
			.map(EventSubscription::getEventName)
			.filter((name) -> name != null)
			.distinct()
			.sorted()
			.toList();
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
		this.runtime.suspendProcessInstanceById(instance);
	}

	/** Lets a held instance go on. */
	public void resume(String instance) {
		this.runtime.activateProcessInstanceById(instance);
	}

}
