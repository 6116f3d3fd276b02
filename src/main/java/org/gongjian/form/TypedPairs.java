package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongjian.form.FormView.Pair;

/** Everything typed, as a browser sends it: the page of answers sends it again. */
final class TypedPairs {

	private final List<Pair> pairs = new ArrayList<>();

	private TypedPairs() {
	}

	static List<Pair> of(FormSession session) {
		TypedPairs typed = new TypedPairs();
		for (Field field : session.context().form().fields()) {
			if (field.readOnly()) {
				continue;
			}
			if (field.type() == FieldType.TABLE) {
				typed.table(field, session.typed().rows(field.name()));
			}
			else {
				typed.add(field.name(), session.typed().get(field.name()));
			}
		}
		typed.add("_comment", session.answer().comment());
		session.answer().kept().forEach(typed::add);
		return typed.pairs;
	}

	private void table(Field table, List<Map<String, Object>> rows) {
		for (int i = 0; i < rows.size(); i++) {
			this.pairs.add(new Pair(table.name() + "[" + i + "]", ""));
			for (Field column : table.columns()) {
				add(Path.cell(table.name(), i, column.name()), rows.get(i).get(column.name()));
			}
		}
	}

	private void add(String name, Object value) {
		if (value instanceof List<?>) {
			Typed.texts(value).forEach((item) -> this.pairs.add(new Pair(name, item)));
		}
		else if (Typed.text(value) != null) {
			this.pairs.add(new Pair(name, Typed.text(value)));
		}
	}

}
