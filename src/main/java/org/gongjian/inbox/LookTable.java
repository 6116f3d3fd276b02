package org.gongjian.inbox;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people looked at cases last. */
@Repository
class LookTable {

	private final JdbcClient jdbc;

	LookTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Instant> last(String username, String caseNumber) {
		return this.jdbc.sql("select at from case_look where username = :user and case_number = :case")
			.param("user", username)
			.param("case", caseNumber)
			.query((row, index) -> InboxTable.instant(row, "at"))
			.optional();
	}

	/** Notes the first look. */
	void first(String username, String caseNumber, Instant at) {
		this.jdbc.sql("insert into case_look (username, case_number, at) values (:user, :case, :at)")
			.param("user", username)
			.param("case", caseNumber)
			.param("at", InboxTable.time(at))
			.update();
	}

	/** Notes a later look. */
	void again(String username, String caseNumber, Instant at) {
		this.jdbc.sql("update case_look set at = :at where username = :user and case_number = :case")
			.param("at", InboxTable.time(at))
			.param("user", username)
			.param("case", caseNumber)
			.update();
	}

}
