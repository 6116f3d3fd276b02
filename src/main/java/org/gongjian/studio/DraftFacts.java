package org.gongjian.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.FormReader;
import org.gongjian.form.FormUnreadable;
import org.gongjian.shared.Bilingual;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is known in a draft under a name: by what people read, and with what values. */
final class DraftFacts {

	private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

	private final Parts parts;

	private final Map<String, FormDefinition> forms;

	private final List<TableSheet> sheets;

	private final Locale locale;

	DraftFacts(Parts parts, Map<String, FormDefinition> forms, Map<String, byte[]> files, Locale locale) {
		this.parts = parts;
		this.forms = forms;
		this.locale = locale;
		this.sheets = files.entrySet()
			.stream()
			.filter((file) -> file.getKey().endsWith(".dmn"))
			.flatMap((file) -> TableFile.read(new String(file.getValue(), UTF_8)).sheets().stream())
			.toList();
	}

	/**
	 * Something to pick.
	 *
	 * @param group the heading it stands below, or empty
	 */
	record Choice(String value, String label, String group) {
	}

	/**
	 * Something a condition can read.
	 *
	 * @param kind {@code choice} where one of the values is meant, {@code boolean} or
	 * {@code value}
	 */
	record Fact(String name, String label, String kind, List<Choice> values) {
	}

	/**
	 * A decision table.
	 *
	 * @param answer the name of its answer, {@code null} if it gives several
	 */
	record Table(String value, String label, String answer) {
	}

	/**
	 * The forms of a draft by the step they belong to; one that is broken is left out.
	 */
	static Map<String, FormDefinition> forms(Map<String, byte[]> files) {
		Map<String, FormDefinition> forms = new TreeMap<>();
		files.forEach((name, content) -> {
			if (name.matches(DraftCheck.FORM)) {
				String step = name.substring("forms/".length(), name.length() - ".json".length());
				read(step, content).ifPresent((form) -> forms.put(step, form));
			}
		});
		return forms;
	}

	private static Optional<FormDefinition> read(String step, byte[] content) {
		try {
			return Optional.of(FormReader.read(step, content));
		}
		catch (FormUnreadable broken) {
			return Optional.empty();
		}
	}

	static List<Choice> decisions(FormDefinition form, Locale locale) {
		return form.decisions().stream().map((one) -> new Choice(one.code(), one.label().in(locale), "")).toList();
	}

	/** The names of fields of that type that reach the diagram. */
	Stream<String> fields(FieldType type) {
		return facts().filter((field) -> field.type() == type).map(Field::name);
	}

	private Stream<Field> facts() {
		return fields().filter(Field::fact);
	}

	private Stream<Field> fields() {
		return this.forms.values().stream().flatMap((form) -> form.fields().stream());
	}

	/** The names under which tables answer. */
	Stream<String> answers() {
		return this.sheets.stream().flatMap((sheet) -> sheet.outputs().stream()).map(TableSheet.Column::name);
	}

	List<Table> tables() {
		return this.sheets.stream()
			.map((sheet) -> new Table(sheet.decision(),
					sheet.name().isBlank() ? sheet.decision() : Bilingual.ofName(sheet.name()).in(this.locale),
					(sheet.outputs().size() == 1) ? sheet.outputs().get(0).name() : null))
			.toList();
	}

	List<Fact> all(Set<String> names) {
		return names.stream().map(this::fact).toList();
	}

	/** What people read instead of the name. */
	String label(String name) {
		return fact(name).label();
	}

	private Fact fact(String name) {
		return said(name).or(() -> weighed(name)).orElse(new Fact(name, name, "value", List.of()));
	}

	/** Whether the draft itself says what people read instead of the name. */
	boolean labelled(String name) {
		return said(name).isPresent();
	}

	private Optional<Fact> said(String name) {
		return decided(name).or(() -> facts().filter((field) -> field.name().equals(name)).findFirst().map(this::asked))
			.or(() -> answered(name))
			.or(() -> questioned(name))
			.or(() -> fields().filter((field) -> field.name().equals(name)).findFirst().map(this::asked));
	}

	/** The decision of the steps that keep it under this name. */
	private Optional<Fact> decided(String name) {
		Map<String, Choice> values = new LinkedHashMap<>();
		StringBuilder label = new StringBuilder();
		this.parts.said().forEach((id, about) -> {
			if ("userTask".equals(about.get("kind")) && name.equals(about.get("outcome"))) {
				label.append(label.isEmpty() ? "" : ", ")
					.append(Bilingual.ofName(about.getOrDefault("name", id)).in(this.locale));
				decisions(this.forms.getOrDefault(id, FormDefinition.empty(id, null)), this.locale)
					.forEach((one) -> values.putIfAbsent(one.value(), one));
			}
		});
		return label.isEmpty() ? Optional.empty()
				: Optional.of(new Fact(name, label.toString(), kind(values.isEmpty()), List.copyOf(values.values())));
	}

	private Fact asked(Field field) {
		List<Choice> options = field.options()
			.stream()
			.map((one) -> new Choice(one.value(), one.label().in(this.locale), ""))
			.toList();
		String kind = (field.type() == FieldType.BOOLEAN) ? "boolean" : kind(options.isEmpty());
		return new Fact(field.name(), field.label().in(this.locale), kind, options);
	}

	private Optional<Fact> answered(String name) {
		return this.sheets.stream().filter((sheet) -> place(sheet, name) >= 0).findFirst().map((sheet) -> {
			int place = place(sheet, name);
			TableSheet.Column column = sheet.outputs().get(place);
			List<Choice> values = sheet.rows()
				.stream()
				.flatMap((row) -> WORD.matcher(row.outputs().get(place))
					.results()
					.map((MatchResult word) -> word.group(1)))
				.distinct()
				.map((word) -> new Choice(word, word, ""))
				.toList();
			String label = (column.label() == null || column.label().isBlank()) ? name
					: Bilingual.ofName(column.label()).in(this.locale);
			return new Fact(name, label, "boolean".equals(column.type()) ? "boolean" : kind(values.isEmpty()), values);
		});
	}

	/** What a table asks for under this name. */
	private Optional<Fact> questioned(String name) {
		return this.sheets.stream()
			.flatMap((sheet) -> sheet.inputs().stream())
			.filter((column) -> name.equals(column.name()) && column.label() != null && !column.label().isBlank())
			.findFirst()
			.map((column) -> new Fact(name, Bilingual.ofName(column.label()).in(this.locale),
					"boolean".equals(column.type()) ? "boolean" : "value", List.of()));
	}

	/** What only a gateway asks for is called as the gateway. */
	private Optional<Fact> weighed(String name) {
		Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
		return this.parts.said()
			.values()
			.stream()
			.filter((about) -> word.matcher(about.getOrDefault("conditionExpression", "")).find())
			.map((about) -> this.parts.name(about.getOrDefault("sourceRef", "")))
			.filter((drawn) -> drawn.contains(" "))
			.findFirst()
			.map((drawn) -> new Fact(name, Bilingual.ofName(drawn).in(this.locale), "value", List.of()));
	}

	private static int place(TableSheet sheet, String name) {
		return sheet.outputs().stream().map(TableSheet.Column::name).toList().indexOf(name);
	}

	private static String kind(boolean free) {
		return free ? "value" : "choice";
	}

}
