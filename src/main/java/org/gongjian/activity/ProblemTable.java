package org.gongjian.activity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.OneRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases the problems of an activity became. */
@Repository
class ProblemTable {

	private final JdbcClient jdbc;

	ProblemTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes a row of the record; false when it is known. */
	boolean note(UUID activity, int row, String title) {
		return OneRow.insert(this.jdbc, "activity_problem", Map.of("activity", activity, "row_no", row),
				Map.of("title", title));
	}

	void opened(UUID activity, int row, String caseNumber) {
		this.jdbc.sql("update activity_problem set case_number = :case where activity = :activity and row_no = :row")
			.param("case", caseNumber)
			.param("activity", activity)
			.param("row", row)
			.update();
	}

	List<Found> of(UUID activity) {
		return this.jdbc
			.sql("select row_no, title, case_number from activity_problem where activity = :activity order by row_no")
			.param("activity", activity)
			.query((row, line) -> new Found(row.getInt("row_no"), row.getString("title"), row.getString("case_number")))
			.list();
	}

	/**
	 * A problem found.
	 *
	 * @param row from 1; 0 for the incident
	 * @param caseNumber the case it became, {@code null} while there is none
	 */
	record Found(int row, String title, String caseNumber) {
	}

}
