package org.gongjian.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duty}. */
@Repository
class DutyTable {

	private final JdbcClient jdbc;

	DutyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(LocalDate day, DutyForm.Checked duty, String by, Instant at) {
		this.jdbc.sql("""
				insert into duty (duty_day, person, phone, note, updated_by, updated_at, version)
				values (:day, :person, :phone, :note, :by, :at, 0)
				""")
			.param("day", day)
			.param("person", duty.person())
			.param("phone", duty.phone())
			.param("note", duty.note())
			.param("by", by)
			.param("at", Moments.stored(at))
			.update();
	}

	/** Changes a day, unless somebody else did since. */
	boolean change(LocalDate day, DutyForm.Checked duty, int version, String by, Instant at) {
		return this.jdbc.sql("""
				update duty set person = :person, phone = :phone, note = :note, updated_by = :by, updated_at = :at,
				  version = version + 1
				where duty_day = :day and version = :version
				""")
			.param("day", day)
			.param("person", duty.person())
			.param("phone", duty.phone())
			.param("note", duty.note())
			.param("version", version)
			.param("by", by)
			.param("at", Moments.stored(at))
			.update() == 1;
	}

	boolean delete(LocalDate day, int version) {
		return this.jdbc.sql("delete from duty where duty_day = :day and version = :version")
			.param("day", day)
			.param("version", version)
			.update() == 1;
	}

	Optional<Duty> find(LocalDate day) {
		return this.jdbc.sql("select * from duty where duty_day = :day")
			.param("day", day)
			.query(DutyTable::map)
			.optional();
	}

	/** Days from one on, in order. */
	List<Duty> page(LocalDate from, int limit) {
		return this.jdbc.sql("select * from duty where duty_day >= :from order by duty_day limit :limit")
			.param("from", from)
			.param("limit", limit)
			.query(DutyTable::map)
			.list();
	}

	/** The first day between two that has somebody already. */
	Optional<LocalDate> taken(LocalDate from, LocalDate until) {
		return this.jdbc
			.sql("select duty_day from duty where duty_day >= :from and duty_day <= :until order by duty_day limit 1")
			.param("from", from)
			.param("until", until)
			.query(LocalDate.class)
			.optional();
	}

	private static Duty map(ResultSet row, int number) throws SQLException {
		return new Duty(row.getObject("duty_day", LocalDate.class), row.getString("person"), row.getString("phone"),
				row.getString("note"), row.getString("updated_by"), Moments.read(row, "updated_at"),
				row.getInt("version"));
	}

}
