package org.gongjian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.gongjian.engine.TokenPlan.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Returns inside, into and out of sub-processes. After each the case is walked to its
 * end: nothing hangs, nothing opens twice.
 */
class SubProcessReturnsTests {

	private static ProcessEngine engine;

	private static Returns returns;

	private static int number;

	private String current;

	@BeforeAll
	static void build() {
		engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
			.setProcessEngineName("sub-returns")
			.setJdbcUrl("jdbc:h2:mem:subreturns;DB_CLOSE_DELAY=-1")
			.setJobExecutorActivate(false)
			.buildProcessEngine();
		returns = new Returns(engine, new Instances(engine));
		engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("one.bpmn", one())
			.addModelInstance("beside.bpmn", beside())
			.addModelInstance("rows.bpmn", rows())
			.deploy();
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@BeforeEach
	void nothing() {
		this.current = "S-" + (++number);
	}

	/** a, then (x, fork to y and z, join, v), then d. */
	private static BpmnModelInstance one() {
		return Bpmn.createExecutableProcess("one")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.subProcess("sub")
			.embeddedSubProcess()
			.startEvent()
			.userTask("x")
			.parallelGateway("fork")
			.userTask("y")
			.parallelGateway("join")
			.userTask("v")
			.endEvent()
			.moveToNode("fork")
			.userTask("z")
			.connectTo("join")
			.subProcessDone()
			.userTask("d")
			.endEvent()
			.done();
	}

	/** a, fork to (x, y) and to c, join, d. */
	private static BpmnModelInstance beside() {
		return Bpmn.createExecutableProcess("beside")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.parallelGateway("fork")
			.subProcess("sub")
			.embeddedSubProcess()
			.startEvent()
			.userTask("x")
			.userTask("y")
			.endEvent()
			.subProcessDone()
			.parallelGateway("join")
			.userTask("d")
			.endEvent()
			.moveToNode("fork")
			.userTask("c")
			.connectTo("join")
			.done();
	}

	/** a, then twice (x, y), then d. */
	private static BpmnModelInstance rows() {
		return Bpmn.createExecutableProcess("rows")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.subProcess("sub")
			.multiInstance()
			.cardinality("2")
			.<SubProcessBuilder>multiInstanceDone()
			.embeddedSubProcess()
			.startEvent()
			.userTask("x")
			.userTask("y")
			.endEvent()
			.subProcessDone()
			.userTask("d")
			.endEvent()
			.done();
	}

	@Test
	void insideASubProcessTheJoinDoesNotHangAndTheVariablesOfThePartStay() {
		start("one", "a", "x", "y", "z");
		String part = child("sub").getId();
		engine.getRuntimeService().setVariableLocal(child("sub").getExecutionIds()[0], "mine", "kept");
		back("v", "y");
		assertThat(open()).containsExactly("y");
		assertThat(child("sub").getId()).isEqualTo(part);
		assertThat(engine.getRuntimeService().createVariableInstanceQuery().variableName("mine").count()).isEqualTo(1);
		walk("y", "v", "d");
	}

	@Test
	void insideASubProcessBeforeTheForkTheSiblingGoesToo() {
		start("one", "a", "x", "y");
		back("z", "x");
		assertThat(open()).containsExactly("x");
		walk("x", "y", "z", "v", "d");
	}

	@Test
	void outOfASubProcessEverythingInItGoes() {
		start("one", "a", "x", "y");
		assertThat(back("z", "a").cancelled()).containsExactlyInAnyOrder("join", "z");
		assertThat(open()).containsExactly("a");
		walk("a", "x", "z", "y", "v", "d");
	}

	@Test
	void intoABranchOfASubProcessThatIsOver() {
		start("one", "a", "x", "y", "z", "v");
		back("d", "z");
		assertThat(open()).containsExactly("z");
		walk("z", "v", "d");
	}

	@Test
	void intoASubProcessOneOfWhoseBranchesTheOtherIsDone() {
		start("beside", "a", "x", "y", "c");
		back("d", "y");
		assertThat(open()).containsExactly("y");
		walk("y", "d");
	}

	@Test
	void insideASubProcessWhatIsBesideItGoesOn() {
		start("beside", "a", "x");
		assertThat(back("y", "x").kept()).containsExactly("c");
		assertThat(open()).containsExactly("c", "x");
		walk("c", "x", "y", "d");
	}

	@Test
	void fromBesideASubProcessNothingInItCanBeReturnedTo() {
		start("beside", "a", "x");
		refused("c", "x", Refusal.NOT_BEFORE);
		refused("c", "nowhere", Refusal.UNKNOWN);
	}

	@Test
	void inOneOfSeveralRunsTheOtherGoesOn() {
		start("rows", "a", "x", "x");
		assertThat(open()).containsExactly("y", "y");
		back("y", "x");
		assertThat(open()).containsExactly("x", "y");
		walk("y", "x", "y", "d");
	}

	@Test
	void intoRunsThatAreOverNothingLeadsBackButBeforeThemDoes() {
		start("rows", "a", "x", "x", "y", "y");
		refused("d", "x", Refusal.RUNS_OVER);
		back("d", "a");
		walk("a", "x", "y", "x", "y", "d");
	}

	@Test
	void straightBackLeavesNothingBehind() {
		start("one", "a", "x", "y", "z", "v");
		back("d", "y");
		straight("y", "d");
		assertThat(open()).containsExactly("d");
		walk("d");
	}

	@Test
	void straightBackOverAJoinLeavesNoTokenAtIt() {
		start("beside", "a", "x", "y", "c");
		back("d", "c");
		straight("c", "d");
		assertThat(open()).containsExactly("d");
		walk("d");
	}

	@Test
	void thePlanKnowsWhatIsComeToAgain() {
		start("one", "a", "x", "y", "z", "v");
		assertThat(ahead("d", "y")).contains("y", "v", "d").doesNotContain("a", "x", "z");
		assertThat(ahead("d", "a")).contains("a", "x", "y", "z", "v", "d");
		walk("d");
	}

	@Test
	void straightBackWithinABranchLeavesTheOtherBranchItsToken() {
		start("beside", "a", "x");
		back("y", "x");
		done("c");
		straight("x", "y");
		assertThat(open()).containsExactly("y");
		walk("y", "d");
	}

	private void start(String process, String... steps) {
		engine.getRuntimeService().startProcessInstanceByKey(process, this.current, Map.of());
		done(steps);
	}

	/** Goes on to the end, which must then be reached. */
	private void walk(String... steps) {
		done(steps);
		assertThat(open()).isEmpty();
		assertThat(engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.current)
			.count()).as("over").isZero();
	}

