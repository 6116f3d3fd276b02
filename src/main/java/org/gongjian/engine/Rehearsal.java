package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes a case through a diagram on paper: nothing of it reaches the engine's tables.
 * Conditions and tables are read with what is known, decisions are those made before or
 * else the favourable ones. A case waits at the timers and messages on its way; what
 * interrupts a step, and returns, are not played.
 */
@Component
public class Rehearsal {

	private final ObjectProvider<Thresholds> thresholds;

	Rehearsal(ObjectProvider<Thresholds> thresholds) {
		this.thresholds = thresholds;
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

		/** Whether a case ends here. */
		public boolean ends() {
			return this.kind.equals("endEvent");
		}

	}

	/**
	 * The way of a case.
	 *
	 * @param facts everything known at its end
	 */
	public record Course(List<Stop> stops, Map<String, Object> facts) {
	}

	/**
	 * Takes a case through.
	 * @param diagram a diagram the check has accepted
	 * @param facts what is known of the case
	 * @param favourable the decision assumed at a step where none is known
	 */
	public Course through(byte[] diagram, Map<String, Object> facts, Tables tables,
			Function<String, String> favourable) {
		return new RehearsalWalk(Bpmn.readModelFromStream(new ByteArrayInputStream(diagram)),
				this.thresholds.getObject().values(), facts, tables, favourable)
			.walk();
	}

}
