package org.gongjian.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.gongjian.form.FormDefinition.Section;
import org.gongjian.shared.Bilingual;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a form file strictly: an unknown key, a wrong type or a name that points nowhere
 * is a problem that names its place.
 */
public final class FormReader {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");

	/** Names the engine or the platform uses for itself. */
	private static final Set<String> RESERVED = Set.of("decision", "comment", "initiator", "initiatorOrg",
			"initiatorRole", "caseNumber", "execution", "slot", "outcome", "loopCounter", "nrOfInstances",
			"nrOfActiveInstances", "nrOfCompletedInstances", "task", "now", "empty", "true", "false", "null", "and",
			"or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");

	private static final Set<String> FORM_KEYS = Set.of("title", "help", "caseTitle", "starters", "numberPrefix",
			"numberDigits", "record", "decisions", "decisionLabel", "read", "sections");

	private static final Set<String> FIELD_KEYS = Set.of("name", "label", "type", "required", "readOnly", "options",
			"columns", "minRows", "min", "max", "minLength", "maxLength", "pattern", "help", "when", "mustBeTrue",
			"side", "of", "kind", "accept", "maxFiles", "default", "fact", "party", "deciding");

	static final Set<String> SIDES = Set.of("ZONE", "GOVERNMENT", "ENTERPRISE", "DEPARTMENT", "GUEST", "COMMUNITY");

	private static final Set<String> FILE_KINDS = Set.of("pdf", "doc", "docx", "xls", "xlsx", "jpg", "png");

	private final String step;

	private final List<String> problems = new ArrayList<>();

	private FormReader(String step) {
		this.step = step;
	}

	/**
	 * Reads the form of a step.
	 * @throws FormUnreadable with everything that is wrong
	 */
	public static FormDefinition read(String step, byte[] json) {
		FormReader reader = new FormReader(step);
		FormDefinition form = null;
		try {
			JsonNode root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
			form = reader.form(root);
		}
		catch (JacksonException ex) {
			reader.problems.add("not JSON: " + ex.getOriginalMessage());
		}
		if (!reader.problems.isEmpty()) {
			throw new FormUnreadable(step, reader.problems);
		}
		return form;
	}

	private FormDefinition form(JsonNode node) {
		if (!node.isObject()) {
			this.problems.add("the file must be an object");
			return null;
		}
		keys(node, "", FORM_KEYS);
		List<Section> sections = new ArrayList<>();
		Set<String> names = new HashSet<>();
		each(node, "", "sections", (section, path) -> sections.add(section(section, path, names)));
		List<Decision> decisions = new ArrayList<>();
		each(node, "", "decisions", (decision, path) -> decisions.add(decision(decision, path)));
		if (decisions.stream().map(Decision::code).distinct().count() != decisions.size()) {
			this.problems.add("decisions: a code stands there twice");
		}
		String record = text(node, "", "record");
		if (record != null && !NAME.matcher(record).matches()) {
			this.problems.add("record: must be a name like branchResolution");
		}
		String prefix = text(node, "", "numberPrefix");
		if (prefix != null && !prefix.matches("[A-Z]{2,6}")) {
			this.problems.add("numberPrefix: must be two to six capital letters");
		}
		Bilingual title = words(node, "", "title", true);
		Bilingual caseTitle = words(node, "", "caseTitle", false);
		List<String> read = texts(node, "", "read");
		FormDefinition form = new FormDefinition(this.step, title, words(node, "", "help", false), caseTitle,
				texts(node, "", "starters"), prefix, number(node, "", "numberDigits", 4, 1, 9), record, decisions,
				words(node, "", "decisionLabel", false), read, sections);
		check(form);
		return form;
	}

	/** What can only be said of the form as a whole. */
	private void check(FormDefinition form) {
		if (form.caseTitle() != null) {
			for (String language : List.of(form.caseTitle().en(), form.caseTitle().zh())) {
				var placeholders = Pattern.compile("\\{([^}]*)}").matcher(language);
				while (placeholders.find()) {
					if (form.field(placeholders.group(1)).isEmpty()) {
						this.problems.add("caseTitle: no field is called " + placeholders.group(1));
					}
				}
			}
		}
		for (Field field : form.fields()) {
			pointers(form, field, List.of(), field.name());
			for (Field column : field.columns()) {
				pointers(form, column, field.columns(), field.name() + "." + column.name());
			}
		}
	}

