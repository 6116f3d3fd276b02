package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What the diagrams of the house use passes the guard and runs behind it. */
class HouseDiagramTests {

	private static final String ROOT = """
			<bpmn:message id="m" name="PairingWithdrawn"/><bpmn:error id="e" errorCode="LIST_TAKEN" camunda:errorMessage="taken"/>
			<bpmn:escalation id="x" escalationCode="NEED_HIGHER_LEVEL"/>""";

	private static final String PROCESS = """
			<bpmn:startEvent id="start-propose" camunda:formKey="app:start-propose"/>
			<bpmn:sequenceFlow id="f1" sourceRef="start-propose" targetRef="step-number"/>
			<bpmn:serviceTask id="step-number" name="Number 编号" camunda:delegateExpression="${issueNumber}">
			  <bpmn:extensionElements><camunda:properties><camunda:property name="pattern" value="JD-{year}"/></camunda:properties></bpmn:extensionElements>
			</bpmn:serviceTask>
			<bpmn:boundaryEvent id="undo-number" attachedToRef="step-number"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>
			<bpmn:serviceTask id="step-void" isForCompensation="true" camunda:delegateExpression="${voidNumber}"/>
			<bpmn:boundaryEvent id="taken" attachedToRef="step-number"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
			<bpmn:sequenceFlow id="f2" sourceRef="taken" targetRef="end-taken"/>
			<bpmn:endEvent id="end-taken"/>
			<bpmn:sequenceFlow id="f3" sourceRef="step-number" targetRef="task-review"/>
			<bpmn:userTask id="task-review" name="Review 审核" camunda:formKey="app:task-review" camunda:dueDate="${workCalendar.dueIn('P3WD')}">
			  <bpmn:documentation>Read it. 阅读。</bpmn:documentation>
			  <bpmn:extensionElements><camunda:properties><camunda:property name="who" value="party-officer"/>
			    <camunda:property name="outcome" value="reviewOutcome"/></camunda:properties></bpmn:extensionElements>
			  <bpmn:multiInstanceLoopCharacteristics camunda:collection="${approvers.of(execution)}" camunda:elementVariable="slot">
			    <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${approval.done(execution)}</bpmn:completionCondition>
			  </bpmn:multiInstanceLoopCharacteristics>
			</bpmn:userTask>
			<bpmn:boundaryEvent id="timer-remind" cancelActivity="false" attachedToRef="task-review"><bpmn:timerEventDefinition>
			  <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${workCalendar.dueIn('P10WD')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
			<bpmn:sequenceFlow id="f4" sourceRef="timer-remind" targetRef="step-remind"/>
			<bpmn:serviceTask id="step-remind" camunda:delegateExpression="${remind}"/>
			<bpmn:sequenceFlow id="f5" sourceRef="task-review" targetRef="gateway-result"/>
			<bpmn:exclusiveGateway id="gateway-result" default="f6"/>
			<bpmn:sequenceFlow id="f6" sourceRef="gateway-result" targetRef="throw-undo"/>
			<bpmn:sequenceFlow id="f7" sourceRef="gateway-result" targetRef="sub-handle">
			  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${result == 'APPROVE' and not empty amount and amount * 2 le 1000}</bpmn:conditionExpression>
			</bpmn:sequenceFlow>
			<bpmn:intermediateThrowEvent id="throw-undo"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>
			<bpmn:sequenceFlow id="f8" sourceRef="throw-undo" targetRef="end-lapsed"/>
			<bpmn:endEvent id="end-lapsed"><bpmn:extensionElements><camunda:properties>
			  <camunda:property name="status" value="rejected"/></camunda:properties></bpmn:extensionElements></bpmn:endEvent>
			<bpmn:subProcess id="sub-handle">
			  <bpmn:startEvent id="s1"/><bpmn:sequenceFlow id="g1" sourceRef="s1" targetRef="gateway-wait"/>
			  <bpmn:eventBasedGateway id="gateway-wait"/>
			  <bpmn:sequenceFlow id="g2" sourceRef="gateway-wait" targetRef="catch-held"/>
			  <bpmn:sequenceFlow id="g3" sourceRef="gateway-wait" targetRef="catch-time"/>
			  <bpmn:intermediateCatchEvent id="catch-held"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
			  <bpmn:intermediateCatchEvent id="catch-time"><bpmn:timerEventDefinition><bpmn:timeDuration>P60D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
			  <bpmn:sequenceFlow id="g4" sourceRef="catch-held" targetRef="s2"/><bpmn:sequenceFlow id="g5" sourceRef="catch-time" targetRef="s3"/>
			  <bpmn:endEvent id="s2"/><bpmn:endEvent id="s3"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:endEvent>
			</bpmn:subProcess>
			<bpmn:boundaryEvent id="higher" attachedToRef="sub-handle"><bpmn:escalationEventDefinition escalationRef="x"/></bpmn:boundaryEvent>
			<bpmn:sequenceFlow id="f9" sourceRef="higher" targetRef="task-review"/>
			<bpmn:sequenceFlow id="f10" sourceRef="sub-handle" targetRef="end-in-force"/>
			<bpmn:endEvent id="end-in-force"/>
			<bpmn:subProcess id="event-withdraw" triggeredByEvent="true">
			  <bpmn:startEvent id="w1"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
			  <bpmn:sequenceFlow id="h1" sourceRef="w1" targetRef="w2"/><bpmn:endEvent id="w2"><bpmn:compensateEventDefinition/></bpmn:endEvent>
			</bpmn:subProcess>
			<bpmn:association id="a1" associationDirection="One" sourceRef="undo-number" targetRef="step-void"/>""";

