package org.gongjian.plaque;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Walks the shipped diagram on a bare engine: the platform's beans are doubles, every
 * step sets what a test tells it to.
 */
class PlaqueAwardWalk {

	static final String DIAGRAM = "/processes/plaque-award.bpmn";

	private final BpmnModelInstance model = Bpmn
		.readModelFromStream(PlaqueAwardWalk.class.getResourceAsStream(DIAGRAM));

	private final Map<String, Map<String, Object>> effects = new HashMap<>();

	private final List<String> ran = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	private final Set<String> passed = new HashSet<>();

	private final ProcessEngine engine;

	private String instance;

	PlaqueAwardWalk() {
		var configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName("plaque-award-walk");
		configuration.setJdbcUrl("jdbc:h2:mem:plaque-award-walk");
		configuration.setJobExecutorActivate(false);
		configuration.setMetricsEnabled(false);
		configuration.setBeans(beans());
		configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Listening())));
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("plaque-award.bpmn", this.model)
			.deploy();
	}

	private Map<Object, Object> beans() {
		var beans = new HashMap<Object, Object>();
		beans.put("approvers", new Slots());
		beans.put("approval", new Votes());
		beans.put("workCalendar", new Days());
		for (String step : steps()) {
			beans.put(step, (JavaDelegate) this::run);
		}
		return beans;
	}

	private void run(DelegateExecution execution) {
		String element = execution.getCurrentActivityId();
		this.ran.add(element);
		this.effects.getOrDefault(element, Map.of()).forEach(execution.getProcessInstance()::setVariable);
	}

	/** The names of the steps the diagram uses. */
	Set<String> steps() {
		return Stream
			.concat(this.model.getModelElementsByType(ServiceTask.class)
				.stream()
				.map(ServiceTask::getCamundaDelegateExpression),
					this.model.getModelElementsByType(BusinessRuleTask.class)
						.stream()
						.map(BusinessRuleTask::getCamundaDelegateExpression))
			.map((expression) -> expression.replaceAll("[${}]", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Forgets the case before and starts another for two recipients. */
	PlaqueAwardWalk start() {
		this.effects.clear();
		this.ran.clear();
		step("step-dossier", "recipientOrgs", "G02,F08", "hangOrgs", "G02,F08", "recipientCount", 2, "approverRole",
				"wc-deputy", "publicNotice", false, "ceremonyState", "NONE", "refusedCount", 0, "absentCount", 0,
				"receivedCount", 2, "reworkCount", 0);
		step("step-publish-notice", "noticeEndsAt", new Days().dueIn("P5WD"));
		step("step-store-plaques", "ceremonyState", "NONE");
		this.instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey("plaque-award", "PL-2026-0001")
			.getId();
		return this;
	}

	/** What a step sets when it runs. */
	PlaqueAwardWalk step(String element, Object... facts) {
		var set = new HashMap<String, Object>();
		for (int i = 0; i < facts.length; i += 2) {
			set.put((String) facts[i], facts[i + 1]);
		}
		this.effects.put(element, set);
		return this;
	}

	/** Sets process variables at once. */
	PlaqueAwardWalk facts(Object... facts) {
		for (int i = 0; i < facts.length; i += 2) {
			this.engine.getRuntimeService().setVariable(this.instance, (String) facts[i], facts[i + 1]);
		}
		return this;
	}

	/** Every open slot of the node decides the same. */
	PlaqueAwardWalk decide(String node, String decision) {
		List<Task> open = tasks(node);
		if (open.isEmpty()) {
			throw new AssertionError("nobody is asked at " + node + ", but at " + open());
		}
		open.forEach((task) -> decide(task, decision));
		return this;
	}

	/** One slot of the node decides. */
	PlaqueAwardWalk decide(String node, String slot, String decision) {
		Task task = tasks(node).stream()
			.filter((open) -> slot.equals(this.engine.getTaskService().getVariable(open.getId(), "slot")))
			.findFirst()
			.orElseThrow(() -> new AssertionError(slot + " is not asked at " + node));
		decide(task, decision);
		return this;
	}

	private void decide(Task task, String decision) {
		this.engine.getTaskService().setVariableLocal(task.getId(), "decision", decision);
		this.engine.getRuntimeService().setVariableLocal(task.getExecutionId(), "decision", decision);
		this.engine.getTaskService().complete(task.getId());
	}

	private List<Task> tasks(String node) {
		return this.engine.getTaskService().createTaskQuery().taskDefinitionKey(node).list();
	}

	/** The time of a timer has come. */
	PlaqueAwardWalk due(String timer) {
		var job = this.engine.getManagementService().createJobQuery().activityId(timer).singleResult();
		if (job == null) {
			throw new AssertionError("no timer waits at " + timer);
		}
		this.engine.getManagementService().executeJob(job.getId());
		return this;
	}

	PlaqueAwardWalk message(String name) {
		this.engine.getRuntimeService().createMessageCorrelation(name).correlate();
		return this;
	}

	/** Ids of the nodes that wait for people, one for each slot. */
	List<String> open() {
		return this.engine.getTaskService()
			.createTaskQuery()
			.list()
			.stream()
			.map(Task::getTaskDefinitionKey)
			.sorted()
			.toList();
	}

	/** The slots a node asks now. */
	List<String> slots(String node) {
		return tasks(node).stream()
			.map((task) -> (String) this.engine.getTaskService().getVariable(task.getId(), "slot"))
			.sorted()
			.toList();
	}

	/** The elements whose steps ran, in order. */
	List<String> ran() {
		return List.copyOf(this.ran);
	}

	/** The end the case came to, or null while it runs. */
	String end() {
		var history = this.engine.getHistoryService();
		if (this.engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
			return null;
		}
		return history.createHistoricActivityInstanceQuery()
			.processInstanceId(this.instance)
			.activityType("noneEndEvent")
			.orderPartiallyByOccurrence()
			.desc()
			.list()
			.get(0)
			.getActivityId();
	}

	/** Leaves nothing behind for the next test, but what it covered. */
	void clear() {
		this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.forEach(this.passed::add);
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.list()
			.forEach((running) -> this.engine.getRuntimeService().deleteProcessInstance(running.getId(), "test over"));
	}

	/** Flows never taken and elements never reached by any walk. */
	Set<String> uncovered() {
		var all = new TreeSet<String>();
		this.model.getModelElementsByType(SequenceFlow.class).forEach((flow) -> all.add(flow.getId()));
		this.model.getModelElementsByType(FlowNode.class).forEach((node) -> all.add(node.getId()));
		all.removeAll(this.taken);
		all.removeAll(this.passed);
		all.removeAll(seenByWhatFollows());
		return all;
	}

	/**
	 * What the engine keeps no trace of: the flows of an event-based gateway and the
	 * boundary event of a compensation handler.
	 */
	private Set<String> seenByWhatFollows() {
		var seen = new HashSet<String>();
		this.model.getModelElementsByType(EventBasedGateway.class)
			.stream()
			.flatMap((gateway) -> gateway.getOutgoing().stream())
			.filter((flow) -> this.passed.contains(flow.getTarget().getId()))
			.forEach((flow) -> seen.add(flow.getId()));
		this.model.getModelElementsByType(Association.class)
			.stream()
			.filter((association) -> this.passed.contains(association.getTarget().getId()))
			.forEach((association) -> seen.add(association.getSource().getId()));
		return seen;
	}

	void close() {
		this.engine.close();
	}

	/** {@code approvers} as the platform has it, without people. */
	public class Slots {

		/** The slots of a node. */
		public List<String> of(DelegateExecution execution) {
			String who = setting(execution, "who");
			if (who.startsWith("role:")) {
				return List.of((String) execution.getVariable(who.substring("role:".length())));
			}
			int at = who.indexOf('@');
			if (at < 0) {
				return List.of(who);
			}
			String organisations = (String) execution.getVariable(who.substring(at + 1));
			return Arrays.stream(organisations.split(",")).map((code) -> who.substring(0, at + 1) + code).toList();
		}

	}

	/** {@code approval} as the platform has it. */
	public class Votes {

		/** Whether the node is decided early. */
		public boolean done(DelegateExecution execution) {
			String decision = (String) execution.getVariableLocal("decision");
			String outcome = setting(execution, "outcome");
			if (outcome != null) {
				Object before = execution.getProcessInstance().getVariable(outcome);
				String order = setting(execution, "order");
				boolean better = order != null && before != null
						&& order.indexOf(decision) > order.indexOf(before.toString());
				execution.getProcessInstance().setVariable(outcome, better ? before : decision);
			}
			return false;
		}

	}

	/** {@code workCalendar} as the platform has it, with every day a working day. */
	public static class Days {

		/** The moment that far from now. */
		public Date dueIn(String duration) {
			Duration days = Duration.parse(duration.replace("WD", "D"));
			return new Date(Instant.EPOCH.plus(Duration.ofDays(40_000)).plus(days).toEpochMilli());
		}

	}

	private String setting(DelegateExecution execution, String name) {
		UserTask node = this.model
			.getModelElementById(execution.getCurrentActivityId().replace("#multiInstanceBody", ""));
		return node.getExtensionElements()
			.getElementsQuery()
			.filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
			.singleResult()
			.getCamundaProperties()
			.stream()
			.filter((property) -> property.getCamundaName().equals(name))
			.map(CamundaProperty::getCamundaValue)
			.findFirst()
			.orElse(null);
	}

	private final class Listening extends AbstractBpmnParseListener {

		@Override
		public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
			ExecutionListener listener = (execution) -> PlaqueAwardWalk.this.taken.add(transition.getId());
			transition.addListener(ExecutionListener.EVENTNAME_TAKE, listener);
		}

	}

}
