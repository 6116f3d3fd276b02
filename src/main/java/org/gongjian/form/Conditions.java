package org.gongjian.form;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which fields are asked, given what was typed so far. */
final class Conditions {

	private final FormContext context;

	private final Typed typed;

	private final Answer answer;

	Conditions(FormContext context, Typed typed, Answer answer) {
		this.context = context;
		this.typed = typed;
		this.answer = answer;
	}

	boolean asks(Field field) {
		return asks(field.when(), Map.of(), new HashSet<>());
	}

	/** Whether a cell is asked, given the others of its row. */
	boolean asks(Field column, Map<?, ?> row) {
		return asks(column.when(), row, new HashSet<>());
	}

	/**
	 * Whether a field can come into question on this form at all: a condition on what is
	 * settled already and does not hold rules it out.
	 */
	boolean mayBeAsked(Field field) {
		if (field.when() == null) {
			return true;
		}
		return field.when()
			.oneOf()
			.entrySet()
			.stream()
			.filter((entry) -> isSettled(entry.getKey()))
			.allMatch((entry) -> holds(entry.getKey(), entry.getValue(), Map.of(), new HashSet<>()));
	}

	/** Whether the answer cannot change while this form is filled in. */
	boolean isSettled(String name) {
		if (When.DECISION.equals(name)) {
			return this.context.decisions().size() < 2;
		}
		return this.context.form().field(name).filter((field) -> !field.readOnly()).isEmpty();
	}

	private boolean asks(When when, Map<?, ?> row, Set<String> seen) {
		if (when == null) {
			return true;
		}
		return when.oneOf().entrySet().stream().allMatch((entry) -> holds(entry.getKey(), entry.getValue(), row, seen));
	}

	private boolean holds(String name, List<String> values, Map<?, ?> row, Set<String> seen) {
		if (When.DECISION.equals(name)) {
			return values.contains(String.valueOf(this.context.taken(this.answer.decision())));
		}
		if (row.containsKey(name)) {
			return holds(row.get(name), values);
		}
		Field field = this.context.form().field(name).filter((other) -> !other.readOnly()).orElse(null);
		if (field == null) {
			return holds(this.context.known().get(name), values);
		}
		// a field that is not asked itself has no value
		return seen.add(name) && asks(field.when(), Map.of(), seen) && holds(this.typed.get(name), values);
	}

	static boolean holds(Object value, List<String> values) {
		if (value instanceof Collection<?> several) {
			return several.stream().anyMatch((one) -> values.contains(String.valueOf(one)));
		}
		if (value instanceof Boolean || value instanceof Number || value instanceof String) {
			String text = String.valueOf(value);
			return values.contains("on".equals(text) ? "true" : text);
		}
		return value == null && values.contains("false");
	}

}
