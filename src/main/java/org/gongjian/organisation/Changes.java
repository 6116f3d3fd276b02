package org.gongjian.organisation;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in words for the journal which components of a record differ. */
final class Changes {

	private Changes() {
	}

	/** {@code nameZh: old → new; note: → x}, at most 1,000 characters. */
	static <R extends Record> String between(R before, R after) {
		String text = String.join("; ",
				names(before, after).stream()
					.map((name) -> name + ": " + value(before, name) + " → " + value(after, name))
					.toList());
		return (text.length() > 1000) ? text.substring(0, 999) + "…" : text;
	}

	/** The names of the components that differ; nothing and empty are the same. */
	static <R extends Record> List<String> names(R before, R after) {
		List<String> names = new ArrayList<>();
		for (RecordComponent component : before.getClass().getRecordComponents()) {
			if (!value(before, component.getName()).equals(value(after, component.getName()))) {
				names.add(component.getName());
			}
		}
		return names;
	}

	/** The value of a component as text. */
	static <R extends Record> String value(R values, String name) {
		try {
			for (RecordComponent component : values.getClass().getRecordComponents()) {
				if (component.getName().equals(name)) {
					return Objects.toString(component.getAccessor().invoke(values), "");
				}
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		throw new IllegalArgumentException(name);
	}

}