	private void pointers(FormDefinition form, Field field, List<Field> siblings, String path) {
		if (field.of() != null) {
			Field target = siblings.stream()
				.filter((sibling) -> sibling.name().equals(field.of()))
				.findFirst()
				.or(() -> form.field(field.of()))
				.orElse(null);
			if (target != null && target.type() != FieldType.ORGANISATION) {
				this.problems.add(path + ".of: " + field.of() + " is not an organisation field");
			}
		}
		if (field.when() == null) {
			return;
		}
		field.when().oneOf().forEach((name, values) -> {
			if (When.DECISION.equals(name)) {
				for (String value : values) {
					if (!form.decisions().isEmpty() && form.decision(value).isEmpty() && !"RETURN".equals(value)) {
						this.problems.add(path + ".when: no decision is called " + value);
					}
				}
				return;
			}
			if (name.equals(field.name())) {
				this.problems.add(path + ".when: the field depends on itself");
			}
			Field target = siblings.stream()
				.filter((sibling) -> sibling.name().equals(name))
				.findFirst()
				.or(() -> form.field(name))
				.orElse(null);
			if (target != null && !target.options().isEmpty()) {
				for (String value : values) {
					if (target.option(value).isEmpty()) {
						this.problems.add(path + ".when: " + name + " has no option " + value);
					}
				}
			}
		});
	}

	private Section section(JsonNode node, String path, Set<String> names) {
		keys(node, path, Set.of("title", "help", "fields"));
		List<Field> fields = new ArrayList<>();
		each(node, path, "fields", (field, at) -> add(fields, field(field, at, false), names, at));
		return new Section(words(node, path, "title", false), words(node, path, "help", false), fields);
	}

	private void add(List<Field> fields, Field field, Set<String> names, String path) {
		if (field == null) {
			return;
		}
		if (!names.add(field.name())) {
			this.problems.add(path + ".name: " + field.name() + " stands there twice");
		}
		fields.add(field);
	}

	private Decision decision(JsonNode node, String path) {
		keys(node, path, Set.of("code", "label", "kind", "commentRequired", "leavesForm", "when"));
		String code = text(node, path, "code");
		if (code == null || !code.matches("[A-Z][A-Z0-9_]{0,39}")) {
			this.problems.add(at(path, "code") + ": must be capitals like APPROVE");
		}
		String kind = text(node, path, "kind");
		Decision.Kind meant = Decision.Kind.NEUTRAL;
		if (kind != null) {
			try {
				meant = Decision.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
			}
			catch (IllegalArgumentException ex) {
				this.problems.add(at(path, "kind") + ": must be positive, negative or neutral");
			}
		}
		return new Decision(String.valueOf(code), words(node, path, "label", true), meant,
				flag(node, path, "commentRequired"), flag(node, path, "leavesForm"), when(node, path));
	}

	private Field field(JsonNode node, String path, boolean column) {
		int before = this.problems.size();
		keys(node, path, FIELD_KEYS);
		String name = text(node, path, "name");
		if (name == null || !NAME.matcher(name).matches()) {
			this.problems.add(at(path, "name") + ": must be a name like termStart");
		}
		else if (!column && RESERVED.contains(name)) {
			this.problems.add(at(path, "name") + ": " + name + " is a name of the platform");
		}
		String word = text(node, path, "type");
		FieldType type = FieldType.of(word);
		if (type == null) {
			this.problems.add(at(path, "type") + ": " + word + " is no type of field");
			return null;
		}
		if (column && flag(node, path, "deciding")) {
			this.problems.add(at(path, "deciding") + ": means nothing for a column");
		}
		if (column && type == FieldType.TABLE) {
			this.problems.add(at(path, "type") + ": a table cannot stand in a table");
			return null;
		}
		List<Option> options = new ArrayList<>();
		each(node, path, "options", (option, at) -> options.add(option(option, at)));
		List<Field> columns = new ArrayList<>();
		Set<String> names = new HashSet<>();
		each(node, path, "columns", (child, at) -> add(columns, field(child, at, true), names, at));
		belongs(node, path, type);
		if ((type == FieldType.ENUM || type == FieldType.MULTI_ENUM) && options.isEmpty()) {
			this.problems.add(at(path, "options") + ": missing");
		}
		if (options.stream().map(Option::value).distinct().count() != options.size()) {
			this.problems.add(at(path, "options") + ": a value stands there twice");
		}
		if (type == FieldType.TABLE && columns.isEmpty()) {
			this.problems.add(at(path, "columns") + ": missing");
		}
		boolean required = flag(node, path, "required");
		int usual = (type == FieldType.TEXT) ? 200 : 4000;
		int maxLength = number(node, path, "maxLength", usual, 1, 20_000);
		int minLength = number(node, path, "minLength", 0, 0, maxLength);
		String pattern = text(node, path, "pattern");
		if (pattern != null) {
			try {
				Pattern.compile(pattern);
			}
			catch (PatternSyntaxException ex) {
				this.problems.add(at(path, "pattern") + ": " + ex.getDescription());
			}
		}
		String side = text(node, path, "side");
		if (side != null && !SIDES.contains(side)) {
			this.problems.add(at(path, "side") + ": must be one of " + SIDES);
		}
		String kind = text(node, path, "kind");
		if (type == FieldType.REFERENCE && kind == null) {
			this.problems.add(at(path, "kind") + ": missing");
		}
		List<String> accept = texts(node, path, "accept").stream()
			.map((ending) -> "jpeg".equals(ending) ? "jpg" : ending)
			.distinct()
			.toList();
		if (!FILE_KINDS.containsAll(accept)) {
			this.problems.add(at(path, "accept") + ": must be of " + FILE_KINDS);
		}
		Field field = new Field(String.valueOf(name), words(node, path, "label", true), type, required,
				flag(node, path, "readOnly"), options, columns,
				number(node, path, "minRows", (required && type == FieldType.TABLE) ? 1 : 0, 0, 100),
				bound(node, path, "min", type), bound(node, path, "max", type), minLength, maxLength, pattern,
				words(node, path, "help", false), when(node, path), flag(node, path, "mustBeTrue"), side,
				text(node, path, "of"), kind, accept, number(node, path, "maxFiles", 10, 1, 10),
				initial(node, path, type, options), flag(node, path, "fact"), flag(node, path, "party"),
				flag(node, path, "deciding"));
		return (this.problems.size() == before) ? field : null;
	}

