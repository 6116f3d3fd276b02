package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code supervision_notice}. */
@Repository("problemNoticeTable")
class NoticeTable {

	private final JdbcClient jdbc;

	NoticeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(SupervisionNotice notice) {
		this.jdbc.sql("""
				insert into supervision_notice (number, case_number, department, requirement, new_deadline, copy_leader,
				  issued_by, issued_at, file)
				values (:number, :case, :department, :requirement, :deadline, :copy, :by, :at, :file)
				""")
			.param("number", notice.number())
			.param("case", notice.caseNumber())
			.param("department", notice.department())
			.param("requirement", notice.requirement())
			.param("deadline", notice.newDeadline())
			.param("copy", notice.copyLeader())
			.param("by", notice.issuedBy())
			.param("at", ProblemTable.time(notice.issuedAt()))
			.param("file", notice.file())
			.update();
	}

	/** The notices of a problem, oldest first. */
	List<SupervisionNotice> of(String caseNumber) {
		return this.jdbc.sql("select * from supervision_notice where case_number = :case order by issued_at, number")
			.param("case", caseNumber)
			.query(NoticeTable::map)
			.list();
	}

	private static SupervisionNotice map(ResultSet row, int index) throws SQLException {
		return new SupervisionNotice(row.getString("number"), row.getString("case_number"), row.getString("department"),
				row.getString("requirement"), row.getObject("new_deadline", LocalDate.class),
				row.getBoolean("copy_leader"), row.getString("issued_by"), ProblemTable.instant(row, "issued_at"),
				row.getObject("file", UUID.class));
	}

}
