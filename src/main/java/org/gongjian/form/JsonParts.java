package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongjian.shared.Bilingual;
import tools.jackson.databind.JsonNode;

/**
 * The grammar of every file: objects, lists, words, texts, numbers, flags. What does not
 * fit becomes a problem that names its place.
 */
final class JsonParts {

	private final List<String> problems = new ArrayList<>();

	List<String> problems() {
		return this.problems;
	}

	void problem(String path, String key, String says) {
		this.problems.add(at(path, key) + ": " + says);
	}

	void keys(JsonNode node, String path, Set<String> known) {
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

	void each(JsonNode node, String path, String key, Child child) {
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

	Bilingual words(JsonNode node, String path, String key, boolean needed) {
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

	String text(JsonNode node, String path, String key) {
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

	List<String> texts(JsonNode node, String path, String key) {
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

	boolean flag(JsonNode node, String path, String key) {
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

	int number(JsonNode node, String path, String key, int otherwise, int min, int max) {
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

	static String at(String path, String key) {
		return path.isEmpty() ? key : path + "." + key;
	}

	/** Reads one item of a list. */
	interface Child {

		void read(JsonNode node, String path);

	}

}
