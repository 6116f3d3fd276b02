package org.gongjian.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongjian.form.FormDefinition.Section;
import org.gongjian.form.FormFault.Reason;
import org.gongjian.shared.Bilingual;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a form file strictly: an unknown key, a wrong type or a name that points nowhere
 * is a fault that names its place.
 */
public final class FormReader {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	/** In KiB; the largest form of the house has 35. */
	private static final int LARGEST = 256;

	static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");

	private static final Set<String> FORM_KEYS = Set.of("title", "help", "caseTitle", "starters", "numberPrefix",
			"numberDigits", "record", "decisions", "decisionLabel", "read", "sections");

	static final Set<String> SIDES = Set.of("ZONE", "GOVERNMENT", "ENTERPRISE", "DEPARTMENT", "GUEST", "COMMUNITY");

	private final String step;

	private final JsonParts parts = new JsonParts();

	private final FieldReader fields = new FieldReader(this.parts);

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
			reader.parts.faults().add(unread(ex.getLocation()));
		}
		if (!reader.parts.faults().isEmpty()) {
			throw new FormUnreadable(step, reader.parts.faults());
		}
		return form;
	}

	/** What is nested too deep, or holds too long a word, is not read to any place. */
	private static FormFault unread(TokenStreamLocation place) {
		return (place == null) ? FormFault.of("", Reason.DEEP)
				: FormFault.of("", Reason.JSON, place.getLineNr(), place.getColumnNr());
	}

	/**
	 * Reads a form that is new: it must not be endless either, neither itself nor in what
	 * is tried against its patterns.
	 * @throws FormUnreadable with everything that is wrong
	 */
	public static void check(String step, byte[] json) {
		if (json.length > LARGEST * 1024) {
			throw new FormUnreadable(step, List.of(FormFault.of("", Reason.LARGE, LARGEST)));
		}
		List<FormFault> endless = read(step, json).fields()
			.stream()
			.flatMap((field) -> Stream.concat(Stream.of(field), field.columns().stream()))
			.filter((field) -> field.pattern() != null && Repetition.endless(field.pattern()))
			.map((field) -> FormFault.of(field.name() + ".pattern", Reason.REPEATS))
			.toList();
		if (!endless.isEmpty()) {
			throw new FormUnreadable(step, endless);
		}
	}

	private FormDefinition form(JsonNode node) {
		if (!node.isObject()) {
			this.parts.faults().add(FormFault.of("", Reason.OBJECT));
			return null;
		}
		this.parts.keys(node, "", FORM_KEYS);
		List<Section> sections = new ArrayList<>();
		Set<String> names = new HashSet<>();
		this.parts.each(node, "", "sections", (section, path) -> sections.add(section(section, path, names)));
		List<Decision> decisions = new ArrayList<>();
		this.parts.each(node, "", "decisions", (decision, path) -> decisions.add(decision(decision, path)));
		if (decisions.stream().map(Decision::code).distinct().count() != decisions.size()) {
			this.parts.fault("", "decisions", Reason.TWICE_CODE);
		}
		String record = this.parts.text(node, "", "record");
		if (record != null && !NAME.matcher(record).matches()) {
			this.parts.fault("", "record", Reason.NAME, "branchResolution");
		}
		String prefix = this.parts.text(node, "", "numberPrefix");
		if (prefix != null && !prefix.matches("[A-Z]{2,6}")) {
			this.parts.fault("", "numberPrefix", Reason.CAPITALS);
		}
		Bilingual title = this.parts.words(node, "", "title", true);
		Bilingual caseTitle = this.parts.words(node, "", "caseTitle", false);
		List<String> read = this.parts.texts(node, "", "read");
		FormDefinition form = new FormDefinition(this.step, title, this.parts.words(node, "", "help", false), caseTitle,
				this.parts.texts(node, "", "starters"), prefix, this.parts.number(node, "", "numberDigits", 4, 1, 9),
				record, decisions, this.parts.words(node, "", "decisionLabel", false), read, sections);
		new FormPointers(form, this.parts.faults()).check();
		return form;
	}

	private Section section(JsonNode node, String path, Set<String> names) {
		this.parts.keys(node, path, Set.of("title", "help", "fields"));
		List<Field> fields = new ArrayList<>();
		this.parts.each(node, path, "fields",
				(field, at) -> this.fields.add(fields, this.fields.field(field, at, false), names, at));
		return new Section(this.parts.words(node, path, "title", false), this.parts.words(node, path, "help", false),
				fields);
	}

	private Decision decision(JsonNode node, String path) {
		this.parts.keys(node, path, Set.of("code", "label", "kind", "commentRequired", "leavesForm", "when"));
		String code = this.parts.text(node, path, "code");
		if (code == null || !code.matches("[A-Z][A-Z0-9_]{0,39}")) {
			this.parts.fault(path, "code", Reason.CODE, "APPROVE");
		}
		String kind = this.parts.text(node, path, "kind");
		Decision.Kind meant = Decision.Kind.NEUTRAL;
		if (kind != null) {
			try {
				meant = Decision.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
			}
			catch (IllegalArgumentException ex) {
				this.parts.fault(path, "kind", Reason.KIND);
			}
		}
		return new Decision(String.valueOf(code), this.parts.words(node, path, "label", true), meant,
				this.parts.flag(node, path, "commentRequired"), this.parts.flag(node, path, "leavesForm"),
				this.fields.when(node, path));
	}

}
