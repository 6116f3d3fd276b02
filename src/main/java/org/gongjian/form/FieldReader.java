package org.gongjian.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.gongjian.form.FormFault.Reason;
import tools.jackson.databind.JsonNode;

/** Reads one field of a form file. */
final class FieldReader {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");

	/** Names the engine or the platform uses for itself. */
	private static final Set<String> RESERVED = Set.of("decision", "comment", "initiator", "initiatorOrg",
			"initiatorRole", "caseNumber", "execution", "slot", "outcome", "loopCounter", "nrOfInstances",
			"nrOfActiveInstances", "nrOfCompletedInstances", "task", "now", "empty", "true", "false", "null", "and",
			"or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");

	private static final Set<String> FIELD_KEYS = Set.of("name", "label", "type", "required", "readOnly", "options",
			"columns", "minRows", "min", "max", "minLength", "maxLength", "pattern", "help", "when", "mustBeTrue",
			"side", "of", "kind", "accept", "maxFiles", "default", "fact", "party", "deciding");

	private static final Set<String> FILE_KINDS = Set.of("pdf", "doc", "docx", "xls", "xlsx", "jpg", "png");

	private final JsonParts parts;

	private final FieldSettings settings;

	private final FieldValues values;

	FieldReader(JsonParts parts) {
		this.parts = parts;
		this.settings = new FieldSettings(parts);
		this.values = new FieldValues(parts);
	}

	/**
	 * Reads a field, or a column of a table; {@code null} if anything is wrong with it.
	 */
	Field field(JsonNode node, String path, boolean column) {
		int before = this.parts.faults().size();
		this.parts.keys(node, path, FIELD_KEYS);
		String name = name(node, path, column);
		FieldType type = type(node, path, column);
		if (type == null) {
			return null;
		}
		this.settings.check(node, path, type);
		List<Option> options = options(node, path, type);
		List<Field> columns = columns(node, path, type);
		boolean required = this.parts.flag(node, path, "required");
		int usual = (type == FieldType.TEXT) ? 200 : 4000;
		int maxLength = this.parts.number(node, path, "maxLength", usual, 1, 20_000);
		int minLength = this.parts.number(node, path, "minLength", 0, 0, maxLength);
		int minRows = this.parts.number(node, path, "minRows", (required && type == FieldType.TABLE) ? 1 : 0, 0, 100);
		Field field = new Field(name, this.parts.words(node, path, "label", true), type, required,
				this.parts.flag(node, path, "readOnly"), options, columns, minRows,
				this.values.bound(node, path, "min", type), this.values.bound(node, path, "max", type), minLength,
				maxLength, pattern(node, path), this.parts.words(node, path, "help", false), when(node, path),
				this.parts.flag(node, path, "mustBeTrue"), side(node, path), this.parts.text(node, path, "of"),
				kind(node, path, type), accept(node, path), this.parts.number(node, path, "maxFiles", 10, 1, 10),
				this.values.initial(node, path, type, options), this.parts.flag(node, path, "fact"),
				this.parts.flag(node, path, "party"), this.parts.flag(node, path, "deciding"));
		return (this.parts.faults().size() == before) ? field : null;
	}

	/** Adds a field that could be read, unless there is one of its name. */
	void add(List<Field> fields, Field field, Set<String> names, String path) {
		if (field == null) {
			return;
		}
		if (!names.add(field.name())) {
			this.parts.fault(path, "name", Reason.TWICE, field.name());
		}
		fields.add(field);
	}

	private String name(JsonNode node, String path, boolean column) {
		String name = this.parts.text(node, path, "name");
		if (name == null || !FormReader.NAME.matcher(name).matches()) {
			this.parts.fault(path, "name", Reason.NAME, "termStart");
		}
		else if (!column && RESERVED.contains(name)) {
			this.parts.fault(path, "name", Reason.PLATFORM, name);
		}
		return String.valueOf(name);
	}

	private FieldType type(JsonNode node, String path, boolean column) {
		String word = this.parts.text(node, path, "type");
		FieldType type = FieldType.of(word);
		if (type == null) {
			if (word == null) {
				this.parts.fault(path, "type", Reason.MISSING);
			}
			else {
				this.parts.fault(path, "type", Reason.TYPE, word);
			}
			return null;
		}
		if (column && this.parts.flag(node, path, "deciding")) {
			this.parts.fault(path, "deciding", Reason.COLUMN);
		}
		if (column && type == FieldType.TABLE) {
			this.parts.fault(path, "type", Reason.NESTED);
			return null;
		}
		return type;
	}

