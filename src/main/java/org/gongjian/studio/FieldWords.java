package org.gongjian.studio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the file of a form says about one field, read and written. */
final class FieldWords {

	private static final Set<String> NUMBERS = Set.of("minLength", "maxLength", "minRows", "maxFiles");

	/** Settings that mean something for some types only. */
	private static final Map<String, Set<String>> BELONGS = Map.ofEntries(
			Map.entry("options", Set.of("enum", "multi-enum")), Map.entry("columns", Set.of("table")),
			Map.entry("minRows", Set.of("table")),
			Map.entry("min", Set.of("integer", "decimal", "money", "date", "datetime")),
			Map.entry("max", Set.of("integer", "decimal", "money", "date", "datetime")),
			Map.entry("minLength", Set.of("text", "long-text")), Map.entry("maxLength", Set.of("text", "long-text")),
			Map.entry("pattern", Set.of("text", "long-text")), Map.entry("mustBeTrue", Set.of("boolean")),
			Map.entry("side", Set.of("organisation")), Map.entry("party", Set.of("organisation")),
			Map.entry("of", Set.of("person")), Map.entry("kind", Set.of("reference")),
			Map.entry("accept", Set.of("file")), Map.entry("maxFiles", Set.of("file")));

	private FieldWords() {
	}

	/** Whether a setting means something for a type of field. */
	static boolean belongs(String key, String type) {
		return BELONGS.getOrDefault(key, Set.of(type)).contains(type);
	}

	static FieldDraft of(JsonNode field) {
		Map<String, String> plain = new LinkedHashMap<>();
		for (String key : FieldDraft.PLAIN) {
			String[] parts = key.split("\\.");
			JsonNode value = (parts.length > 1) ? field.path(parts[0]).path(parts[1]) : field.path(key);
			plain.put(key, value.isMissingNode() ? "" : value.asString(""));
		}
		List<FieldDraft.Choice> options = new ArrayList<>();
		field.path("options")
			.forEach((option) -> options.add(new FieldDraft.Choice(option.path("value").asString(""),
					FormFile.words(option, "label", "en"), FormFile.words(option, "label", "zh"))));
		Map<String, String> when = new LinkedHashMap<>();
		field.path("when").properties().forEach((one) -> {
			List<String> values = new ArrayList<>();
			one.getValue().forEach((value) -> values.add(value.asString()));
			when.put(one.getKey(), String.join(", ", values));
		});
		return new FieldDraft(plain,
				FieldDraft.FLAGS.stream().filter((flag) -> field.path(flag).asBoolean(false)).toList(), options, when);
	}

	static void words(ObjectNode node, String key, String en, String zh) {
		if ((en + zh).isBlank()) {
			node.remove(key);
			return;
		}
		node.putObject(key).put("en", en).put("zh", zh);
	}

	/**
	 * Writes down everything that was typed; what means nothing for the type is left out.
	 */
	static void say(ObjectNode node, FieldDraft field) {
		if (!node.path("type").asString("").equals(field.get("type"))) {
			node.remove("default");
		}
		node.put("name", field.get("name"));
		words(node, "label", field.get("label.en"), field.get("label.zh"));
		node.put("type", field.get("type"));
		words(node, "help", field.get("help.en"), field.get("help.zh"));
		FieldDraft.PLAIN.stream()
			.filter((key) -> !key.contains(".") && !Set.of("name", "type").contains(key))
			.forEach((key) -> plain(node, key, belongs(key, field.get("type")) ? field.get(key) : ""));
		FieldDraft.FLAGS.forEach((flag) -> {
			node.remove(flag);
			if (field.on(flag) && belongs(flag, field.get("type"))) {
				node.put(flag, true);
			}
		});
		options(node, field);
		when(node, field);
	}

	private static void plain(ObjectNode node, String key, String value) {
		node.remove(key);
		if (value.isEmpty()) {
			return;
		}
		boolean number = NUMBERS.contains(key) || Set.of("min", "max").contains(key);
		if (number && value.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
			node.put(key, new BigDecimal(value));
		}
		else {
			node.put(key, value);
		}
	}

	private static void options(ObjectNode node, FieldDraft field) {
		Set.of("options", "columns", "accept")
			.stream()
			.filter((key) -> key.equals("options") || !belongs(key, field.get("type")))
			.forEach(node::remove);
		if (!field.options().isEmpty() && belongs("options", field.get("type"))) {
			ArrayNode options = node.putArray("options");
			field.options()
				.forEach((choice) -> words(options.addObject().put("value", choice.value()), "label", choice.en(),
						choice.zh()));
		}
	}

	private static void when(ObjectNode node, FieldDraft field) {
		node.remove("when");
		if (!field.when().isEmpty()) {
			ObjectNode when = node.putObject("when");
			field.when().forEach((name, values) -> {
				ArrayNode list = when.putArray(name);
				for (String value : values.split("[,，]")) {
					list.add(value.strip());
				}
			});
		}
	}

}
