package org.gongjian.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Stop;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A case that is gone through on paper waits where it would wait. */
class RehearsalWalkTests {

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

	@Test
	void whatInterruptsAStepIsNotPlayed() {
		BpmnModelInstance model = Bpmn.createExecutableProcess("interrupted")
			.startEvent()
			.userTask("task-review")
			.camundaDueDate("${workCalendar.dueIn('P3WD')}")
			.endEvent("end-done")
			.moveToActivity("task-review")
			.boundaryEvent("timer-late")
			.timerWithDuration("P10D")
			.endEvent("end-late")
			.done();
		assertThat(through(model, Map.of()).stops()).extracting(Stop::element)
			.contains("task-review", "end-done")
			.doesNotContain("timer-late", "end-late");
	}

	private static Course through(BpmnModelInstance model, Map<String, Object> facts) {
		return new RehearsalWalk(model, Map.of(), facts, (element, reference, known) -> Map.of(), (step) -> "APPROVE")
			.walk();
	}

}
