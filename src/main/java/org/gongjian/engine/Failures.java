package org.gongjian.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine does by itself in cases, and what of it could not be done and why.
 */
@Component
@Transactional(readOnly = true)
public class Failures {

	private static final Pattern CAUSED_BY = Pattern.compile("(?m)^(?:Caused by: )?((?:\\w+\\.)+\\w+)(?::.*)?$");

	private final ManagementService management;

	private final RuntimeService runtime;

	Failures(ProcessEngine engine) {
		this.management = engine.getManagementService();
		this.runtime = engine.getRuntimeService();
	}

	/** What kind of work it is. */
	public enum Kind {

		/** Somebody is reminded of a task. */
		REMIND,

		/** A task that is late is told to a superior. */
		ESCALATE,

		/** A timer of the diagram. */
		TIMER,

		/** The case goes on. */
		CONTINUE

	}

	/** Why something failed, so that it can be said in plain words. */
	public enum Cause {

		/** A file could not be read or written. */
		FILE,

		/** The database did not answer or refused. */
		DATABASE,

		/** Another program did not answer. */
		NETWORK,

		/** A decision table has no answer or cannot be read. */
		TABLE,

		/** The diagram asks for something this case does not have. */
		FACT,

		/** Somebody changed the same at the same moment. */
		OVERTAKEN,

		/** Anything else: a fault of the program. */
		FAULT

	}

	/**
	 * Something the engine will do by itself.
	 *
	 * @param element where
	 * @param due when, or {@code null} for at once
	 * @param retries how often it will be tried again; none left is an incident
	 * @param cause of what kind the fault was, or {@code null}
	 * @param said what was said when it failed, or {@code null}
	 */
	public record Work(String id, String element, Kind kind, Instant due, int retries, Cause cause, String said) {

		/** Whether it has failed for good. */
		public boolean failed() {
			return this.retries <= 0;
		}

		/** Whether it failed and may be tried again by hand. */
		public boolean troubled() {
			return failed() || this.cause != null;
		}

	}

	/** Work of a case that failed. */
	public record Failure(String caseNumber, String definition, Work work) {
	}

	/** What the engine will do in an instance. */
	public List<Work> of(String instance) {
		List<Job> jobs = this.management.createJobQuery().processInstanceId(instance).orderByJobDuedate().asc().list();
		return jobs.stream().map(this::work).toList();
	}

	/** What failed in the cases of a process, the oldest first. */
	public List<Failure> in(String process, int most) {
		List<Job> jobs = this.management.createJobQuery()
			.processDefinitionKey(process)
			.withException()
			.orderByJobId()
			.asc()
			.listPage(0, most);
		if (jobs.isEmpty()) {
			return List.of();
		}
		Map<String, String> numbers = new HashMap<>();
		this.runtime.createProcessInstanceQuery()
			.processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()))
			.list()
			.forEach((ProcessInstance one) -> numbers.put(one.getId(), one.getBusinessKey()));
		return jobs.stream()
			.map((job) -> new Failure(numbers.get(job.getProcessInstanceId()), job.getProcessDefinitionId(), work(job)))
			.toList();
	}

	private Work work(Job job) {
		String said = job.getExceptionMessage();
		return new Work(job.getId(), element(job), kind(job),
				(job.getDuedate() == null) ? null : job.getDuedate().toInstant(), job.getRetries(),
				(said == null) ? null : cause(this.management.getJobExceptionStacktrace(job.getId())), said);
	}

	/**
	 * Timers of tasks have no definition in the engine; their own configuration says
	 * where.
	 */
	private String element(Job job) {
		if (job.getJobDefinitionId() == null) {
			String own = own(job);
			return own.contains("$") ? own.substring(0, own.indexOf('$')) : "";
		}
		return Settings.plain(this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId());
	}

	private static String own(Job job) {
		return String.valueOf(((JobEntity) job).getJobHandlerConfigurationRaw());
	}

	private static Kind kind(Job job) {
		for (TaskSignals.Timer timer : TaskSignals.Timer.values()) {
			if (own(job).endsWith("~" + timer.name().toLowerCase(java.util.Locale.ROOT))) {
				return Kind.valueOf(timer.name());
			}
		}
		return (job instanceof TimerEntity) ? Kind.TIMER : Kind.CONTINUE;
	}

	/** The innermost cause decides. */
	static Cause cause(String trace) {
		Matcher classes = CAUSED_BY.matcher((trace == null) ? "" : trace);
		String last = "";
		while (classes.find()) {
			last = classes.group(1);
		}
		if (last.matches("java\\.net\\..*|javax?\\.net\\..*|jakarta\\.mail\\..*")) {
			return Cause.NETWORK;
		}
		if (last.matches("java\\.(io|nio)\\..*")) {
			return Cause.FILE;
		}
		if (last.matches("java\\.sql\\..*|org\\.(h2|postgresql)\\..*|org\\.springframework\\.(dao|jdbc)\\..*")) {
			return Cause.DATABASE;
		}
		if (last.matches(".*\\.(OptimisticLocking\\w*|Contended|Overtaken)")) {
			return Cause.OVERTAKEN;
		}
		if (last.matches("org\\.camunda\\.(bpm\\.dmn|feel|bpm\\.engine\\.impl\\.dmn)\\..*|.*\\.Dmn\\w+")) {
			return Cause.TABLE;
		}
		return last.matches(".*\\.(PropertyNotFoundException|ELException|Missing\\w*)") ? Cause.FACT : Cause.FAULT;
	}

}
