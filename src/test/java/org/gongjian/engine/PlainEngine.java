package org.gongjian.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.gongjian.support.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * An engine for walking through one shipped diagram: our nodes, timers and end signals,
 * and steps that only note that they ran. Remembers every flow taken.
 */
public final class PlainEngine implements AutoCloseable {

	private static final Pattern CALLED = Pattern.compile("calledElement=\"([a-z-]+)\"");

	private final ProcessEngine engine;

	private final Set<String> taken = new TreeSet<>();

	private final Set<String> processes = new LinkedHashSet<>();

	private final List<String> ran = new ArrayList<>();

	private final Map<String, Consumer<Call>> effects = new LinkedHashMap<>();

	private String instance;

	private String number;

	private String end;

	private String status;

	public PlainEngine(TestDatabase database, String process, String... steps) {
		var beans = new LinkedHashMap<Object, Object>();
		for (String step : steps) {
			beans.put(step, new StepDelegate(noting(step)));
		}
		Clock clock = Clock.systemUTC();
		DueDates due = PlainEngine::after;
		beans.put("approvers", new Approvers(provider(Assignees.class, PlainEngine::slots), none(TaskSignals.class)));
		beans.put("approval", new Approval());
		beans.put("workCalendar", new WorkCalendar(provider(DueDates.class, due), clock));
		CaseSignals signals = (number, last, how) -> {
			this.end = last;
			this.status = how;
		};
		var nodes = new NodeListener(new TaskWatch(none(TaskSignals.class)),
				new EndWatch(provider(CaseSignals.class, signals)),
				new NodeTimers(none(TaskSignals.class), provider(DueDates.class, due), clock));
		ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
		String url = database.url(process.replace('-', '_'));
		configuration.setProcessEngineName(process + "-" + database);
		configuration.setJdbcUrl(url);
		configuration.setJdbcUsername(database.user());
		configuration.setJdbcPassword(database.password());
		configuration.setJdbcDriver((database == TestDatabase.H2) ? "org.h2.Driver" : "org.postgresql.Driver");
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
		configuration.setJobExecutorActivate(false);
		configuration.setMetricsEnabled(false);
		configuration.setExpressionManager(new JuelExpressionManager(beans));
		configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(nodes, new Footsteps(this.taken))));
		this.engine = configuration.buildProcessEngine();
		deploy(process);
	}

	private void deploy(String process) {
		this.processes.add(process);
		var deployment = this.engine.getRepositoryService().createDeployment();
		String prefix = process.split("-")[0] + "-";
		try (Stream<Path> files = Files.list(Path.of("processes"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String name = file.getFileName().toString();
				if (name.equals(process + ".bpmn") || name.startsWith(prefix) && name.endsWith(".dmn")) {
					deployment.addString(name, Files.readString(file, StandardCharsets.UTF_8));
				}
			}
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		deployment.deploy();
		called(process).forEach(this::deploy);
	}

	/** The shipped processes a diagram calls. */
	private static List<String> called(String process) {
		try {
			String xml = Files.readString(Path.of("processes", process + ".bpmn"), StandardCharsets.UTF_8);
			return CALLED.matcher(xml).results().map((found) -> found.group(1)).distinct().toList();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private Step noting(String step) {
		return new Step() {

			@Override
			public String name() {
				return step;
			}

			@Override
			public void run(Call call) {
				PlainEngine.this.ran.add(call.element());
				PlainEngine.this.effects.getOrDefault(step, (nothing) -> {
				}).accept(call);
			}

		};
	}

	/** Says what a step does from now on, besides noting that it ran. */
	public void step(String name, Consumer<Call> effect) {
		this.effects.put(name, effect);
	}

	/** Starts a case and makes it the one everything here is about. */
	public void start(String process, Map<String, Object> facts) {
		this.ran.clear();
		this.end = null;
		this.status = null;
		this.number = "CASE-" + System.nanoTime();
		this.instance = this.engine.getRuntimeService().startProcessInstanceByKey(process, this.number, facts).getId();
	}

	/** Starts a case by a message and makes it the one everything here is about. */
	public void startBy(String message, Map<String, Object> facts) {
		this.ran.clear();
		this.end = null;
		this.status = null;
		this.number = "CASE-" + System.nanoTime();
		this.instance = this.engine.getRuntimeService()
			.startProcessInstanceByMessage(message, this.number, facts)
			.getId();
	}

	/**
	 * The open tasks, {@code step} or {@code step/slot} where a node asks for several.
	 */
	public List<String> open() {
		return tasks().stream().map(Task::getTaskDefinitionKey).distinct().sorted().toList();
	}

	/** The slots a node asks for. */
	public List<String> slots(String step) {
		return tasks().stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(step))
			.map(this::slot)
			.sorted()
			.toList();
	}

	/** Decides the only open task of a node. */
	public void decide(String step, String decision) {
		complete(tasks().stream().filter((task) -> task.getTaskDefinitionKey().equals(step)).toList(), step, decision);
	}

	/** Decides for one slot of a node. */
	public void decide(String step, String slot, String decision) {
		complete(tasks().stream()
			.filter((task) -> task.getTaskDefinitionKey().equals(step) && slot(task).equals(slot))
			.toList(), step, decision);
	}

	/** Decides one of the open tasks of a node that was opened more than once. */
	public void decideOne(String step, String decision) {
		complete(tasks().stream().filter((task) -> task.getTaskDefinitionKey().equals(step)).limit(1).toList(), step,
				decision);
	}

	private void complete(List<Task> found, String step, String decision) {
		if (found.size() != 1) {
			throw new AssertionError("one task " + step + " was expected, open are " + open());
		}
		this.engine.getTaskService()
			.complete(found.get(0).getId(),
					Variables.putValueTyped(Approval.DECISION, Variables.stringValue(decision, true)));
	}

	/** Lets a drawn timer fire. */
	public void fire(String timer) {
		this.engine.getManagementService().executeJob(job(timer).getId());
	}

	/** When a drawn timer will fire. */
	public Instant due(String timer) {
		return job(timer).getDuedate().toInstant();
	}

	private Job job(String timer) {
		Job job = this.engine.getManagementService()
			.createJobQuery()
			.activityId(timer)
			.list()
			.stream()
			.filter((one) -> ofCase(one.getProcessInstanceId()))
			.findFirst()
			.orElse(null);
		if (job == null) {
			throw new AssertionError("no timer " + timer + " is running");
		}
		return job;
	}

	/** Whether an instance is the case's own or that of a process it called. */
	private boolean ofCase(String other) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(other)
			.processInstanceBusinessKey(this.number)
			.count() > 0;
	}

	/** Delivers a message to the case. */
	public void deliver(String message) {
		deliver(message, Map.of());
	}

	/** Delivers a message with facts to everything in the case that waits for it. */
	public void deliver(String message, Map<String, Object> facts) {
		var waiting = this.engine.getRuntimeService()
			.createExecutionQuery()
			.messageEventSubscriptionName(message)
			.processInstanceId(this.instance)
			.list();
		if (waiting.isEmpty()) {
			throw new AssertionError("nothing waits for " + message);
		}
		waiting.forEach(
				(execution) -> this.engine.getRuntimeService().messageEventReceived(message, execution.getId(), facts));
	}

	/** Whether the case waits for a message. */
	public boolean awaits(String message) {
		return this.engine.getRuntimeService()
			.createEventSubscriptionQuery()
			.processInstanceId(this.instance)
			.eventName(message)
			.count() > 0;
	}

	/** Takes the case back to a step, as a return does. */
	public void returnTo(String step) {
		var returns = new Returns(this.engine, new Instances(this.engine));
		String number = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(this.instance)
			.singleResult()
			.getBusinessKey();
		returns.carryOut(number, returns.plan(number, step).orElseThrow(), "returned");
	}

	/** The steps that ran since the start, by element. */
	public List<String> ran() {
		return List.copyOf(this.ran);
	}

	/** The end event with a status that was reached, once the case is over. */
	public String end() {
		return this.end;
	}

	/** The status of that end event. */
	public String status() {
		return this.status;
	}

	/** Whether the case is over. */
	public boolean over() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(this.instance)
			.count() == 0;
	}

	/** The diagram and those it calls. */
	public Set<String> processes() {
		return this.processes;
	}

	/** Every sequence flow taken and every element passed by any case so far. */
	public Set<String> covered() {
		var covered = new TreeSet<>(this.taken);
		this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.forEach(covered::add);
		return covered;
	}

	@Override
	public void close() {
		this.engine.close();
	}

	private List<Task> tasks() {
		return this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(this.number).list();
	}

	private String slot(Task task) {
		return String.valueOf(this.engine.getRuntimeService().getVariable(task.getExecutionId(), "slot"));
	}

	private static List<String> slots(String who, Function<String, Object> facts) {
		return Arrays.stream(who.split(",")).map(String::strip).flatMap((slot) -> slot(slot, facts)).toList();
	}

	private static Stream<String> slot(String slot, Function<String, Object> facts) {
		if (slot.equals("initiator")) {
			return Stream.of("user:" + facts.apply("initiator"));
		}
		if (slot.startsWith("person:")) {
			return Arrays.stream(String.valueOf(facts.apply(slot.substring(7))).split(","));
		}
		if (slot.startsWith("role:")) {
			return slot(String.valueOf(facts.apply(slot.substring(5))), facts);
		}
		if (slot.startsWith("each:")) {
			return Arrays.stream(String.valueOf(facts.apply(slot.substring(5))).split(","));
		}
		int at = slot.indexOf('@');
		if (at < 0) {
			return Stream.of(slot);
		}
		String organisations = String.valueOf(facts.apply(slot.substring(at + 1)));
		return Arrays.stream(organisations.split(",")).map((org) -> slot.substring(0, at + 1) + org);
	}

	private static Instant after(Instant start, String duration) {
		return duration.endsWith("WD") ? start.plus(Duration.ofDays(2)
			.multipliedBy((long) (2 * Double.parseDouble(duration.substring(1, duration.length() - 2))))
			.dividedBy(4)) : start.plus(Duration.parse(duration));
	}

	private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
		return new StaticListableBeanFactory(Map.of("only", bean)).getBeanProvider(type);
	}

	private static <T> ObjectProvider<T> none(Class<T> type) {
		return new StaticListableBeanFactory().getBeanProvider(type);
	}

	/** Notes every sequence flow that is taken. */
	private static final class Footsteps extends AbstractBpmnParseListener {

		private final Set<String> taken;

		private Footsteps(Set<String> taken) {
			this.taken = taken;
		}

		@Override
		public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
			transition.addListener(ExecutionListener.EVENTNAME_TAKE,
					(ExecutionListener) (execution) -> this.taken.add(transition.getId()));
		}

	}

}
