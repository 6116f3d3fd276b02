package org.gongjian.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.form.FormFault.Reason;
import tools.jackson.databind.JsonNode;

/** Reads bounds and defaults, which must fit the type of their field. */
final class FieldValues {

	private final JsonParts parts;

	FieldValues(JsonParts parts) {
		this.parts = parts;
	}

	String bound(JsonNode node, String path, String key, FieldType type) {
		JsonNode value = node.get(key);
		if (value == null) {
			return null;
		}
		String bound = value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue(null);
		try {
			if (bound == null) {
				this.parts.fault(path, key, Reason.TEXT);
			}
			else if (type.isNumber()) {
				new BigDecimal(bound);
			}
			else if (!"today".equals(bound)) {
				LocalDate.parse(bound);
			}
		}
		catch (NumberFormatException | DateTimeParseException ex) {
			this.parts.fault(path, key, Reason.BOUND, bound, type.code());
		}
		return bound;
	}

	Object initial(JsonNode node, String path, FieldType type, List<Option> options) {
		JsonNode value = node.get("default");
		if (value == null || value.isNull()) {
			return null;
		}
		Object initial = plain(value);
		boolean fits = switch (type) {
			case BOOLEAN -> initial instanceof Boolean;
			case INTEGER, DECIMAL, MONEY -> initial instanceof Number;
			case ENUM -> options.stream().anyMatch((option) -> option.value().equals(initial));
			case MULTI_ENUM -> initial instanceof List<?> list && list.stream()
				.allMatch((item) -> options.stream().anyMatch((option) -> option.value().equals(item)));
			case TABLE -> initial instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
			case FILE -> false;
			default -> initial instanceof String;
		};
		if (!fits) {
			this.parts.fault(path, "default", Reason.DEFAULT, type.code());
		}
		return initial;
	}

	private static Object plain(JsonNode value) {
		if (value.isArray()) {
			return value.values().stream().map(FieldValues::plain).toList();
		}
		if (value.isObject()) {
			Map<String, Object> map = new LinkedHashMap<>();
			value.properties().forEach((entry) -> map.put(entry.getKey(), plain(entry.getValue())));
			return map;
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.longValue();
		}
		if (value.isNumber()) {
			return value.decimalValue();
		}
		return value.stringValue(null);
	}

}
