package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code problem_extension}. */
@Repository
class ExtensionTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	ExtensionTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void request(String number, String by, String reason, LocalDate newDue) {
		this.jdbc.sql("""
				insert into problem_extension (id, case_number, requested_by, requested_at, reason, new_due, state)
				values (:id, :number, :by, :at, :reason, :due, 'REQUESTED')
				""")
			.param("id", UUID.randomUUID())
			.param("number", number)
			.param("by", by)
			.param("at", ProblemTable.time(this.clock.instant()))
			.param("reason", reason)
			.param("due", newDue)
			.update();
	}

	List<Extension> of(String number) {
		return this.jdbc.sql("select * from problem_extension where case_number = :number order by requested_at, id")
			.param("number", number)
			.query(ExtensionTable::map)
			.list();
	}

	Optional<Extension> open(String number) {
		return of(number).stream().filter(Extension::open).findFirst();
	}

	void decide(UUID id, String state, String by, String note) {
		this.jdbc.sql("""
				update problem_extension set state = :state, decided_by = :by, decided_at = :at, note = :note
				where id = :id and state = 'REQUESTED'
				""")
			.param("state", state)
			.param("by", by)
			.param("at", ProblemTable.time(this.clock.instant()))
			.param("note", note)
			.param("id", id)
			.update();
	}

	private static Extension map(ResultSet row, int index) throws SQLException {
		return new Extension(row.getObject("id", UUID.class), row.getString("case_number"),
				row.getString("requested_by"), ProblemTable.instant(row, "requested_at"), row.getString("reason"),
				row.getObject("new_due", LocalDate.class), row.getString("state"), row.getString("decided_by"),
				ProblemTable.instant(row, "decided_at"), row.getString("note"));
	}

}
