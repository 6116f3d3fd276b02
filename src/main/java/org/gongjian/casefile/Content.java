package org.gongjian.casefile;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the values of case fields into JSON and back: text, numbers, booleans, lists,
 * maps.
 */
@Component
public class Content {

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.USE_LONG_FOR_INTS)
		.build();

	/** The JSON of a value. */
	public String write(Object value) {
		return this.json.writeValueAsString(value);
	}

	/** The value of some JSON. */
	public Object read(String content) {
		return (content == null) ? null : this.json.readValue(content, Object.class);
	}

	/** Puts rows such as {@code branchResolution.G02} into maps within maps. */
	Map<String, Object> nest(Map<String, String> rows) {
		var nested = new LinkedHashMap<String, Object>();
		rows.forEach((name, content) -> put(nested, name, read(content)));
		return nested;
	}

	@SuppressWarnings("unchecked")
	private static void put(Map<String, Object> into, String name, Object value) {
		int dot = name.indexOf('.');
		if (dot < 0) {
			into.put(name, value);
			return;
		}
		var inner = (Map<String, Object>) into.computeIfAbsent(name.substring(0, dot), (key) -> new LinkedHashMap<>());
		put(inner, name.substring(dot + 1), value);
	}

}
