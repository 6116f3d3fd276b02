package org.gongjian.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form, right or wrong, exactly as typed: only the fields this
 * step may write, nothing else that was sent. Values are text, lists of text, or rows.
 */
public final class Typed {

	static final int MOST_ROWS = 200;

	static final int MOST_ITEMS = 200;

	private final FormDefinition form;

	private final Map<String, Object> values = new LinkedHashMap<>();

	private Typed(FormDefinition form) {
		this.form = form;
	}

	/** A new form with its defaults. */
	static Typed blank(FormDefinition form) {
		Typed typed = new Typed(form);
		for (Field field : form.fields()) {
			if (field.initial() != null && !field.readOnly()) {
				typed.values.put(field.name(), text(field, field.initial()));
			}
		}
		return typed;
	}

	/** What the case knows already, over the defaults. */
	static Typed ofData(FormDefinition form, Map<String, Object> data) {
		Typed typed = blank(form);
		for (Field field : form.fields()) {
			Object value = data.get(field.name());
			if (!field.readOnly() && value != null) {
				typed.values.put(field.name(), text(field, value));
			}
		}
		return typed;
	}

	/**
	 * A draft: what was there when it was saved replaces everything.
	 */
	static Typed ofDraft(FormDefinition form, Map<String, Object> draft) {
		Typed typed = new Typed(form);
		for (Field field : form.fields()) {
			Object value = draft.get(field.name());
			if (!field.readOnly() && value != null) {
				typed.values.put(field.name(), text(field, value));
			}
		}
		return typed;
	}

	/**
	 * What a program sent: fields it names are replaced, others stay as they are.
	 */
	static Typed ofJson(FormDefinition form, Map<String, Object> json, Typed before) {
		Typed typed = new Typed(form);
		typed.values.putAll(before.values);
		for (Field field : form.fields()) {
			if (!field.readOnly() && json.containsKey(field.name())) {
				typed.values.put(field.name(), json.get(field.name()));
			}
		}
		return typed;
	}

	/** What a browser posted. */
	static Typed ofPost(FormDefinition form, MultiValueMap<String, String> post) {
		Typed typed = new Typed(form);
		typed.values.putAll(Posted.values(form, post));
		return typed;
	}

	/** The value as typed, whatever it is. */
	Object get(String name) {
		return this.values.get(name);
	}

	/** The value at a path, a cell too. */
	Object at(Path path) {
		if (path.row() < 0) {
			return this.values.get(path.field());
		}
		List<Map<String, Object>> rows = rows(path.field());
		return (path.row() < rows.size() && path.column() != null) ? rows.get(path.row()).get(path.column()) : null;
	}

	void put(Path path, Object value) {
		if (path.row() < 0) {
			this.values.put(path.field(), value);
		}
		else if (path.row() < rows(path.field()).size()) {
			rows(path.field()).get(path.row()).put(path.column(), value);
		}
	}

	/** The files at a path, to add to or take from. */
	List<String> files(Path path) {
		List<String> files = new ArrayList<>(texts(at(path)));
		put(path, files);
		return files;
	}

	/** The rows of a table, each with what was typed. */
	List<Map<String, Object>> rows(String name) {
		Object value = this.values.get(name);
		if (!(value instanceof List<?> list)) {
			return new ArrayList<>();
		}
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Object item : list) {
			rows.add(row(item));
		}
		this.values.put(name, rows);
		return rows;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> row(Object item) {
		return (item instanceof Map<?, ?> map) ? (Map<String, Object>) map : new LinkedHashMap<>();
	}

	/** Adds an empty row, with the defaults of its columns. */
	void addRow(Field table) {
		List<Map<String, Object>> rows = rows(table.name());
		if (rows.size() < table.maxRows()) {
			rows.add(emptyRow(table));
		}
		this.values.put(table.name(), rows);
	}

	void removeRow(Path path) {
		List<Map<String, Object>> rows = rows(path.field());
		if (path.row() >= 0 && path.row() < rows.size()) {
			rows.remove(path.row());
		}
		this.values.put(path.field(), rows);
	}

	static Map<String, Object> emptyRow(Field table) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (Field column : table.columns()) {
			if (column.initial() != null && !column.readOnly()) {
				row.put(column.name(), text(column, column.initial()));
			}
		}
		return row;
	}

	/** Everything, to be kept as a draft. */
	Map<String, Object> all() {
		return new LinkedHashMap<>(this.values);
	}

	FormDefinition form() {
		return this.form;
	}

	/** A kept value as one would type it. */
	private static Object text(Field field, Object value) {
		if (field.type() == FieldType.TABLE) {
			List<Map<String, Object>> rows = new ArrayList<>();
			if (value instanceof List<?> list) {
				for (Object item : list.subList(0, Math.min(list.size(), MOST_ROWS))) {
					Map<String, Object> row = new LinkedHashMap<>();
					Map<String, Object> kept = row(item);
					for (Field column : field.columns()) {
						if (kept.get(column.name()) != null) {
							row.put(column.name(), text(column, kept.get(column.name())));
						}
					}
					rows.add(row);
				}
			}
			return rows;
		}
		if (field.type().holdsSeveral()) {
			return new ArrayList<>(texts(value));
		}
		return text(value);
	}

	static String text(Object value) {
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (value == null || value instanceof Collection || value instanceof Map) ? null : value.toString();
	}

	static List<String> texts(Object value) {
		if (value instanceof Collection<?> items) {
			return items.stream().filter(String.class::isInstance).map(Object::toString).limit(MOST_ITEMS).toList();
		}
		return (value instanceof String text && !text.isBlank()) ? List.of(text) : List.of();
	}

}
