package org.gongjian.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code role_day}: up to which day others were told what began and ended
 * because days went by, and what did.
 */
@Repository
class RoleDayTable {

	private final JdbcClient jdbc;

	RoleDayTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Assignments that began or came to their end after one day and up to another. */
	List<Assignment> turning(LocalDate after, LocalDate upTo) {
		return this.jdbc.sql("""
				select * from role_assignment
				where not ended and ((valid_from > :after and valid_from <= :upTo)
				  or (valid_to >= :after and valid_to < :upTo))
				""").param("after", after).param("upTo", upTo).query(AssignmentTable::map).list();
	}

	Optional<LocalDate> toldTo() {
		return this.jdbc.sql("select told_to from role_day where id = 1").query(LocalDate.class).optional();
	}

	void insertToldTo(LocalDate day) {
		this.jdbc.sql("insert into role_day (id, told_to) values (1, :day)").param("day", day).update();
	}

	/** Moves the day on, unless another node already did. */
	boolean moveToldTo(LocalDate from, LocalDate to) {
		return this.jdbc.sql("update role_day set told_to = :to where id = 1 and told_to = :from")
			.param("to", to)
			.param("from", from)
			.update() == 1;
	}

}
