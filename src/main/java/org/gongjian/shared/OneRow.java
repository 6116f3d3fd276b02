package org.gongjian.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row that is there once. It is asked for before it is inserted: an
 * {@code insert … where not exists} is answered by H2, when it is repeated in one
 * transaction, from what it saw the first time. Of two transactions at once the key of
 * the table refuses the later one.
 */
public final class OneRow {

	private OneRow() {
	}

	/**
	 * Inserts it unless it is there.
	 * @param key the columns that tell rows apart, with their values
	 * @param others the other columns; a value may be {@code null}
	 * @return whether it was inserted
	 */
	public static boolean insert(JdbcClient jdbc, String table, Map<String, ?> key, Map<String, ?> others) {
		String asked = key.keySet()
			.stream()
			.map((column) -> column + " = :" + column)
			.collect(Collectors.joining(" and "));
		int there = jdbc.sql("select count(*) from " + table + " where " + asked)
			.params(key)
			.query(Integer.class)
			.single();
		if (there > 0) {
			return false;
		}
		Map<String, Object> row = new LinkedHashMap<>(key);
		row.putAll(others);
		String columns = String.join(", ", row.keySet());
		String values = row.keySet().stream().map((column) -> ":" + column).collect(Collectors.joining(", "));
		return jdbc.sql("insert into " + table + " (" + columns + ") values (" + values + ")")
			.params(row)
			.update() == 1;
	}

}
