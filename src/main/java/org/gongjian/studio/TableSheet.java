package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;

/**
 * One decision table as people see it.
 *
 * @param decision its key
 * @param name as drawn
 * @param hitPolicy which of several rows that fit counts, {@code FIRST}
 * @param inputs what is asked
 * @param outputs what is answered
 * @param rows in their order
 */
record TableSheet(String decision, String name, String hitPolicy, List<Column> inputs, List<Column> outputs,
		List<Row> rows) {

	/** What a cell says that is always true. */
	static final String ANY = "-";

	TableSheet {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		rows = List.copyOf(rows);
	}

	/**
	 * What stands above a column.
	 *
	 * @param name the fact that is asked or the name of the answer; programs read it
	 * @param type such as {@code string}
	 */
	record Column(String label, String name, String type) {

		/** What people call it, else what programs do. */
		String title() {
			return (this.label == null || this.label.isBlank()) ? this.name : this.label;
		}

	}

	/**
	 * A rule.
	 *
	 * @param id its id, empty for a new one
	 * @param about what it is for, in words
	 */
	record Row(String id, String about, List<String> inputs, List<String> outputs) {

		Row {
			inputs = List.copyOf(inputs);
			outputs = List.copyOf(outputs);
		}

	}

	/** The names programs read: a released table keeps them. */
	List<String> names() {
		List<String> names = new ArrayList<>();
		this.inputs.forEach((column) -> names.add(column.name()));
		names.add("→");
		this.outputs.forEach((column) -> names.add(column.name()));
		return names;
	}

	TableSheet with(List<Row> other) {
		return new TableSheet(this.decision, this.name, this.hitPolicy, this.inputs, this.outputs, other);
	}

	/** A row more below another one; it fits always and answers as that one does. */
	TableSheet added(int below) {
		List<String> outputs = this.rows.isEmpty() ? this.outputs.stream().map((column) -> "").toList()
				: this.rows.get(below).outputs();
		List<Row> more = new ArrayList<>(this.rows);
		more.add(Math.min(below + 1, more.size()),
				new Row("", "", this.inputs.stream().map((column) -> ANY).toList(), outputs));
		return with(more);
	}

	TableSheet removed(int row) {
		List<Row> fewer = new ArrayList<>(this.rows);
		fewer.remove(row);
		return with(fewer);
	}

	/** The row one place up or down; where there is no place nothing changes. */
	TableSheet moved(int row, int by) {
		List<Row> other = new ArrayList<>(this.rows);
		int to = row + by;
		if (to >= 0 && to < other.size()) {
			java.util.Collections.swap(other, row, to);
		}
		return with(other);
	}

}
