package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code problem_parking}. */
@Repository
class ParkingTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	ParkingTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void park(String number, String reason, String category, LocalDate review, String signedBy, String nextAction) {
		end(number);
		this.jdbc.sql("""
				insert into problem_parking (id, case_number, parked_at, reason, category, promised_review, signed_by,
				  next_action)
				values (:id, :number, :at, :reason, :category, :review, :by, :action)
				""")
			.param("id", UUID.randomUUID())
			.param("number", number)
			.param("at", ProblemTable.time(this.clock.instant()))
			.param("reason", reason)
			.param("category", category)
			.param("review", review)
			.param("by", signedBy)
			.param("action", nextAction)
			.update();
	}

	void end(String number) {
		this.jdbc.sql("update problem_parking set ended_at = :at where case_number = :number and ended_at is null")
			.param("at", ProblemTable.time(this.clock.instant()))
			.param("number", number)
			.update();
	}

	/** The times a problem was parked, oldest first. */
	List<Parking> of(String number) {
		return this.jdbc.sql("select * from problem_parking where case_number = :number order by parked_at")
			.param("number", number)
			.query(ParkingTable::map)
			.list();
	}

	static Parking map(ResultSet row, int index) throws SQLException {
		return new Parking(row.getString("case_number"), ProblemTable.instant(row, "parked_at"),
				row.getString("reason"), row.getString("category"), row.getObject("promised_review", LocalDate.class),
				row.getString("signed_by"), row.getString("next_action"), ProblemTable.instant(row, "ended_at"));
	}

}