	/** Settings that say nothing about the type are mistakes. */
	private void belongs(JsonNode node, String path, FieldType type) {
		only(node, path, type, "options", FieldType.ENUM, FieldType.MULTI_ENUM);
		only(node, path, type, "columns", FieldType.TABLE);
		only(node, path, type, "minRows", FieldType.TABLE);
		only(node, path, type, "min", FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY, FieldType.DATE,
				FieldType.DATETIME);
		only(node, path, type, "max", FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY, FieldType.DATE,
				FieldType.DATETIME);
		only(node, path, type, "minLength", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "maxLength", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "pattern", FieldType.TEXT, FieldType.LONG_TEXT);
		only(node, path, type, "mustBeTrue", FieldType.BOOLEAN);
		only(node, path, type, "side", FieldType.ORGANISATION);
		only(node, path, type, "party", FieldType.ORGANISATION);
		only(node, path, type, "of", FieldType.PERSON);
		only(node, path, type, "kind", FieldType.REFERENCE);
		only(node, path, type, "accept", FieldType.FILE);
		only(node, path, type, "maxFiles", FieldType.FILE);
		if (flag(node, path, "deciding") && type == FieldType.FILE) {
			this.problems.add(at(path, "deciding") + ": a file says nothing in a list");
		}
		if (flag(node, path, "fact") && (type == FieldType.TABLE || type == FieldType.FILE)) {
			this.problems.add(at(path, "fact") + ": a " + type.code() + " cannot become a fact");
		}
	}

	private void only(JsonNode node, String path, FieldType type, String key, FieldType... types) {
		if (node.has(key) && !List.of(types).contains(type)) {
			this.problems.add(at(path, key) + ": means nothing for " + type.code());
		}
	}

	private Option option(JsonNode node, String path) {
		keys(node, path, Set.of("value", "label"));
		String value = text(node, path, "value");
		if (value == null || !CODE.matcher(value).matches()) {
			this.problems.add(at(path, "value") + ": must be a code like QUARTERLY");
		}
		return new Option(String.valueOf(value), words(node, path, "label", true));
	}

	private When when(JsonNode node, String path) {
		JsonNode when = node.get("when");
		if (when == null) {
			return null;
		}
		if (!when.isObject() || when.isEmpty()) {
			this.problems.add(at(path, "when") + ": must be an object of lists");
			return null;
		}
		Map<String, List<String>> oneOf = new LinkedHashMap<>();
		for (String key : when.propertyNames()) {
			List<String> values = texts(when, at(path, "when"), key);
			if (values.isEmpty()) {
				this.problems.add(at(at(path, "when"), key) + ": must list at least one value");
			}
			oneOf.put(key, values);
		}
		return new When(oneOf);
	}

