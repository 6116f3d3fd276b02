package org.gongjian.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gongjian.engine.Rehearsal.Stay;

/**
 * Which timers at the edge of a step would have run out while a case stayed there.
 */
final class RehearsedTimers {

	private static final Pattern WORKING_TIME = Pattern.compile("\\$\\{workCalendar\\.dueIn\\('([^']+)'\\)}");

	private static final Pattern FACT = Pattern.compile("\\$\\{(\\w+)}");

	private static final Pattern DURATION = Pattern.compile("(?:R\\d*/)?(P[0-9DWTHM]+)");

	private final BpmnModelInstance model;

	private final DueDates dueDates;

	RehearsedTimers(BpmnModelInstance model, DueDates dueDates) {
		this.model = model;
		this.dueDates = dueDates;
	}

	private record Fires(BoundaryEvent event, Instant at) {
	}

	/**
	 * Those that would have run out, the earliest first, up to the first that takes the
	 * step away.
	 */
	List<BoundaryEvent> fired(FlowNode step, Stay stay, Map<String, Object> facts) {
		List<BoundaryEvent> fired = new ArrayList<>();
		List<Fires> due = at(step).stream()
			.flatMap((event) -> moment(text(event), stay.from(), facts).map((at) -> new Fires(event, at)).stream())
			.filter((one) -> !one.at().isAfter(stay.to()))
			.sorted(Comparator.comparing(Fires::at))
			.toList();
		for (Fires one : due) {
			fired.add(one.event());
			if (one.event().cancelActivity()) {
				break;
			}
		}
		return fired;
	}

	private List<BoundaryEvent> at(FlowNode step) {
		return this.model.getModelElementsByType(BoundaryEvent.class)
			.stream()
			.filter((event) -> step.equals(event.getAttachedTo()) && timed(event))
			.toList();
	}

	private static boolean timed(BoundaryEvent event) {
		return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
	}

	/** What a timer says, as the diagram has it. */
	static String text(BoundaryEvent event) {
		return event.getEventDefinitions().iterator().next().getTextContent().strip();
	}

	private Optional<Instant> moment(String text, Instant from, Map<String, Object> facts) {
		Matcher working = WORKING_TIME.matcher(text);
		Matcher plain = DURATION.matcher(text);
		if (working.matches() || plain.matches()) {
			return Optional.of(this.dueDates.after(from, working.matches() ? working.group(1) : plain.group(1)));
		}
		Matcher fact = FACT.matcher(text);
		return (fact.matches() && facts.get(fact.group(1)) instanceof Date date) ? Optional.of(date.toInstant())
				: Optional.empty();
	}

	/**
	 * What of a diagram no rehearsal can play: events at the edge of a step other than
	 * timers that can be read, and parts that an event begins.
	 */
	static List<FlowNode> unplayed(BpmnModelInstance model) {
		List<FlowNode> unplayed = new ArrayList<>();
		model.getModelElementsByType(BoundaryEvent.class)
			.stream()
			.filter((event) -> !(timed(event) && event.getAttachedTo() instanceof UserTask && readable(text(event))))
			.forEach(unplayed::add);
		model.getModelElementsByType(SubProcess.class)
			.stream()
			.filter(SubProcess::triggeredByEvent)
			.forEach(unplayed::add);
		return unplayed;
	}

	private static boolean readable(String text) {
		return WORKING_TIME.matcher(text).matches() || DURATION.matcher(text).matches() || FACT.matcher(text).matches();
	}

}
