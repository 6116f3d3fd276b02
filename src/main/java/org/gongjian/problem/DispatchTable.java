package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code problem_dispatch}. */
@Repository
class DispatchTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	DispatchTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(String number, String source, String lead, List<String> coHandlers, Instant deadline,
			String instruction, String by) {
		this.jdbc
			.sql("""
					insert into problem_dispatch (id, case_number, sequence, source, lead, co_handlers, deadline_at, instruction,
					  dispatched_by, dispatched_at, deemed)
					values (:id, :number, (select count(*) + 1 from problem_dispatch where case_number = :number), :source, :lead,
					  :co, :deadline, :instruction, :by, :at, false)
					""")
			.param("id", UUID.randomUUID())
			.param("number", number)
			.param("source", source)
			.param("lead", lead)
			.param("co", String.join(",", coHandlers))
			.param("deadline", (deadline == null) ? null : ProblemTable.time(deadline))
			.param("instruction", instruction)
			.param("by", by)
			.param("at", now())
			.update();
	}

	/** The dispatches of a problem, oldest first. */
	List<Dispatch> of(String number) {
		return this.jdbc.sql("select * from problem_dispatch where case_number = :number order by sequence")
			.param("number", number)
			.query(DispatchTable::map)
			.list();
	}

	Optional<Dispatch> last(String number) {
		return of(number).stream().reduce((first, second) -> second);
	}

	void signed(UUID id, String by, String handler, boolean deemed) {
		this.jdbc.sql("""
				update problem_dispatch set signed_by = :by, signed_at = :at, handler = :handler, deemed = :deemed
				where id = :id and signed_at is null
				""")
			.param("by", by)
			.param("at", now())
			.param("handler", handler)
			.param("deemed", deemed)
			.param("id", id)
			.update();
	}

	void ruled(UUID id, String objectedBy, String objection, String ruledBy, String lead, String ruling) {
		this.jdbc.sql("""
				update problem_dispatch set objected_by = :objector, objected_at = :at, objection = :objection,
				  ruled_by = :by, ruled_at = :at, ruled_lead = :lead, ruling = :ruling
				where id = :id and ruled_at is null
				""")
			.param("objector", objectedBy)
			.param("at", now())
			.param("objection", objection)
			.param("by", ruledBy)
			.param("lead", lead)
			.param("ruling", ruling)
			.param("id", id)
			.update();
	}

	private OffsetDateTime now() {
		return ProblemTable.time(this.clock.instant());
	}

	private static Dispatch map(ResultSet row, int index) throws SQLException {
		String co = row.getString("co_handlers");
		return new Dispatch(row.getObject("id", UUID.class), row.getString("case_number"), row.getInt("sequence"),
				row.getString("source"), row.getString("lead"), co.isEmpty() ? List.of() : Arrays.asList(co.split(",")),
				ProblemTable.instant(row, "deadline_at"), row.getString("instruction"), row.getString("dispatched_by"),
				ProblemTable.instant(row, "dispatched_at"), row.getString("signed_by"),
				ProblemTable.instant(row, "signed_at"), row.getBoolean("deemed"), row.getString("handler"),
				row.getString("objected_by"), ProblemTable.instant(row, "objected_at"), row.getString("objection"),
				row.getString("ruled_by"), ProblemTable.instant(row, "ruled_at"), row.getString("ruled_lead"),
				row.getString("ruling"));
	}

}
