package org.gongjian.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The data of a case, read by type; what is missing is {@code null}, zero or empty.
 *
 * @param all the data by field, as {@link Cases#data} gives it
 */
public record CaseValues(Map<String, Object> all) {

	/** Text, {@code null} where it is blank. */
	public String text(String name) {
		Object value = this.all.get(name);
		return (value == null || value.toString().isBlank()) ? null : value.toString();
	}

	/** A whole number, {@code null} where there is none. */
	public Integer count(String name) {
		return (this.all.get(name) instanceof Number number) ? (Integer) number.intValue() : null;
	}

	/** A whole number, zero where there is none. */
	public int number(String name) {
		Integer count = count(name);
		return (count == null) ? 0 : count;
	}

	/** An amount, zero where there is none. */
	public BigDecimal amount(String name) {
		String text = text(name);
		return (text == null) ? BigDecimal.ZERO : new BigDecimal(text);
	}

	/** Whether the answer is yes. */
	public boolean flag(String name) {
		return Boolean.TRUE.equals(this.all.get(name));
	}

	/** A moment. */
	public Instant moment(String name) {
		String text = text(name);
		return (text == null) ? null : OffsetDateTime.parse(text).toInstant();
	}

	/** A day. */
	public LocalDate date(String name) {
		String text = text(name);
		return (text == null || text.length() < 10) ? null : LocalDate.parse(text.substring(0, 10));
	}

	/** An id. */
	public UUID id(String name) {
		String text = text(name);
		return (text == null) ? null : UUID.fromString(text);
	}

	/** The values of a field that holds several. */
	public List<String> texts(String name) {
		return (this.all.get(name) instanceof List<?> list) ? list.stream().map(String::valueOf).toList() : List.of();
	}

	/** The rows of a table. */
	@SuppressWarnings("unchecked")
	public List<CaseValues> rows(String name) {
		return (this.all.get(name) instanceof List<?> list)
				? list.stream().map((row) -> new CaseValues((Map<String, Object>) row)).toList() : List.of();
	}

	/** A part of the data, such as what one organisation recorded at a step. */
	@SuppressWarnings("unchecked")
	public CaseValues part(String... path) {
		Object value = this.all;
		for (String name : path) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return new CaseValues((value instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of());
	}

}
