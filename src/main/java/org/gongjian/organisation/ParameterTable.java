package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code parameter} and {@code parameter_log}. */
@Repository
class ParameterTable {

	private final JdbcClient jdbc;

	ParameterTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The value in force on a day: of all whose day has come the one whose day came last
	 * and, on one day, the one written last. Before the first day the first value.
	 */
	Optional<String> value(String key, LocalDate day) {
		return this.jdbc.sql("""
				select parameter_value from parameter_log
				where parameter_key = :key
				order by case when valid_from <= :day then 0 else 1 end,
				  case when valid_from <= :day then valid_from end desc, valid_from,
				  case when valid_from <= :day then sequence end desc, sequence
				fetch first 1 rows only
				""").param("key", key).param("day", day).query(String.class).optional();
	}

	/** The numbers in force on a day by key, in one statement. */
	Map<String, String> numbers(LocalDate day) {
		Map<String, String> numbers = new HashMap<>();
		this.jdbc.sql("""
				select parameter_key, parameter_value from (
				  select l.parameter_key, l.parameter_value, row_number() over (partition by l.parameter_key
				    order by case when l.valid_from <= :day then 0 else 1 end,
				      case when l.valid_from <= :day then l.valid_from end desc, l.valid_from,
				      case when l.valid_from <= :day then l.sequence end desc, l.sequence) as place
				  from parameter_log l join parameter p on p.parameter_key = l.parameter_key
				  where p.kind = 'NUMBER') ranked
				where place = 1
				""")
			.param("day", day)
			.query((row, number) -> numbers.put(row.getString("parameter_key"), row.getString("parameter_value")))
			.list();
		return numbers;
	}

	/** Adds a number. */
	void insert(NewParameter added, String key, int maximum) {
		this.jdbc.sql("""
				insert into parameter (parameter_key, kind, unit, minimum, maximum, sort, version, label_en, label_zh)
				values (:key, 'NUMBER', 'count', 0, :maximum, 9000, 0, :en, :zh)
				""")
			.param("key", key)
			.param("maximum", maximum)
			.param("en", added.label().en())
			.param("zh", added.label().zh())
			.update();
	}

	List<Definition> definitions() {
		return this.jdbc.sql("select * from parameter order by sort, parameter_key")
			.query(ParameterTable::definition)
			.list();
	}

	Optional<Definition> definition(String key) {
		return this.jdbc.sql("select * from parameter where parameter_key = :key")
			.param("key", key)
			.query(ParameterTable::definition)
			.optional();
	}

	/**
	 * Every value of a parameter, the newest first; of all parameters for {@code null}.
	 */
	List<ParameterChange> log(String key, int limit) {
		return this.jdbc.sql("""
				select * from parameter_log
				where cast(:key as varchar(60)) is null or parameter_key = :key
				order by changed_at desc, parameter_key, sequence desc
				fetch first :limit rows only
				""")
			.param("key", key)
			.param("limit", limit)
			.query((row, number) -> new ParameterChange(row.getString("parameter_key"),
					row.getString("parameter_value"), row.getObject("valid_from", LocalDate.class),
					row.getString("reason"), row.getString("changed_by"), OrganisationTable.instant(row, "changed_at"),
					row.getInt("sequence")))
			.list();
	}

	/** Takes the next version, unless somebody changed the parameter since. */
	boolean touch(String key, int version) {
		return this.jdbc
			.sql("update parameter set version = version + 1 where parameter_key = :key and version = :version")
			.param("key", key)
			.param("version", version)
			.update() == 1;
	}

	void insert(ParameterChange change) {
		this.jdbc
			.sql("""
					insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at,
					  sequence)
					values (:id, :key, :value, :from, :reason, :by, :at,
					  (select coalesce(max(sequence), 0) + 1 from parameter_log where parameter_key = :key))
					""")
			.param("id", UUID.randomUUID())
			.param("key", change.key())
			.param("value", change.value())
			.param("from", change.validFrom())
			.param("reason", change.reason())
			.param("by", change.changedBy())
			.param("at", OrganisationTable.time(change.changedAt()))
			.update();
	}

	private static Definition definition(ResultSet row, int number) throws SQLException {
		String choices = row.getString("choices");
		return new Definition(row.getString("parameter_key"), Parameter.Kind.valueOf(row.getString("kind")),
				row.getString("unit"), row.getObject("minimum", Integer.class), row.getObject("maximum", Integer.class),
				(choices == null) ? List.of() : List.of(choices.split(",")), row.getString("basis"),
				row.getInt("version"), label(row));
	}

	private static Bilingual label(ResultSet row) throws SQLException {
		String en = row.getString("label_en");
		return (en == null) ? null : new Bilingual(en, row.getString("label_zh"));
	}

	/** What a parameter may be. */
	record Definition(String key, Parameter.Kind kind, String unit, Integer minimum, Integer maximum,
			List<String> choices, String basis, int version, Bilingual label) {
	}

}