	private String bound(JsonNode node, String path, String key, FieldType type) {
		JsonNode value = node.get(key);
		if (value == null) {
			return null;
		}
		String bound = value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue(null);
		try {
			if (bound == null) {
				this.problems.add(at(path, key) + ": must be text");
			}
			else if (type.isNumber()) {
				new BigDecimal(bound);
			}
			else if (!"today".equals(bound)) {
				LocalDate.parse(bound);
			}
		}
		catch (NumberFormatException | DateTimeParseException ex) {
			this.problems.add(at(path, key) + ": " + bound + " is no bound for " + type.code());
		}
		return bound;
	}

	private Object initial(JsonNode node, String path, FieldType type, List<Option> options) {
		JsonNode value = node.get("default");
		if (value == null || value.isNull()) {
			return null;
		}
		Object initial = plain(value);
		boolean fits = switch (type) {
			case BOOLEAN -> initial instanceof Boolean;
			case INTEGER, DECIMAL, MONEY -> initial instanceof Number;
			case ENUM -> options.stream().anyMatch((option) -> option.value().equals(initial));
			case MULTI_ENUM -> initial instanceof List<?> list && list.stream()
				.allMatch((item) -> options.stream().anyMatch((option) -> option.value().equals(item)));
			case TABLE -> initial instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
			case FILE -> false;
			default -> initial instanceof String;
		};
		if (!fits) {
			this.problems.add(at(path, "default") + ": is no value for " + type.code());
		}
		return initial;
	}

	static Object plain(JsonNode value) {
		if (value.isArray()) {
			return value.values().stream().map(FormReader::plain).toList();
		}
		if (value.isObject()) {
			Map<String, Object> map = new LinkedHashMap<>();
			value.properties().forEach((entry) -> map.put(entry.getKey(), plain(entry.getValue())));
			return map;
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.longValue();
		}
		if (value.isNumber()) {
			return value.decimalValue();
		}
		return value.stringValue(null);
	}

	// The grammar of every file: objects, lists, words, texts, numbers, flags.

	private void keys(JsonNode node, String path, Set<String> known) {
		if (!node.isObject()) {
			this.problems.add(path + ": must be an object");
			return;
		}
		for (String key : node.propertyNames()) {
			if (!known.contains(key)) {
				this.problems.add(at(path, key) + ": unknown");
			}
		}
	}

	private void each(JsonNode node, String path, String key, Child child) {
		JsonNode list = node.get(key);
		if (list == null) {
			return;
		}
		if (!list.isArray()) {
			this.problems.add(at(path, key) + ": must be a list");
			return;
		}
		for (int i = 0; i < list.size(); i++) {
			child.read(list.get(i), at(path, key) + "[" + i + "]");
		}
	}

	private Bilingual words(JsonNode node, String path, String key, boolean needed) {
		JsonNode value = node.get(key);
		if (value == null || value.isNull()) {
			if (needed) {
				this.problems.add(at(path, key) + ": missing");
			}
			return null;
		}
		keys(value, at(path, key), Set.of("en", "zh"));
		String en = text(value, at(path, key), "en");
		String zh = text(value, at(path, key), "zh");
		boolean blank = en == null || en.isBlank() || zh == null || zh.isBlank();
		if (needed && blank) {
			this.problems.add(at(path, key) + ": must say something in en and in zh");
		}
		return (en == null || zh == null || (!needed && blank)) ? null : new Bilingual(en.strip(), zh.strip());
	}

	private String text(JsonNode node, String path, String key) {
		JsonNode value = node.get(key);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			this.problems.add(at(path, key) + ": must be text");
			return null;
		}
		return value.stringValue();
	}

	private List<String> texts(JsonNode node, String path, String key) {
		List<String> texts = new ArrayList<>();
		each(node, path, key, (item, at) -> {
			if (item.isString()) {
				texts.add(item.stringValue());
			}
			else if (item.isBoolean()) {
				texts.add(String.valueOf(item.booleanValue()));
			}
			else {
				this.problems.add(at + ": must be text");
			}
		});
		return texts;
	}

	private boolean flag(JsonNode node, String path, String key) {
		JsonNode value = node.get(key);
		if (value == null) {
			return false;
		}
		if (!value.isBoolean()) {
			this.problems.add(at(path, key) + ": must be true or false");
			return false;
		}
		return value.booleanValue();
	}

	private int number(JsonNode node, String path, String key, int otherwise, int min, int max) {
		JsonNode value = node.get(key);
		if (value == null) {
			return otherwise;
		}
		if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
			this.problems.add(at(path, key) + ": must be a whole number from " + min + " to " + max);
			return otherwise;
		}
		return value.intValue();
	}

	private static String at(String path, String key) {
		return path.isEmpty() ? key : path + "." + key;
	}

	/** Reads one item of a list. */
	private interface Child {

		void read(JsonNode node, String path);

	}

}
