package org.gongjian.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.shared.Bilingual;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a field is asked, as far as that is still open while the form is filled in.
 *
 * @param hint in words, or {@code null} for always
 * @param json for the script: names of controls and their values, or {@code null}
 */
record WhenWords(String hint, String json) {

	static final WhenWords ALWAYS = new WhenWords(null, null);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * Words a condition.
	 * @param when the condition, {@code null} for always
	 * @param row the path of the table's row the field stands in, or {@code null}
	 */
	static WhenWords of(FormSheet sheet, When when, String row) {
		if (when == null) {
			return ALWAYS;
		}
		Map<String, List<String>> open = new LinkedHashMap<>();
		List<String> hints = new ArrayList<>();
		when.oneOf().forEach((name, values) -> {
			Field sibling = sibling(sheet, name, row);
			if (sibling != null || !sheet.conditions.isSettled(name)) {
				open.put(control(name, sibling, row), values);
				hints.add(hint(sheet, name, sibling, values));
			}
		});
		return open.isEmpty() ? ALWAYS : new WhenWords(String.join(" ", hints), MAPPER.writeValueAsString(open));
	}

	private static Field sibling(FormSheet sheet, String field, String row) {
		if (row == null) {
			return sheet.typedField(field);
		}
		Field table = sheet.context.form().field(row.substring(0, row.indexOf('['))).orElseThrow();
		return table.column(field).orElse(null);
	}

	private static String control(String name, Field sibling, String row) {
		if (When.DECISION.equals(name)) {
			return "_decision";
		}
		return (sibling != null && row != null) ? row + "." + name : name;
	}

	private static String hint(FormSheet sheet, String name, Field sibling, List<String> values) {
		Field other = (sibling != null) ? sibling : sheet.context.form().field(name).orElse(null);
		return sheet.say("form.when", label(sheet, name, other),
				values.stream()
					.map((value) -> label(sheet, name, other, value))
					.collect(Collectors.joining(sheet.say("form.or"))));
	}

	private static String label(FormSheet sheet, String name, Field other) {
		if (When.DECISION.equals(name)) {
			Bilingual own = sheet.context.form().decisionLabel();
			return (own != null) ? sheet.words(own) : sheet.say("form.beside.decision");
		}
		return (other == null) ? name : sheet.words(other.label());
	}

	private static String label(FormSheet sheet, String name, Field other, String value) {
		if (When.DECISION.equals(name)) {
			return sheet.context.decisions()
				.stream()
				.filter((offered) -> offered.code().equals(value))
				.map((offered) -> sheet.words(offered.label()))
				.findFirst()
				.orElse(value);
		}
		if (other != null && other.type() == FieldType.BOOLEAN) {
			return sheet.say("true".equals(value) ? "web.yes" : "web.no");
		}
		return (other == null) ? value : other.option(value).map((option) -> sheet.words(option.label())).orElse(value);
	}

}
