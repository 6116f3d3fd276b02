package org.gongjian.doors;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Says whether anything in the database has changed. */
final class Ledger {

	/** What any request writes: who came, what was refused, what was answered. */
	private static final Set<String> PASSING = Set.of("journal", "spring_session", "spring_session_attributes",
			"known_device", "api_answer", "account", "personal_token", "case_look", "flyway_schema_history",
			"inbox_change", "role_day", "calendar_feed");

	private final JdbcClient jdbc;

	private final List<String> tables;

	private final String counting;

	Ledger(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.tables = jdbc
			.sql("""
					select lower(table_name) from information_schema.tables
					where lower(table_schema) = 'public' and table_type = 'BASE TABLE' and lower(table_name) not like 'act\\_%' escape '\\'
					order by 1
					""")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !PASSING.contains(table))
			.toList();
		this.counting = "select " + this.tables.stream()
			.map((table) -> "(select count(*) from " + table + ") as n_" + table)
			.collect(Collectors.joining(", ")) + ", (select count(*) from act_ru_task) as n_engine_task";
	}

	/** How many rows each table has. */
	Map<String, Object> counts() {
		return new TreeMap<>(this.jdbc.sql(this.counting).query().singleRow());
	}

	/** What each table holds. */
	Map<String, Integer> contents() {
		var contents = new TreeMap<String, Integer>();
		this.tables.forEach((table) -> contents.put(table,
				this.jdbc.sql("select * from " + table)
					.query((row, index) -> words(row))
					.list()
					.stream()
					.mapToInt(String::hashCode)
					.sum()));
		return contents;
	}

	/** The tables that hold something else than before. */
	Set<String> changedSince(Map<String, Integer> before) {
		return contents().entrySet()
			.stream()
			.filter((table) -> !table.getValue().equals(before.get(table.getKey())))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static String words(java.sql.ResultSet row) throws java.sql.SQLException {
		var words = new StringBuilder();
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			String name = row.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT);
			words.append(name).append('=').append(row.getString(column)).append(';');
		}
		return words.toString();
	}

}
