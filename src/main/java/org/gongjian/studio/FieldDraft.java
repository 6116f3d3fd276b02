package org.gongjian.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed about one field of a form.
 *
 * @param plain the simple settings by their key in the file, empty where nothing is said
 * @param flags the settings that are on
 * @param options of an enum
 * @param when the values by field under which it is asked
 */
record FieldDraft(Map<String, String> plain, List<String> flags, List<Choice> options, Map<String, String> when) {

	static final List<String> PLAIN = List.of("name", "type", "label.en", "label.zh", "help.en", "help.zh", "min",
			"max", "minLength", "maxLength", "pattern", "side", "of", "kind", "minRows", "maxFiles");

	static final List<String> FLAGS = List.of("required", "readOnly", "fact", "party", "mustBeTrue");

	static final List<String> SIDES = List.of("ZONE", "GOVERNMENT", "ENTERPRISE", "DEPARTMENT", "GUEST", "COMMUNITY");

	/** A field of which nothing is said yet. */
	static final FieldDraft NEW = new FieldDraft(Map.of("type", "text"), List.of("required"), List.of(), Map.of());

	private static final int SPARE = 2;

	/**
	 * One value of an enum.
	 */
	record Choice(String value, String en, String zh) {

		private boolean blank() {
			return (this.value + this.en + this.zh).isBlank();
		}

	}

	static FieldDraft of(MultiValueMap<String, String> sent) {
		Map<String, String> plain = new LinkedHashMap<>();
		PLAIN.forEach((key) -> plain.put(key, first(sent, key)));
		List<Choice> options = new ArrayList<>();
		for (int row = 0; sent.containsKey("option." + row + ".value"); row++) {
			String at = "option." + row + ".";
			Choice choice = new Choice(first(sent, at + "value"), first(sent, at + "en"), first(sent, at + "zh"));
			if (!choice.blank()) {
				options.add(choice);
			}
		}
		Map<String, String> when = new LinkedHashMap<>();
		for (int row = 0; sent.containsKey("when." + row + ".field"); row++) {
			String field = first(sent, "when." + row + ".field");
			if (!field.isEmpty()) {
				when.put(field, first(sent, "when." + row + ".values"));
			}
		}
		return new FieldDraft(plain, FLAGS.stream().filter((flag) -> "true".equals(sent.getFirst(flag))).toList(),
				options, when);
	}

	private static String first(MultiValueMap<String, String> sent, String key) {
		String value = sent.getFirst(key);
		return (value == null) ? "" : value.strip();
	}

	/**
	 * With names for programs: those that were not typed are made of the label in
	 * English.
	 * @param taken the names of the other fields
	 */
	FieldDraft named(List<String> taken) {
		Map<String, String> other = new LinkedHashMap<>(this.plain);
		if (get("name").isEmpty()) {
			other.put("name", free(ValueWords.camel(get("label.en")), "", taken));
		}
		return new FieldDraft(other, this.flags, coded(), this.when);
	}

	/** The options, each with a code; those typed stay as they are. */
	private List<Choice> coded() {
		List<String> taken = new ArrayList<>(this.options.stream().map(Choice::value).toList());
		return this.options.stream().map((option) -> {
			String code = option.value().isEmpty() ? free(ValueWords.code(option.en()), "_", taken) : option.value();
			taken.add(code);
			return new Choice(code, option.en(), option.zh());
		}).toList();
	}

	/** A name nothing else has; none where there was nothing to make it of. */
	private static String free(String made, String before, List<String> taken) {
		String free = made;
		for (int next = 2; !made.isEmpty() && taken.contains(free); next++) {
			free = made + before + next;
		}
		return free;
	}

	/**
	 * Looks at what is most often forgotten; the rest is for the check of the whole form.
	 * @param taken the names of the other fields
	 */
	void check(List<String> taken) {
		List<Violation> wrong = new ArrayList<>();
		if (!get("name").matches("[a-z][A-Za-z0-9]{0,59}")) {
			wrong.add(Violation.of("name", "studio.violation.field-name"));
		}
		else if (taken.contains(get("name"))) {
			wrong.add(Violation.of("name", "studio.violation.field-taken"));
		}
		List.of("label.en", "label.zh")
			.stream()
			.filter((key) -> get(key).isEmpty())
			.forEach((key) -> wrong.add(Violation.of(key, "studio.violation.label")));
		if (FieldWords.belongs("options", get("type")) && get("type").endsWith("enum") && this.options.isEmpty()) {
			wrong.add(Violation.of("option.0.value", "studio.violation.options"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	/** Whether a setting means something for its type. */
	public boolean asks(String key) {
		return FieldWords.belongs(key, get("type"));
	}

	/** One setting as typed. */
	public String get(String key) {
		return this.plain.getOrDefault(key, "");
	}

	public boolean on(String flag) {
		return this.flags.contains(flag);
	}

	/** The options and some empty lines for more. */
	public List<Choice> optionLines() {
		List<Choice> lines = new ArrayList<>(this.options);
		for (int spare = 0; spare < SPARE; spare++) {
			lines.add(new Choice("", "", ""));
		}
		return lines;
	}

	/** The conditions and an empty line for one more. */
	public List<Map.Entry<String, String>> whenLines() {
		List<Map.Entry<String, String>> lines = new ArrayList<>(this.when.entrySet());
		lines.add(Map.entry("", ""));
		return lines;
	}

}