	@Test
	void everythingTheHouseDrawsIsAcceptedAndRuns() {
		byte[] xml = Drawn.of("house", PROCESS, ROOT);
		assertThat(Corpus.errors(xml, "house.bpmn")).isEmpty();
		ProcessEngine engine = Corpus.engine("house",
				(configuration) -> Guard.install(configuration, House.FUNCTIONS, () -> Corpus.STEPS, House.STEPS::get));
		try {
			deploy(engine, xml);
			var instance = engine.getRuntimeService()
				.startProcessInstanceByKey("house", "PA-1", Map.of("result", "REJECT", "amount", 5));
			List<Task> tasks = engine.getTaskService().createTaskQuery().list();
			assertThat(tasks).hasSize(2).allSatisfy((task) -> assertThat(task.getDueDate()).isNotNull());
			engine.getTaskService().complete(tasks.get(0).getId(), Map.of("decision", "REJECT"));
			assertThat(engine.getHistoryService()
				.createHistoricVariableInstanceQuery()
				.processInstanceId(instance.getId())
				.variableName("ran_voidNumber")
				.count()).isOne();
			assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
		}
		finally {
			engine.close();
		}
	}

	@Test
	void whatWasDeployedUnderOlderRulesRunsOnUnlessItIsDangerous() {
		String old = PROCESS.replace("app:task-review", "old:task-review");
		String dangerous = PROCESS.replace("${remind}", "${voidNumber.getClass()}");
		ProcessEngine stock = shared(false);
		try {
			deploy(stock, Drawn.of("old", old, ROOT));
			deploy(stock, Drawn.of("dangerous", dangerous, ROOT));
			ProcessEngine guarded = shared(true);
			assertThatNoException().isThrownBy(() -> guarded.getRuntimeService().startProcessInstanceByKey("old"));
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> guarded.getRuntimeService().startProcessInstanceByKey("dangerous"));
		}
		finally {
			stock.close();
		}
	}

	private static ProcessEngine shared(boolean guarded) {
		var configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setProcessEngineName("shared-" + guarded);
		configuration.setJdbcUrl("jdbc:h2:mem:guard-shared;DB_CLOSE_DELAY=-1");
		configuration.setDatabaseSchemaUpdate(guarded ? "false" : "create-drop");
		configuration.setJobExecutorActivate(false);
		configuration.setMetricsEnabled(false);
		if (guarded) {
			Guard.install(configuration, House.FUNCTIONS, () -> Corpus.STEPS, House.STEPS::get);
		}
		return configuration.buildProcessEngine();
	}

	private static void deploy(ProcessEngine engine, byte[] xml) {
		engine.getRepositoryService()
			.createDeployment()
			.addInputStream("x.bpmn", new ByteArrayInputStream(xml))
			.deploy();
	}

}
