package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Harmless look-alikes: refused by nobody. */
class HarmlessVariantTests {

	private static final String HARMLESS = new String(
			Corpus.bytes(Path.of("src/test/resources/guard/accept/G01-approval-gateway.bpmn")), StandardCharsets.UTF_8);

	private static final String TASK = "name=\"Review request\" camunda:candidateGroups=\"managers\">";

	private static final String START = "<bpmn:startEvent id=\"s\"/><bpmn:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"t\"/>"
			+ "<bpmn:userTask id=\"t\"/>";

	private static ProcessEngine engine;

	@BeforeAll
	static void start() {
		engine = Corpus.engine("harmless",
				(configuration) -> Guard.install(configuration, House.FUNCTIONS, () -> Corpus.STEPS, House.STEPS::get));
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	static Stream<String> texts() {
		return Stream.of(HARMLESS, "\uFEFF" + HARMLESS,
				HARMLESS.replace("bpmn:", "semantic:").replace("xmlns:bpmn=", "xmlns:semantic="),
				HARMLESS.replace("camunda:", "c7:").replace("xmlns:camunda=", "xmlns:c7="),
				condition("<![CDATA[${approved}]]>"), condition("&#36;{approved}"), condition("${not empty amount}"),
				condition("${a == null ? b : c}"), condition("${a eq 'x' || b ne \"y\" &amp;&amp; !c}"),
				condition("${(a + 1) * 2 >= b % 3 and -c &lt; 1.5e3}"),
				condition("${execution.processBusinessKey == 'x'}"), condition("${amount &gt; 5}"),
				condition("\n ${approved}\n"), task("camunda:dueDate=\"${now()}\""),
				task("camunda:dueDate=\"2026-12-01T09:00:00\""),
				task("camunda:assignee=\"${initiator}\" camunda:candidateUsers=\"anna, ${bo}\""),
				task("camunda:priority=\"50\" camunda:asyncBefore=\"true\" camunda:exclusive=\"false\""),
				task("camunda:formKey=\"app:task-sign\" camunda:followUpDate=\"${later}\""),
				task("camunda:modelerTemplate=\"org.gongjian.review\""),
				inTask("<bpmn:documentation>Read ${title}, pay $5 {now}.</bpmn:documentation>"),
				inTask("<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"><bpmn:loopCardinality>3</bpmn:loopCardinality>"
						+ "</bpmn:multiInstanceLoopCharacteristics>"),
				inTask("<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"note\">Hello ${name}"
						+ "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"),
				inTask("<bpmn:extensionElements><camunda:formData><camunda:formField id=\"a\" label=\"A\" type=\"string\" "
						+ "defaultValue=\"x\"><camunda:validation><camunda:constraint name=\"required\"/></camunda:validation>"
						+ "</camunda:formField></camunda:formData></bpmn:extensionElements>"),
				HARMLESS.replace("name=\"Review request\"", "name=\"Review ${title} 审核\""));
	}

	static Stream<String> bodies() {
		return Stream.of(START + flow("f2", "t", "c")
				+ "<bpmn:callActivity id=\"c\" calledElement=\"publicity-review\"><bpmn:extensionElements>"
				+ "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/><camunda:in variables=\"all\"/>"
				+ "<camunda:out source=\"result\" target=\"publicity\"/></bpmn:extensionElements></bpmn:callActivity>",
				START + flow("f2", "t", "r") + "<bpmn:businessRuleTask id=\"r\" camunda:decisionRef=\"level\" "
						+ "camunda:resultVariable=\"level\" camunda:mapDecisionResult=\"singleEntry\"/>",
				START + flow("f2", "t", "r") + "<bpmn:receiveTask id=\"r\" messageRef=\"m\"/>" + flow("f3", "r", "e")
						+ "<bpmn:endEvent id=\"e\"><bpmn:terminateEventDefinition/></bpmn:endEvent>",
				START + flow("f2", "t", "g") + "<bpmn:inclusiveGateway id=\"g\"/>" + flow("f3", "g", "l1")
						+ "<bpmn:intermediateThrowEvent id=\"l1\"><bpmn:linkEventDefinition name=\"x\"/></bpmn:intermediateThrowEvent>"
						+ "<bpmn:intermediateCatchEvent id=\"l2\"><bpmn:linkEventDefinition name=\"x\"/></bpmn:intermediateCatchEvent>"
						+ flow("f4", "l2", "e")
						+ "<bpmn:endEvent id=\"e\"><bpmn:errorEventDefinition errorRef=\"er\"/></bpmn:endEvent>",
				START + "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"t\"><bpmn:conditionalEventDefinition><bpmn:condition "
						+ "xsi:type=\"bpmn:tFormalExpression\">${amount > 5}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:boundaryEvent>"
						+ flow("f2", "b", "t"),
				START + flow("f2", "t", "g") + "<bpmn:exclusiveGateway id=\"g\" default=\"f3\"/>" + flow("f3", "g", "t")
						+ "<bpmn:sequenceFlow id=\"f4\" sourceRef=\"g\" targetRef=\"e\"><bpmn:conditionExpression "
						+ "xsi:type=\"bpmn:tFormalExpression\">${ok}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id=\"e\"/>",
				START + flow("f2", "t", "x") + "<bpmn:transaction id=\"x\"><bpmn:startEvent id=\"xs\"/>"
						+ flow("x1", "xs", "xt") + "<bpmn:userTask id=\"xt\"/>" + flow("x2", "xt", "xe")
						+ "<bpmn:endEvent id=\"xe\"><bpmn:cancelEventDefinition/></bpmn:endEvent></bpmn:transaction>"
						+ "<bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\"><bpmn:cancelEventDefinition/></bpmn:boundaryEvent>",
				START + flow("f2", "t", "p1")
						+ "<bpmn:parallelGateway id=\"p1\"/><bpmn:userTask id=\"a\"/><bpmn:userTask id=\"b\"/>"
						+ flow("f3", "p1", "a") + flow("f4", "p1", "b") + flow("f5", "a", "p2") + flow("f6", "b", "p2")
						+ "<bpmn:parallelGateway id=\"p2\"/>" + flow("f7", "p2", "mt") + "<bpmn:manualTask id=\"mt\"/>",
				START + flow("f2", "t", "c")
						+ "<bpmn:intermediateCatchEvent id=\"c\"><bpmn:timerEventDefinition><bpmn:timeDate>"
						+ "2030-01-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
				START + "<bpmn:dataObjectReference id=\"d\" name=\"File\" dataObjectRef=\"do\"/><bpmn:dataObject id=\"do\"/>"
						+ "<bpmn:textAnnotation id=\"n\"><bpmn:text>class=\"x\" script</bpmn:text></bpmn:textAnnotation>"
						+ "<bpmn:association id=\"as\" sourceRef=\"t\" targetRef=\"n\"/>");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void changedTextsAreAccepted(String xml) {
		accepted(xml.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void otherConstructsAreAccepted(String body) {
		accepted(Drawn.of("harmless", body,
				"<bpmn:message id=\"m\" name=\"CeremonyHeld\"/><bpmn:error id=\"er\" errorCode=\"E\"/>"));
	}

	private static void accepted(byte[] xml) {
		assertThat(Corpus.errors(xml, "x.bpmn")).isEmpty();
		engine.getRepositoryService()
			.createDeployment()
			.addInputStream("x.bpmn", new ByteArrayInputStream(xml))
			.deploy();
	}

	private static String condition(String text) {
		return HARMLESS.replace(">${approved}<", ">" + text + "<");
	}

	private static String task(String attribute) {
		return HARMLESS.replace(TASK, TASK.replace(">", " " + attribute + ">"));
	}

	private static String inTask(String child) {
		return HARMLESS.replace(TASK, TASK + child);
	}

	private static String flow(String id, String from, String to) {
		return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
	}

}
