package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a case through a diagram on paper: nothing of it reaches the engine's tables.
 * Conditions and tables are read with what is known, decisions are those made before or
 * else the favourable ones. A case waits at the timers and messages on its way. Where it
 * is known how long it stayed at a step, timers at the step's edge run out as they would
 * have; where it was sent back it is sent back again.
 */
@Component
public class Rehearsal {

	private final ObjectProvider<Thresholds> thresholds;

	private final ObjectProvider<DueDates> dueDates;

	Rehearsal(ObjectProvider<Thresholds> thresholds, ObjectProvider<DueDates> dueDates) {
		this.thresholds = thresholds;
		this.dueDates = dueDates;
	}

	/** Answers what an element of the diagram would learn from its tables. */
	@FunctionalInterface
	public interface Tables {

		/**
		 * What becomes known at an element.
		 * @param element its id
		 * @param reference the table it names itself, if it does
		 * @param facts what is known so far
		 */
		Map<String, Object> at(String element, Optional<Reference> reference, Map<String, Object> facts);

	}

	/**
	 * A table that an element of a diagram names itself.
	 *
	 * @param table the key of the decision
	 * @param result the variable for its answer, or {@code null}
	 */
	public record Reference(String table, String result) {
	}

	/**
	 * Where a case comes by.
	 *
	 * @param kind the BPMN element, {@code userTask}
	 * @param name as drawn
	 * @param settings of the element
	 * @param due until when, or how long a timer waits, as the diagram says it, or
	 * {@code null}
	 * @param decision how it is taken to end, or {@code null} where nobody decides
	 * @param assumed whether that is an assumption
	 * @param certain whether every condition before it could be read
	 */
	public record Stop(String element, String kind, String name, Map<String, String> settings, String due,
			String decision, boolean assumed, boolean certain) {

		/** Whether people are asked here. */
		public boolean asksPeople() {
			return this.kind.equals("userTask");
		}

		/** Whether the case waits here for a moment or a message. */
		public boolean waits() {
			return this.kind.equals("intermediateCatchEvent") || this.kind.equals("receiveTask");
		}

		/** Whether a timer at the edge of a step ran out. */
		public boolean runsOut() {
			return this.kind.equals("boundaryEvent");
		}

		/** Whether a case ends here. */
		public boolean ends() {
			return this.kind.equals("endEvent");
		}

	}

	/**
	 * How long a case really stayed at a step.
	 *
	 * @param to until when, or until now if it is still there
	 * @param returnedTo the step it was sent back to from there, or {@code null}
	 */
	public record Stay(String step, Instant from, Instant to, String returnedTo) {
	}

	/**
	 * The way of a case.
	 *
	 * @param facts everything known at its end
	 * @param unreturned returns that really happened and that this diagram has no way for
	 */
	public record Course(List<Stop> stops, Map<String, Object> facts, List<Stay> unreturned) {
	}

	/**
	 * What is known of a case before it is taken through.
	 *
	 * @param facts what it is routed by
	 * @param stays at which steps it really stayed, in this order; empty for one made up
	 */
	public record Known(Map<String, Object> facts, List<Stay> stays) {
	}

	/** A diagram read once, for as many cases as there are. */
	public static final class Plan {

		private final BpmnModelInstance model;

		private final Graph graph;

		Plan(BpmnModelInstance model) {
			this.model = model;
			this.graph = new Graph(model);
		}

		BpmnModelInstance model() {
			return this.model;
		}

		Graph graph() {
			return this.graph;
		}

	}

	/**
	 * Reads a diagram that cases are to be taken through.
	 * @param diagram a diagram the check has accepted
	 */
	public Plan plan(byte[] diagram) {
		return new Plan(read(diagram));
	}

	/**
	 * Takes a case through.
	 * @param plan the diagram
	 * @param favourable the decision assumed at a step where none is known
	 */
	public Course through(Plan plan, Known known, Tables tables, Function<String, String> favourable) {
		return new RehearsalWalk(plan, this.thresholds.getObject().values(), known, tables, favourable,
				new RehearsedTimers(plan.model(), this.dueDates.getObject()))
			.walk();
	}

	/** The names, as drawn, of what in a diagram is not played. */
	public List<String> unplayed(byte[] diagram) {
		return RehearsedTimers.unplayed(read(diagram))
			.stream()
			.map((node) -> (node.getName() == null || node.getName().isBlank()) ? node.getId() : node.getName())
			.toList();
	}

	private static BpmnModelInstance read(byte[] diagram) {
		return Bpmn.readModelFromStream(new ByteArrayInputStream(diagram));
	}

}
