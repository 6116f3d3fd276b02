package org.gongjian.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Known;
import org.gongjian.engine.Rehearsal.Stay;
import org.gongjian.engine.Rehearsal.Stop;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A case that is gone through on paper waits where it would wait. */
class RehearsalWalkTests {

	private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

	@Test
	void itWaitsAtTimersAndMessagesOnItsWay() {
		BpmnModelInstance model = Bpmn.createExecutableProcess("waits")
			.startEvent()
			.intermediateCatchEvent("timer-notice")
			.timerWithDate("${workCalendar.dueIn('P5WD')}")
			.intermediateCatchEvent("timer-rest")
			.timerWithDuration("P10D")
			.intermediateCatchEvent("message-paid")
			.message("paid")
			.endEvent("end-over")
			.done();
		List<Stop> stops = through(model, Map.of()).stops();
		assertThat(stops).filteredOn(Stop::waits)
			.extracting(Stop::element, Stop::due)
			.containsExactly(tuple("timer-notice", "${workCalendar.dueIn('P5WD')}"), tuple("timer-rest", "P10D"),
					tuple("message-paid", null));
		assertThat(stops).filteredOn(Stop::ends).extracting(Stop::element).containsExactly("end-over");
	}

	private static BpmnModelInstance interrupted() {
		return Bpmn.createExecutableProcess("interrupted")
			.startEvent()
			.userTask("task-review")
			.camundaDueDate("${workCalendar.dueIn('P3WD')}")
			.userTask("task-sign")
			.endEvent("end-done")
			.moveToActivity("task-review")
			.boundaryEvent("timer-remind")
			.cancelActivity(false)
			.timerWithDuration("P5D")
			.endEvent("end-reminded")
			.moveToActivity("task-review")
			.boundaryEvent("timer-late")
			.timerWithDate("${workCalendar.dueIn('P10D')}")
			.endEvent("end-late")
			.moveToActivity("task-sign")
			.boundaryEvent("event-withdrawn")
			.message("withdrawn")
			.endEvent("end-withdrawn")
			.done();
	}

	@Test
	void timersRunOutAsLongAsTheCaseReallyStayed() {
		assertThat(elements(interrupted())).as("nothing known of its stay")
			.containsExactly("StartEvent", "task-review", "task-sign", "end-done");
		assertThat(elements(interrupted(), stay("task-review", 4, null))).doesNotContain("timer-remind", "timer-late");
		assertThat(elements(interrupted(), stay("task-review", 6, null))).contains("timer-remind", "end-reminded",
				"task-sign", "end-done");
		assertThat(elements(interrupted(), stay("task-review", 10, null)))
			.contains("timer-remind", "timer-late", "end-late")
			.doesNotContain("task-sign", "end-done");
	}

	@Test
	void aMomentInTheCasesDataRunsOutToo() {
		BpmnModelInstance model = Bpmn.createExecutableProcess("lapses")
			.startEvent()
			.userTask("task-revise")
			.endEvent("end-done")
			.moveToActivity("task-revise")
			.boundaryEvent("timer-lapse")
			.timerWithDate("${lapseAt}")
			.endEvent("end-lapsed")
			.done();
		Map<String, Object> facts = Map.of("lapseAt", Date.from(START.plus(Duration.ofDays(2))));
		assertThat(through(model, facts, stay("task-revise", 3, null)).stops()).extracting(Stop::element)
			.contains("end-lapsed");
		assertThat(through(model, facts, stay("task-revise", 1, null)).stops()).extracting(Stop::element)
			.doesNotContain("end-lapsed");
	}

	@Test
	void itIsSentBackWhereItWas() {
		BpmnModelInstance model = Bpmn.createExecutableProcess("returned")
			.startEvent()
			.userTask("task-draft")
			.parallelGateway("fork")
			.userTask("task-left")
			.parallelGateway("join")
			.userTask("task-leader")
			.endEvent("end-done")
			.moveToNode("fork")
			.userTask("task-right")
			.connectTo("join")
			.done();
		Stay back = stay("task-leader", 1, "task-draft");
		assertThat(through(model, Map.of(), back).unreturned()).as("no way back is drawn").containsExactly(back);
		((UserTask) model.getModelElementById("task-leader")).builder()
			.addExtensionElement(properties(model, "returnTo", "previous=task-draft"));
		Course course = through(model, Map.of(), back);
		assertThat(course.unreturned()).isEmpty();
		assertThat(course.stops()).extracting(Stop::element)
			.filteredOn((element) -> element.startsWith("task") || element.startsWith("end"))
			.containsExactly("task-draft", "task-left", "task-right", "task-leader", "task-draft", "task-left",
					"task-right", "task-leader", "end-done");
		assertThat(course.stops()).extracting(Stop::decision).containsOnlyOnce("RETURN");
	}

	@Test
	void itSaysWhatIsNotPlayed() {
		assertThat(RehearsedTimers.unplayed(interrupted())).extracting(FlowNode::getId)
			.containsExactly("event-withdrawn");
	}

	private static CamundaProperties properties(BpmnModelInstance model, String name, String value) {
		CamundaProperty property = model.newInstance(CamundaProperty.class);
		property.setCamundaName(name);
		property.setCamundaValue(value);
		CamundaProperties properties = model.newInstance(CamundaProperties.class);
		properties.addChildElement(property);
		return properties;
	}

	private static Stay stay(String step, int days, String returnedTo) {
		return new Stay(step, START, START.plus(Duration.ofDays(days)), returnedTo);
	}

	private static List<String> elements(BpmnModelInstance model, Stay... stays) {
		return through(model, Map.of(), stays).stops()
			.stream()
			.map((stop) -> stop.kind().equals("startEvent") ? "StartEvent" : stop.element())
			.toList();
	}

	private static Course through(BpmnModelInstance model, Map<String, Object> facts, Stay... stays) {
		return new RehearsalWalk(new Rehearsal.Plan(model), Map.of(), new Known(facts, List.of(stays)),
				(element, reference, known) -> Map.of(), (step) -> "APPROVE",
				new RehearsedTimers(model, (start, duration) -> start.plus(Period.parse(duration.replace("W", "")))))
			.walk();
	}

}
