package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The data of a case of ours, read by type; what is missing or unreadable is {@code null}
 * or empty.
 */
record CaseData(Map<String, Object> all) {

	String text(String name) {
		Object value = this.all.get(name);
		return (value == null || value.toString().isBlank()) ? null : value.toString();
	}

	int number(String name) {
		return (this.all.get(name) instanceof Number number) ? number.intValue() : 0;
	}

	Integer count(String name) {
		return (this.all.get(name) instanceof Number number) ? (Integer) number.intValue() : null;
	}

	boolean flag(String name) {
		return Boolean.TRUE.equals(this.all.get(name));
	}

	LocalDate date(String name) {
		String text = text(name);
		return (text == null || text.length() < 10) ? null : LocalDate.parse(text.substring(0, 10));
	}

	UUID id(String name) {
		String text = text(name);
		return (text == null) ? null : UUID.fromString(text);
	}

	List<String> texts(String name) {
		return (this.all.get(name) instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

	@SuppressWarnings("unchecked")
	List<CaseData> rows(String name) {
		return (this.all.get(name) instanceof List<?> list)
				? list.stream().map((row) -> new CaseData((Map<String, Object>) row)).toList() : List.of();
	}

	/** A part of the data: what one side recorded at a step, for instance. */
	@SuppressWarnings("unchecked")
	CaseData part(String... path) {
		Object value = this.all;
		for (String name : path) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return new CaseData((value instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of());
	}

}
