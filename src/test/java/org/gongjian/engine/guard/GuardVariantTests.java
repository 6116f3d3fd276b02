package org.gongjian.engine.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Attacks of our own, each a change of a harmless diagram. */
class GuardVariantTests {

	private static final String HARMLESS = new String(
			Corpus.bytes(Path.of("src/test/resources/guard/accept/G01-approval-gateway.bpmn")), StandardCharsets.UTF_8);

	private static final String EVIL = "''.getClass().forName('java.lang.System')"
			+ ".getMethod('setProperty',''.getClass(),''.getClass()).invoke(null,'pwned','own')";

	private static final String TASK = "name=\"Review request\" camunda:candidateGroups=\"managers\">";

	private static final String CONDITION = "xsi:type=\"bpmn:tFormalExpression\">${approved}<";

	private static ProcessEngine engine;

	@BeforeAll
	static void start() {
		engine = Corpus.engine("variants",
				(configuration) -> Guard.install(configuration, House.FUNCTIONS, () -> Corpus.STEPS, House.STEPS::get));
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	static Stream<Arguments> attacks() {
		return Stream.of(
				// expressions: where
				task("method", "camunda:candidateUsers=\"${" + EVIL + "}\""),
				task("method", "camunda:dueDate=\"${" + EVIL + "}\""),
				task("method", "camunda:followUpDate=\"${" + EVIL + "}\""),
				task("method", "camunda:priority=\"${" + EVIL + "}\""),
				task("method", "camunda:formKey=\"${" + EVIL + "}\""),
				task("method", "camunda:jobPriority=\"${" + EVIL + "}\""),
				inTask("method", "<bpmn:documentation>${" + EVIL + "}</bpmn:documentation>"),
				inTask("method",
						extension("<camunda:properties><camunda:property name=\"who\" value=\"${" + EVIL
								+ "}\"/></camunda:properties>")),
				inTask("method",
						extension("<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:map>"
								+ "<camunda:entry key=\"${" + EVIL + "}\">1</camunda:entry></camunda:map>"
								+ "</camunda:inputParameter></camunda:inputOutput>")),
				inTask("method",
						extension("<camunda:formData><camunda:formField id=\"a\" type=\"string\" label=\"${" + EVIL
								+ "}\"/></camunda:formData>")),
				inTask("method", "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${"
						+ EVIL + "}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"),
				// expressions: how
				condition("method", "${workCalendar.getClass()}"), condition("method", "${approvers.of(x)}"),
				condition("method", "${approval.done(execution, 1)}"),
				condition("method", "${execution.getVariable('x')}"), condition("property", "${execution.id}"),
				condition("property", "${execution.processEngineServices}"), condition("property", "${a.b}"),
				condition("brackets", "${a['class']}"), condition("brackets", "${''['class']}"),
				condition("brackets", "${a[0]}"), condition("function", "${currentUser()}"),
				condition("function", "${dateTime()}"), condition("function", "${lang:import('java.lang.Runtime')}"),
				condition("deferred", "#{approved}"), condition("syntax", "${approved"),
				condition("syntax", "${" + "!".repeat(50) + "}"), condition("method", "a ${''.length()} b"),
				condition("reserved-name", "${task}"), condition("reserved-name", "${issueNumber}"),
				condition("reserved-name", "${execution}"),
				condition("expression-length", "${a == '" + "x".repeat(2_000) + "'}"),
				condition("expression-length", "${" + "(".repeat(500) + "a" + ")".repeat(500) + "}"),
				condition("method", "${'aaaa'.matches('(.*a){20}b')}"),
				condition("method", "${environment.getProperty('x')}"), condition("property", "${secretBean.password}"),
				condition("method", "&#36;&#123;''.getClass()}"),
				condition("method", "<!-- -->$<!-- x -->{''.getClass()}"),
				condition("method", "$<![CDATA[{''.getClass()]]>}"),
				of("script", "f_yes", CONDITION, "language=\"groovy\" xsi:type=\"bpmn:tFormalExpression\">1<"),
				of("script", "f_yes", CONDITION,
						"camunda:resource=\"classpath://x.groovy\" xsi:type=\"bpmn:tFormalExpression\"><"),
				of("attribute", "f_yes", CONDITION, "xsi:type=\"bpmn:tScriptTask\">${approved}<"),
				// scripts, classes, listeners, connectors
				inTask("listener", extension("<camunda:taskListener event=\"create\" class=\"x.Y\"/>")),
				inTask("listener",
						extension("<camunda:taskListener event=\"create\" delegateExpression=\"${remind}\"/>")),
				inTask("listener", extension("<camunda:executionListener event=\"start\" expression=\"${a}\"/>")),
				inTask("element", extension("<camunda:potentialStarter/>")),
				inTask("element", extension("<camunda:errorEventDefinition errorRef=\"x\" expression=\"${a}\"/>")),
				inTask("element",
						extension("<camunda:inputOutput><camunda:outputParameter name=\"approved\">true"
								+ "</camunda:outputParameter></camunda:inputOutput>")),
				inTask("script",
						extension("<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script>1"
								+ "</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
				inTask("value",
						extension("<camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation>"
								+ "<camunda:constraint name=\"validator\" config=\"x.Y\"/></camunda:validation>"
								+ "</camunda:formField></camunda:formData>")),
				inTask("value", extension("<camunda:failedJobRetryTimeCycle>R/PT1S</camunda:failedJobRetryTimeCycle>")),
				task("code", "camunda:formHandlerClass=\"java.lang.Thread\""),
				task("attribute", "camunda:formRef=\"x\""), task("attribute", "camunda:taskPriority=\"1\""),
				service("task-type", "camunda:type=\"shell\""), service("task-type", "camunda:type=\"mail\""),
				service("task-type", "camunda:type=\"external\" camunda:topic=\"x\""),
				service("code", "camunda:class=\"x.Y\""), service("code", "camunda:expression=\"${a}\""),
				service("step-missing", ""),
				service("step-unknown", "camunda:delegateExpression=\"${runtimeService}\""),
				service("step-only", "camunda:delegateExpression=\"${remind}x\""),
				service("step-only", "camunda:delegateExpression=\"${a ? remind : issueNumber}\""),
				service("attribute", "camunda:delegateExpression=\"${remind}\" operationRef=\"x\""),
				task("foreign", "xmlns:activiti=\"http://activiti.org/bpmn\" activiti:formKey=\"x\""),
				task("foreign", "xmlns:a=\"http://www.camunda.com/fox\" a:assignee=\"x\""),
				task("foreign", "xmlns:camunda2=\"http://activiti.org/bpmn\" camunda2:assignee=\"${" + EVIL + "}\""),
				task("attribute", "xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" c:unknown=\"x\""),
				inTask("foreign", extension("<x:executionListener xmlns:x=\"http://activiti.org/bpmn\" class=\"y\"/>")),
				inTask("place", extension("<bpmn:userTask id=\"hidden\"/>")),
				root("method", "m1", "<bpmn:message id=\"m1\" name=\"${" + EVIL + "}\"/>"),
				root("method", "m1", "<bpmn:signal id=\"m1\" name=\"a ${" + EVIL + "}\"/>"),
				root("method", "m1",
						"<bpmn:error id=\"m1\" errorCode=\"x\" camunda:errorMessage=\"${" + EVIL + "}\"/>"),
				root("method", "m1", "<bpmn:escalation id=\"m1\" escalationCode=\"${" + EVIL + "}\"/>"),
				root("method", "pool",
						"<bpmn:collaboration id=\"co\"><bpmn:participant id=\"pool\" name=\"${" + EVIL
								+ "}\"/></bpmn:collaboration>"),
				process("method", "note",
						"<bpmn:textAnnotation id=\"note\"><bpmn:text>${" + EVIL
								+ "}</bpmn:text></bpmn:textAnnotation>"),
				process("method", "lane",
						"<bpmn:laneSet><bpmn:lane id=\"lane\" name=\"${" + EVIL + "}\"/></bpmn:laneSet>"),
				process("text-expression", "nt", "<bpmn:manualTask id=\"nt\" name=\"${7*7}\"/>"),
				process("code", "end2",
						"<bpmn:endEvent id=\"end2\"><bpmn:messageEventDefinition camunda:class=\"x.Y\"/></bpmn:endEvent>"),
				process("code", "rt", "<bpmn:businessRuleTask id=\"rt\" camunda:class=\"x.Y\"/>"),
				process("task-type", "se", "<bpmn:sendTask id=\"se\" camunda:type=\"mail\"/>"),
				process("reserved-name", "rt",
						"<bpmn:businessRuleTask id=\"rt\" camunda:decisionRef=\"a\" camunda:resultVariable=\"initiator\"/>"),
				inTask("reserved-name",
						"<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${x}\" "
								+ "camunda:elementVariable=\"initiator\"/>"),
				inTask("reserved-name",
						extension("<camunda:properties><camunda:property name=\"outcome\" value=\"initiator\"/>"
								+ "</camunda:properties>")),
				task("value", "camunda:priority=\"99999999999999\""),
				of("value", "p_G01", "isExecutable", "camunda:versionTag=\"" + "x".repeat(99) + "\" isExecutable"),
				of("reserved-name", "start", "camunda:initiator=\"initiator\"", "camunda:initiator=\"slot\""),
				of("reserved-name", "start", "camunda:initiator=\"initiator\"", "camunda:initiator=\"\""),
				// structure
				root("element", "Definitions_1",
						"<bpmn:import importType=\"http://schemas.xmlsoap.org/wsdl/\" "
								+ "location=\"http://127.0.0.1:18099/x\" namespace=\"x\"/>"),
				root("unsupported", "i", "<bpmn:interface id=\"i\" name=\"x\"/>"),
				root("executable", "p2", "<bpmn:process id=\"p2\"/>"),
				process("no-shape", "sub",
						"<bpmn:subProcess id=\"sub\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"s\"/></bpmn:subProcess>"),
				process("script", "st", "<bpmn:scriptTask id=\"st\" scriptFormat=\"juel\"/>"),
				process("unsupported", "cg", "<bpmn:complexGateway id=\"cg\"/>"),
				process("value", "ca", "<bpmn:callActivity id=\"ca\" calledElement=\"${x}\"/>"),
				process("recursion", "ca", "<bpmn:callActivity id=\"ca\" calledElement=\"p_G01\"/>"),
				process("attribute", "ca", "<bpmn:callActivity id=\"ca\" calledElement=\"a\" camunda:caseRef=\"x\"/>"),
				process("duplicate-id", "start", "<bpmn:endEvent id=\"start\"/>"),
				process("reference", "f9", "<bpmn:sequenceFlow id=\"f9\" sourceRef=\"start\" targetRef=\"nowhere\"/>"),
				process("no-edge", "f9", "<bpmn:sequenceFlow id=\"f9\" sourceRef=\"start\" targetRef=\"end_ok\"/>"),
				of("ttl", "p_G01", "camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"30\""),
				of("ttl", "p_G01", "camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"${x}\""),
				of("ttl", "p_G01", "camunda:historyTimeToLive=\"P3650D\"", ""),
				of("name-length", "review", "name=\"Review request\"", "name=\"" + "x".repeat(300) + "\""),
				of("name-characters", "review", "name=\"Review request\"", "name=\"a\u202Eb\""),
				of("form-key", "review", TASK, "name=\"x\" camunda:formKey=\"embedded:app:x.html\">"),
				of("form-key", "review", TASK, "name=\"x\" camunda:formKey=\"javascript:alert(1)\">"),
				of("form-key", "review", TASK, "name=\"x\" camunda:formKey=\"app:../../x\">"),
				of("no-shape", "review", "x=\"246\" y=\"160\" width=\"100\" height=\"80\"",
						"x=\"246\" y=\"160\" width=\"1\" height=\"1\""),
				of("no-shape", "review", "x=\"246\" y=\"160\"", "x=\"1e9\" y=\"160\""),
				of("element", "Definitions_1", "<bpmndi:BPMNPlane", "<bpmndi:extension/><bpmndi:BPMNPlane"),
				// loops and time
				inTask("repeat",
						"<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>1000000</bpmn:loopCardinality>"
								+ "</bpmn:multiInstanceLoopCharacteristics>"),
				inTask("repeat",
						"<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${1000*1000}</bpmn:loopCardinality>"
								+ "</bpmn:multiInstanceLoopCharacteristics>"),
				inTask("unsupported", "<bpmn:standardLoopCharacteristics/>"), timer("timer", "timeCycle", "R/PT1S"),
				timer("timer", "timeCycle", "R/P1D"), timer("timer", "timeCycle", "0 0/1 * * * ?"),
				timer("timer", "timeCycle", "R9999999/P1D"), timer("timer", "timeCycle", "R/${x}"),
				timer("timer", "timeCycle", "${x}"), timer("timer", "timeDuration", "PT1S"),
				timer("timer", "timeDuration", "P9999999Y"), timer("timer", "timeDuration", "PT${x}S"),
				timer("method", "timeDuration", "${" + EVIL + "}"), timer("timer", "timeDate", "tomorrow"),
				process("loop", "g1",
						"<bpmn:exclusiveGateway id=\"g1\"/><bpmn:intermediateThrowEvent id=\"t\"><bpmn:linkEventDefinition "
								+ "name=\"l\"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id=\"c\">"
								+ "<bpmn:linkEventDefinition name=\"l\"/></bpmn:intermediateCatchEvent>"
								+ "<bpmn:sequenceFlow id=\"x1\" sourceRef=\"c\" targetRef=\"g1\"/>"
								+ "<bpmn:sequenceFlow id=\"x2\" sourceRef=\"g1\" targetRef=\"t\"/>"),
				process("loop", "b",
						"<bpmn:serviceTask id=\"sv\" camunda:delegateExpression=\"${remind}\"/><bpmn:boundaryEvent id=\"b\" "
								+ "attachedToRef=\"sv\"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>"
								+ "<bpmn:sequenceFlow id=\"x1\" sourceRef=\"b\" targetRef=\"sv\"/>"));
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void ownAttacksAreRefused(String rule, String element, String xml) {
		byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		assertThat(Corpus.errors(bytes, "own.bpmn")).anySatisfy((finding) -> {
			assertThat(finding.rule()).isEqualTo(rule);
			assertThat(finding.element()).isEqualTo(element);
		});
		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> engine.getRepositoryService()
			.createDeployment()
			.addInputStream("own.bpmn", new ByteArrayInputStream(bytes))
			.deploy());
		assertThat(System.getProperty("pwned")).isNull();
	}

	@Test
	void bytesAreLookedAtFirst() {
		assertThat(rules(HARMLESS.getBytes(StandardCharsets.UTF_16))).containsExactly("not-utf8");
		assertThat(rules(HARMLESS.replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\"").getBytes(StandardCharsets.UTF_8)))
			.containsExactly("not-utf8");
		assertThat(rules(new byte[] { '<', (byte) 0xC3, '>' })).containsExactly("not-utf8");
		assertThat(rules("<a><b></a>")).containsExactly("not-xml");
		assertThat(rules("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).containsExactly("doctype");
		assertThat(rules(HARMLESS.replace("<bpmn:process", "<?php x ?><bpmn:process"))).containsExactly("instruction");
		assertThat(rules("<a>".repeat(20_000))).containsExactly("too-deep");
		assertThat(rules("<a>" + "<b/>".repeat(30_000) + "</a>")).containsExactly("too-many-elements");
		assertThat(rules("x".repeat(3_000_000))).containsExactly("too-big");
		assertThat(rules("<a>" + "x".repeat(100_000) + "</a>")).containsExactly("text-too-long");
		assertThat(rules("<case xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL'/>")).containsExactly("file-kind");
		assertThat(Corpus.CHECK.check(HARMLESS.getBytes(StandardCharsets.UTF_8), "a.groovy")).extracting(Finding::rule)
			.containsExactly("file-kind");
		assertThat(Corpus.CHECK.check(HARMLESS.getBytes(StandardCharsets.UTF_8), "a.dmn")).extracting(Finding::rule)
			.containsExactly("file-kind");
	}

	@Test
	void forksThatAreNeverJoinedAreCounted() {
		var body = new StringBuilder();
		for (int stage = 0; stage < 12; stage++) {
			body.append("<bpmn:parallelGateway id='p%1$d'/><bpmn:task id='a%1$d'/>".formatted(stage));
			body.append("<bpmn:sequenceFlow id='x%1$d' sourceRef='p%1$d' targetRef='a%1$d'/>".formatted(stage));
			body.append("<bpmn:sequenceFlow id='y%1$d' sourceRef='p%1$d' targetRef='b%1$d'/>".formatted(stage));
			body.append("<bpmn:task id='b%1$d'/><bpmn:exclusiveGateway id='j%1$d'/>".formatted(stage));
			body.append(
					"<bpmn:sequenceFlow id='z%1$d' sourceRef='a%1$d' targetRef='t%2$d'/>".formatted(stage, stage + 1));
			body.append(
					"<bpmn:sequenceFlow id='w%1$d' sourceRef='b%1$d' targetRef='t%2$d'/>".formatted(stage, stage + 1));
			body.append("<bpmn:task id='t%2$d'/>".formatted(stage, stage + 1));
			body.append("<bpmn:sequenceFlow id='u%1$d' sourceRef='t%1$d' targetRef='a%1$d'/>".formatted(stage));
			body.append("<bpmn:sequenceFlow id='v%1$d' sourceRef='t%1$d' targetRef='b%1$d'/>".formatted(stage));
		}
		String xml = HARMLESS.replace("<bpmn:endEvent id=\"end_ok\"", body + "<bpmn:endEvent id=\"end_ok\"");
		assertThat(rules(xml)).contains("fork").doesNotContain("loop");
	}

	private static java.util.List<String> rules(String xml) {
		return rules(xml.getBytes(StandardCharsets.UTF_8));
	}

	private static java.util.List<String> rules(byte[] xml) {
		return Corpus.errors(xml, null).stream().map(Finding::rule).distinct().toList();
	}

	private static Arguments of(String rule, String element, String find, String replace) {
		assertThat(HARMLESS).contains(find);
		return Arguments.of(rule, element, HARMLESS.replace(find, replace));
	}

	private static Arguments task(String rule, String attribute) {
		return of(rule, "review", TASK, TASK.replace(">", " " + attribute + ">"));
	}

	private static Arguments inTask(String rule, String child) {
		return of(rule, child.contains("hidden") ? "hidden" : "review", TASK, TASK + child);
	}

	private static String extension(String content) {
		return "<bpmn:extensionElements>" + content + "</bpmn:extensionElements>";
	}

	private static Arguments condition(String rule, String expression) {
		return of(rule, "f_yes", CONDITION, CONDITION.replace("${approved}", expression));
	}

	private static Arguments service(String rule, String attribute) {
		return process(rule, "sv", "<bpmn:serviceTask id=\"sv\" " + attribute + "/>");
	}

	private static Arguments process(String rule, String element, String content) {
		return of(rule, element, "<bpmn:endEvent id=\"end_ok\"", content + "<bpmn:endEvent id=\"end_ok\"");
	}

	private static Arguments root(String rule, String element, String content) {
		return of(rule, element, "<bpmn:process id", content + "<bpmn:process id");
	}

	private static Arguments timer(String rule, String kind, String text) {
		return process(rule, "ti", "<bpmn:intermediateCatchEvent id=\"ti\"><bpmn:timerEventDefinition id=\"td\"><bpmn:"
				+ kind + ">" + text + "</bpmn:" + kind + "></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
	}

}