	private void done(String... steps) {
		for (String step : steps) {
			engine.getTaskService().complete(task(step).getId());
		}
	}

	private TokenPlan back(String from, String to) {
		TokenPlan plan = returns.plan(this.current, opening(from), to).plan().orElseThrow();
		returns.carryOut(this.current, plan, "test");
		return plan;
	}

	private Set<String> ahead(String from, String to) {
		return returns.plan(this.current, opening(from), to).plan().orElseThrow().ahead();
	}

	private void refused(String from, String to, Refusal why) {
		assertThat(returns.plan(this.current, opening(from), to).refusal()).isEqualTo(why);
	}

	private void straight(String from, String to) {
		returns.jump(this.current, opening(from), to);
	}

	private String opening(String step) {
		return engine.getRuntimeService().getActivityInstance(instance()).getActivityInstances(step)[0].getId();
	}

	private ActivityInstance child(String element) {
		return Arrays.stream(engine.getRuntimeService().getActivityInstance(instance()).getActivityInstances(element))
			.findFirst()
			.orElseThrow();
	}

	private String instance() {
		return engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.current)
			.singleResult()
			.getId();
	}

	private Task task(String step) {
		return tasks().stream()
			.filter((open) -> open.getTaskDefinitionKey().equals(step))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open but " + open()));
	}

	private List<String> open() {
		return tasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
	}

	private List<Task> tasks() {
		return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(this.current).list();
	}

}
