package org.gongjian.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Returns across parallel and inclusive gateways: no stray token, no hanging join. */
class ReturnsTests {

	private static ProcessEngine engine;

	private static Returns returns;

	private static int number;

	private static int moments;

	private String current;

	@BeforeAll
	static void build() {
		engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
			.setProcessEngineName("returns")
			.setJdbcUrl("jdbc:h2:mem:returns;DB_CLOSE_DELAY=-1")
			.setJobExecutorActivate(false)
			.buildProcessEngine();
		returns = new Returns(engine, new Instances(engine));
		engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("parallel.bpmn", parallel())
			.addModelInstance("inclusive.bpmn", inclusive())
			.addModelInstance("many.bpmn", many())
			.deploy();
	}

	@AfterAll
	static void close() {
		ClockUtil.reset();
		engine.close();
	}

	@BeforeEach
	void nothing() {
		this.current = "R-" + (++number);
	}

	private static BpmnModelInstance parallel() {
		return Bpmn.createExecutableProcess("parallel")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.parallelGateway("fork")
			.userTask("b")
			.userTask("b2")
			.parallelGateway("join")
			.userTask("d")
			.endEvent()
			.moveToNode("fork")
			.userTask("c")
			.connectTo("join")
			.done();
	}

	private static BpmnModelInstance inclusive() {
		return Bpmn.createExecutableProcess("inclusive")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.inclusiveGateway("fork")
			.condition("check", "${check}")
			.userTask("b")
			.inclusiveGateway("join")
			.userTask("d")
			.endEvent()
			.moveToNode("fork")
			.userTask("c")
			.connectTo("join")
			.done();
	}

	private static BpmnModelInstance many() {
		return Bpmn.createExecutableProcess("many")
			.camundaHistoryTimeToLiveString("P3650D")
			.startEvent()
			.userTask("a")
			.multiInstance()
			.cardinality("2")
			.multiInstanceDone()
			.userTask("b")
			.endEvent()
			.done();
	}

	@Test
	void beforeAForkTheSiblingAndItsTokenAtTheJoinGoToo() {
		start("parallel");
		done("a", "c");
		assertThat(passed()).contains("a", "fork", "c");
		returnTo("a");
		assertThat(open()).containsExactly("a");
		assertThat(passed()).doesNotContain("a", "fork", "c");
		done("a");
		assertThat(open()).containsExactly("b", "c");
		done("c", "b", "b2");
		assertThat(passed()).contains("a", "fork", "b", "b2", "c", "join");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void intoABranchFromBehindTheJoinTheOtherBranchStaysDone() {
		start("parallel");
		done("a", "b", "b2", "c");
		returnTo("b");
		assertThat(open()).containsExactly("b");
		assertThat(passed()).contains("a", "fork", "c").doesNotContain("b", "b2", "d");
		done("b", "b2");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void withinABranchTheSiblingGoesOn() {
		start("parallel");
		done("a", "b");
		returnTo("b");
		assertThat(open()).containsExactly("b", "c");
		done("b", "b2");
		assertThat(open()).containsExactly("c");
		done("c");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void withinABranchTheSiblingThatIsDoneStaysDone() {
		start("parallel");
		done("a", "c", "b");
		returnTo("b");
		assertThat(open()).containsExactly("b");
		done("b", "b2");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void beforeAnInclusiveSplitWithOneBranchDone() {
		start("inclusive");
		done("a", "b");
		returnTo("a");
		assertThat(open()).containsExactly("a");
		done("a");
		assertThat(open()).containsExactly("b", "c");
		done("b");
		assertThat(open()).containsExactly("c");
		done("c");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void intoAnInclusiveBranchFromBehindTheJoin() {
		start("inclusive");
		done("a", "b", "c");
		returnTo("c");
		assertThat(open()).containsExactly("c");
		done("c");
		assertThat(open()).containsExactly("d");
	}

	@Test
	void aNodeOfManyOpensForAllAgain() {
		start("many");
		done("a", "a");
		returnTo("a");
		assertThat(open()).containsExactly("a", "a");
		done("a", "a");
		assertThat(open()).containsExactly("b");
	}

	@Test
	void aStepThatIsNotBehindAnythingOpenCannotBeReturnedTo() {
		start("parallel");
		assertThat(returns.plan(this.current, "d")).isEmpty();
		assertThat(returns.plan(this.current, "nowhere")).isEmpty();
	}

	private void start(String process) {
		engine.getRuntimeService().startProcessInstanceByKey(process, this.current, java.util.Map.of("check", true));
	}

	private void done(String... steps) {
		for (String step : steps) {
			Task task = tasks().stream()
				.filter((open) -> open.getTaskDefinitionKey().equals(step))
				.findFirst()
				.orElseThrow();
			ClockUtil.offset(Duration.ofSeconds(++moments).toMillis());
			engine.getTaskService().complete(task.getId());
		}
	}

	private void returnTo(String step) {
		ClockUtil.offset(Duration.ofSeconds(++moments).toMillis());
		returns.carryOut(this.current, returns.plan(this.current, step).orElseThrow(), "test");
	}

	private Set<String> passed() {
		ProcessInstance instance = engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.current)
			.singleResult();
		return new Travel(engine).of(instance.getId(), instance.getProcessDefinitionId()).passed();
	}

	private List<String> open() {
		return tasks().stream().map(Task::getTaskDefinitionKey).sorted().toList();
	}

	private List<Task> tasks() {
		return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(this.current).list();
	}

}
