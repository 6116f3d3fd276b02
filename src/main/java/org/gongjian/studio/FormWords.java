package org.gongjian.studio;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a form says, each thing under a readable path: {@code fields.reason.required}. */
final class FormWords {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private FormWords() {
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
