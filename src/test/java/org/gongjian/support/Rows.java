package org.gongjian.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes rows into tables for tests: says what matters, and fills in what has to be
 * there.
 */
public final class Rows {

	/** When everything a test only needs to be there has happened. */
	public static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	public Rows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts a row; columns that must have a value and are not mentioned get one of
	 * their kind.
	 * @param values pairs of a column and its value
	 * @return the id of the row, where the table has one
	 */
	public UUID insert(String table, Object... values) {
		UUID id = UUID.randomUUID();
		var row = new LinkedHashMap<String, Object>();
		for (Map<String, Object> column : required(table)) {
			String name = column.get("column_name").toString().toLowerCase(java.util.Locale.ROOT);
			row.put(name, name.equals("id") ? id : filling(name, column.get("data_type").toString().toLowerCase()));
		}
		for (int i = 0; i < values.length; i += 2) {
			row.put(values[i].toString(), values[i + 1]);
		}
		var statement = this.jdbc.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
				+ String.join(", ", row.keySet().stream().map((name) -> ":" + name).toList()) + ")");
		for (var value : row.entrySet()) {
			statement = statement.param(value.getKey(), value.getValue());
		}
		statement.update();
		return (row.get("id") instanceof UUID given) ? given : id;
	}

	private List<Map<String, Object>> required(String table) {
		return this.jdbc
			.sql("""
					select column_name, data_type from information_schema.columns
					where lower(table_name) = :table and is_nullable = 'NO' and column_default is null and is_identity = 'NO'
					""")
			.param("table", table)
			.query()
			.listOfRows();
	}

	private static Object filling(String name, String type) {
		return switch (type.split(" ")[0]) {
			case "uuid" -> UUID.randomUUID();
			case "boolean" -> false;
			case "integer", "bigint", "smallint" -> 0;
			case "numeric", "decimal" -> BigDecimal.ZERO;
			case "date" -> LocalDate.of(2024, 1, 1);
			case "timestamp" -> THEN;
			default -> name.equals("version") ? 0 : "x";
		};
	}

}
