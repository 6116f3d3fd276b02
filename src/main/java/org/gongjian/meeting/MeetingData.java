package org.gongjian.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The data of a meeting's case, or of a row of it, read by type. */
record MeetingData(Map<String, Object> all) {

	String text(String name) {
		Object value = this.all.get(name);
		return (value == null || value.toString().isBlank()) ? null : value.toString();
	}

	boolean flag(String name) {
		return Boolean.TRUE.equals(this.all.get(name));
	}

	LocalDate date(String name) {
		String text = text(name);
		return (text == null) ? null : LocalDate.parse(text.substring(0, 10));
	}

	Instant moment(String name) {
		String text = text(name);
		return (text == null) ? null : OffsetDateTime.parse(text).toInstant();
	}

	UUID id(String name) {
		String text = text(name);
		return (text == null) ? null : UUID.fromString(text);
	}

	@SuppressWarnings("unchecked")
	List<MeetingData> rows(String name) {
		return (this.all.get(name) instanceof List<?> list)
				? list.stream().map((row) -> new MeetingData((Map<String, Object>) row)).toList() : List.of();
	}

}
