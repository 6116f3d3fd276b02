package org.gongjian.meeting;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meeting_attendee}. */
@Repository
class AttendeeTable {

	private final JdbcClient jdbc;

	AttendeeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Replaces who is invited. */
	void invite(UUID meeting, List<String> organisations) {
		this.jdbc.sql("delete from meeting_attendee where meeting_id = :meeting").param("meeting", meeting).update();
		for (int i = 0; i < organisations.size(); i++) {
			this.jdbc.sql(
					"insert into meeting_attendee (meeting_id, organisation, position) values (:meeting, :org, :position)")
				.param("meeting", meeting)
				.param("org", organisations.get(i))
				.param("position", i)
				.update();
		}
	}

	/** Notes whether somebody came. */
	void note(UUID meeting, Attendee attendee) {
		this.jdbc.sql("""
				update meeting_attendee set present = :present, person = :person
				where meeting_id = :meeting and organisation = :org
				""")
			.param("present", attendee.present())
			.param("person", attendee.person())
			.param("meeting", meeting)
			.param("org", attendee.organisation())
			.update();
	}

	/** Who is invited, in the order of the form. */
	List<Attendee> of(UUID meeting) {
		return this.jdbc.sql("select * from meeting_attendee where meeting_id = :meeting order by position")
			.param("meeting", meeting)
			.query((row, number) -> new Attendee(row.getString("organisation"), (Boolean) row.getObject("present"),
					row.getString("person")))
			.list();
	}

}