	private List<Option> options(JsonNode node, String path, FieldType type) {
		List<Option> options = new ArrayList<>();
		this.parts.each(node, path, "options", (option, at) -> options.add(option(option, at)));
		if ((type == FieldType.ENUM || type == FieldType.MULTI_ENUM) && options.isEmpty()) {
			this.parts.fault(path, "options", Reason.MISSING);
		}
		if (options.stream().map(Option::value).distinct().count() != options.size()) {
			this.parts.fault(path, "options", Reason.TWICE_VALUE);
		}
		return options;
	}

	private List<Field> columns(JsonNode node, String path, FieldType type) {
		List<Field> columns = new ArrayList<>();
		Set<String> names = new HashSet<>();
		this.parts.each(node, path, "columns", (child, at) -> add(columns, field(child, at, true), names, at));
		if (type == FieldType.TABLE && columns.isEmpty()) {
			this.parts.fault(path, "columns", Reason.MISSING);
		}
		return columns;
	}

	private String pattern(JsonNode node, String path) {
		String pattern = this.parts.text(node, path, "pattern");
		if (pattern != null) {
			try {
				Pattern.compile(pattern);
			}
			catch (PatternSyntaxException ex) {
				this.parts.fault(path, "pattern", Reason.PATTERN, Math.max(0, ex.getIndex()) + 1);
			}
		}
		return pattern;
	}

	private String side(JsonNode node, String path) {
		String side = this.parts.text(node, path, "side");
		if (side != null && !FormReader.SIDES.contains(side)) {
			this.parts.fault(path, "side", Reason.ONE_OF, listed(FormReader.SIDES));
		}
		return side;
	}

	private String kind(JsonNode node, String path, FieldType type) {
		String kind = this.parts.text(node, path, "kind");
		if (type == FieldType.REFERENCE && kind == null) {
			this.parts.fault(path, "kind", Reason.MISSING);
		}
		if (type == FieldType.INTEGER && kind != null && !Field.YEAR.equals(kind)) {
			this.parts.fault(path, "kind", Reason.ONLY, Field.YEAR, type.code());
		}
		if (type == FieldType.TEXT && kind != null && !Field.MONTH.equals(kind)) {
			this.parts.fault(path, "kind", Reason.ONLY, Field.MONTH, type.code());
		}
		return kind;
	}

	private List<String> accept(JsonNode node, String path) {
		List<String> accept = this.parts.texts(node, path, "accept")
			.stream()
			.map((ending) -> "jpeg".equals(ending) ? "jpg" : ending)
			.distinct()
			.toList();
		if (!FILE_KINDS.containsAll(accept)) {
			this.parts.fault(path, "accept", Reason.ONE_OF, listed(FILE_KINDS));
		}
		return accept;
	}

	private static String listed(Set<String> words) {
		return String.join(", ", new TreeSet<>(words));
	}

	private Option option(JsonNode node, String path) {
		this.parts.keys(node, path, Set.of("value", "label"));
		String value = this.parts.text(node, path, "value");
		if (value == null || !CODE.matcher(value).matches()) {
			this.parts.fault(path, "value", Reason.CODE, "QUARTERLY");
		}
		return new Option(String.valueOf(value), this.parts.words(node, path, "label", true));
	}

	/** Reads when a field or a decision is asked; {@code null} for always. */
	When when(JsonNode node, String path) {
		JsonNode when = node.get("when");
		if (when == null) {
			return null;
		}
		if (!when.isObject() || when.isEmpty()) {
			this.parts.fault(path, "when", Reason.LISTS);
			return null;
		}
		Map<String, List<String>> oneOf = new LinkedHashMap<>();
		for (String key : when.propertyNames()) {
			List<String> values = this.parts.texts(when, JsonParts.at(path, "when"), key);
			if (values.isEmpty()) {
				this.parts.fault(JsonParts.at(path, "when"), key, Reason.VALUE);
			}
			oneOf.put(key, values);
		}
		return new When(oneOf);
	}

}
