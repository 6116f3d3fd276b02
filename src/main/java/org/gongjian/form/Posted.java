package org.gongjian.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.util.MultiValueMap;

/** Finds among what a browser posted what belongs to the fields this step may write. */
final class Posted {

	private Posted() {
	}

	/** The values by field, as typed. */
	static Map<String, Object> values(FormDefinition form, MultiValueMap<String, String> post) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Field field : form.fields()) {
			if (field.readOnly()) {
				continue;
			}
			if (field.type() == FieldType.TABLE) {
				values.put(field.name(), rows(field, post));
			}
			else {
				values.put(field.name(), posted(field, post.get(field.name())));
			}
		}
		return values;
	}

	private static List<Map<String, Object>> rows(Field table, MultiValueMap<String, String> post) {
		TreeMap<Integer, Map<String, Object>> rows = new TreeMap<>();
		String start = table.name() + "[";
		for (String key : post.keySet()) {
			Path path = key.startsWith(start) ? Path.of(key) : null;
			if (path != null && path.row() >= 0 && path.row() < Typed.MOST_ROWS && !rows.containsKey(path.row())) {
				Map<String, Object> row = new LinkedHashMap<>();
				for (Field column : table.columns()) {
					if (!column.readOnly()) {
						row.put(column.name(),
								posted(column, post.get(Path.cell(table.name(), path.row(), column.name()))));
					}
				}
				rows.put(path.row(), row);
			}
		}
		return new ArrayList<>(rows.values());
	}

	private static Object posted(Field field, List<String> sent) {
		if (field.type().holdsSeveral()) {
			return (sent == null) ? new ArrayList<String>()
					: new ArrayList<>(sent.stream().filter((item) -> !item.isBlank()).limit(Typed.MOST_ITEMS).toList());
		}
		if (sent == null || sent.isEmpty()) {
			return null;
		}
		return sent.get(0);
	}

}
