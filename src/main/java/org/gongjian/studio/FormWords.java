package org.gongjian.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.gongjian.studio.Difference.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a form says, each thing under a readable path: {@code fields.reason.required}. */
final class FormWords {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private FormWords() {
	}

	/** What makes one form another, field by field. */
	static List<Change> compared(String file, byte[] before, byte[] after) {
		Map<String, String> old = of(before);
		Map<String, String> now = of(after);
		Set<String> paths = new TreeSet<>(old.keySet());
		paths.addAll(now.keySet());
		Set<String> known = fields(old);
		Set<String> asked = fields(now);
		List<Change> changes = new ArrayList<>();
		paths.stream()
			.filter((path) -> !Objects.equals(old.get(path), now.get(path)))
			.filter((path) -> both(path, known, asked) || path.endsWith(".type") && path.split("\\.").length == 3)
			.forEach((path) -> changes.add(both(path, known, asked)
					? new Change(file, named(path, now, old), path, old.get(path), now.get(path))
					: new Change(file, named(path, now, old), "field", old.get(path), now.get(path))));
		return changes;
	}

	/** Whether what a path speaks of is there before and after. */
	private static boolean both(String path, Set<String> before, Set<String> after) {
		String[] parts = path.split("\\.");
		return !parts[0].equals("fields") || (before.contains(parts[1]) && after.contains(parts[1]));
	}

	private static Set<String> fields(Map<String, String> words) {
		return words.keySet()
			.stream()
			.filter((path) -> path.startsWith("fields."))
			.map((path) -> path.split("\\.")[1])
			.collect(Collectors.toSet());
	}

	/** The label of the field a path speaks of, or the title of the form. */
	private static String named(String path, Map<String, String> now, Map<String, String> old) {
		String[] parts = path.split("\\.");
		String thing = (parts.length > 2) ? parts[0] + "." + parts[1] + ".label." : "title.";
		Map<String, String> from = now.containsKey(thing + "en") ? now : old;
		return from.getOrDefault(thing + "en", "") + " " + from.getOrDefault(thing + "zh", "");
	}

	static Map<String, String> of(byte[] json) {
		Map<String, String> words = new TreeMap<>();
		walk(MAPPER.readTree(json), "", words);
		return words;
	}

	private static void walk(JsonNode node, String path, Map<String, String> words) {
		if (node.isObject()) {
			node.properties().forEach((part) -> walk(part.getValue(), join(path, part.getKey()), words));
		}
		else if (node.isArray()) {
			for (int place = 0; place < node.size(); place++) {
				walk(node.get(place), join(path, name(node.get(place), place)), words);
			}
		}
		else {
			words.put(path, node.asString());
		}
	}

	/** Things that have a name are known by it, wherever they stand. */
	private static String name(JsonNode node, int place) {
		for (String key : new String[] { "name", "code", "value" }) {
			if (node.path(key).isString()) {
				return node.get(key).stringValue();
			}
		}
		return node.isString() ? node.stringValue() : String.valueOf(place + 1);
	}

	/** The sections of a form are only where a field stands. */
	private static String join(String path, String name) {
		String inner = path.replaceFirst("^sections\\.\\d+\\.fields", "fields");
		return inner.isEmpty() ? name : inner + "." + name;
	}

}
