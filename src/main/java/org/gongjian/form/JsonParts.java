package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.gongjian.form.FormFault.Reason;
import org.gongjian.shared.Bilingual;
import tools.jackson.databind.JsonNode;

/**
 * The grammar of every file: objects, lists, words, texts, numbers, flags. What does not
 * fit becomes a fault that names its place.
 */
final class JsonParts {

	private final List<FormFault> faults = new ArrayList<>();

	List<FormFault> faults() {
		return this.faults;
	}

	void fault(String path, String key, Reason reason, Object... values) {
		this.faults.add(FormFault.of(at(path, key), reason, values));
	}

	void keys(JsonNode node, String path, Set<String> known) {
		if (!node.isObject()) {
			this.faults.add(FormFault.of(path, Reason.OBJECT));
			return;
		}
		for (String key : node.propertyNames()) {
			if (!known.contains(key)) {
				fault(path, key, Reason.UNKNOWN);
			}
		}
	}

	void each(JsonNode node, String path, String key, Child child) {
		JsonNode list = node.get(key);
		if (list == null) {
			return;
		}
		if (!list.isArray()) {
			fault(path, key, Reason.LIST);
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
				fault(path, key, Reason.MISSING);
			}
			return null;
		}
		keys(value, at(path, key), Set.of("en", "zh"));
		String en = text(value, at(path, key), "en");
		String zh = text(value, at(path, key), "zh");
		boolean blank = en == null || en.isBlank() || zh == null || zh.isBlank();
		if (needed && blank) {
			fault(path, key, Reason.LANGUAGES);
		}
		return (en == null || zh == null || (!needed && blank)) ? null : new Bilingual(en.strip(), zh.strip());
	}

	String text(JsonNode node, String path, String key) {
		JsonNode value = node.get(key);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			fault(path, key, Reason.TEXT);
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
				this.faults.add(FormFault.of(at, Reason.TEXT));
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
			fault(path, key, Reason.FLAG);
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
			fault(path, key, Reason.WHOLE, min, max);
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
