package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code return_visit}. */
@Repository
class VisitTable {

	private final JdbcClient jdbc;

	VisitTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(ReturnVisit visit) {
		this.jdbc
			.sql("""
					insert into return_visit (id, case_number, visited_at, visit_mode, person, finding, result, satisfaction,
					  visitor)
					values (:id, :number, :at, :mode, :person, :finding, :result, :satisfaction, :visitor)
					""")
			.param("id", UUID.randomUUID())
			.param("number", visit.number())
			.param("at", ProblemTable.time(visit.visitedAt()))
			.param("mode", visit.mode())
			.param("person", visit.person())
			.param("finding", visit.finding())
			.param("result", visit.result())
			.param("satisfaction", visit.satisfaction())
			.param("visitor", visit.visitor())
			.update();
	}

	/** The visits about a problem, oldest first. */
	List<ReturnVisit> of(String number) {
		return this.jdbc.sql("select * from return_visit where case_number = :number order by visited_at, id")
			.param("number", number)
			.query(VisitTable::map)
			.list();
	}

	private static ReturnVisit map(ResultSet row, int index) throws SQLException {
		return new ReturnVisit(row.getString("case_number"), ProblemTable.instant(row, "visited_at"),
				row.getString("visit_mode"), row.getString("person"), row.getString("finding"), row.getString("result"),
				row.getObject("satisfaction", Integer.class), row.getString("visitor"));
	}

}
