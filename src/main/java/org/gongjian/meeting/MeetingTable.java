package org.gongjian.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.gongjian.shared.RowCursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meeting}. */
@Repository
class MeetingTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	MeetingTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(Meeting meeting) {
		this.jdbc
			.sql("""
					insert into meeting (id, number, case_number, meeting_type, state, purpose, meets_at, place, chair, recorder,
					  agenda_closes_at, agenda_closed, held_on, signed_at, provenance, created_at, updated_at, version)
					values (:id, :number, :case, :type, :state, :purpose, :meetsAt, :place, :chair, :recorder, :closesAt, :closed,
					  :heldOn, :signedAt, :provenance, :now, :now, 0)
					""")
			.params(values(meeting))
			.update();
	}

	private Map<String, Object> values(Meeting meeting) {
		var values = new HashMap<String, Object>();
		values.put("id", meeting.id());
		values.put("number", meeting.number());
		values.put("case", meeting.caseNumber());
		values.put("type", meeting.type());
		values.put("state", meeting.state().name());
		values.put("purpose", meeting.purpose());
		values.put("meetsAt", Moments.stored(meeting.meetsAt()));
		values.put("place", meeting.place());
		values.put("chair", meeting.chair());
		values.put("recorder", meeting.recorder());
		values.put("closesAt", Moments.stored(meeting.agendaClosesAt()));
		values.put("closed", meeting.agendaClosed());
		values.put("heldOn", meeting.heldOn());
		values.put("signedAt", Moments.stored(meeting.signedAt()));
		values.put("provenance", meeting.provenance());
		values.put("now", Moments.stored(this.clock.instant()));
		return values;
	}

	/** Keeps what the forms of its case say by now. */
	void update(Meeting meeting) {
		this.jdbc
			.sql("""
					update meeting set number = :number, meeting_type = :type, state = :state, purpose = :purpose,
					  meets_at = :meetsAt, place = :place, chair = :chair, recorder = :recorder, agenda_closes_at = :closesAt,
					  agenda_closed = :closed, held_on = :heldOn, signed_at = :signedAt, updated_at = :now, version = version + 1
					where id = :id
					""")
			.params(values(meeting))
			.update();
	}

	/** Puts an invited meeting off, unless it was put off or held since. */
	boolean move(UUID id, Instant before, Instant at, String place) {
		return this.jdbc.sql("""
				update meeting set meets_at = :at, place = :place, updated_at = :now, version = version + 1
				where id = :id and state = 'INVITED' and meets_at = :before
				""")
			.param("id", id)
			.param("before", Moments.stored(before))
			.param("at", Moments.stored(at))
			.param("place", place)
			.param("now", Moments.stored(this.clock.instant()))
			.update() == 1;
	}

	Optional<Meeting> ofCase(String caseNumber) {
		return one("case_number = :key", caseNumber);
	}

	Meeting byId(UUID id) {
		return this.jdbc.sql("select * from meeting where id = :id").param("id", id).query(MeetingTable::map).single();
	}

	/** Meetings of a type whose agenda is still open, soonest first. */
	List<Meeting> preparing(String type) {
		return this.jdbc.sql("""
				select * from meeting where meeting_type = :type and state = 'PREPARING' and agenda_closed = false
				order by meets_at, id
				""").param("type", type).query(MeetingTable::map).list();
	}

	/** By its number, or by that of its case. */
	Optional<Meeting> find(String handle) {
		return one("number = :key or case_number = :key", handle);
	}

	private Optional<Meeting> one(String condition, String key) {
		return this.jdbc.sql("select * from meeting where " + condition)
			.param("key", key)
			.query(MeetingTable::map)
			.optional();
	}

	/**
	 * A page, latest first.
	 * @param seen organisations of whose meetings any is shown; {@code null} for all
	 */
	List<Meeting> page(String type, String state, Collection<String> seen, RowCursor before, int limit) {
		var parameters = new HashMap<String, Object>();
		var sql = new StringBuilder("select * from meeting m where (meets_at < :at or (meets_at = :at and id < :id))");
		parameters.put("at", Moments.stored(before.at()));
		parameters.put("id", before.uuid());
		parameters.put("limit", limit);
		if (type != null && !type.isBlank()) {
			sql.append(" and meeting_type = :type");
			parameters.put("type", type);
		}
		if (state != null && !state.isBlank()) {
			sql.append(" and state = :state");
			parameters.put("state", state);
		}
		if (seen != null) {
			sql.append(" and number is not null and exists (select 1 from meeting_attendee a where a.meeting_id = m.id"
					+ " and a.organisation in (:seen))");
			parameters.put("seen", seen.isEmpty() ? List.of("") : seen);
		}
		return this.jdbc.sql(sql.append(" order by meets_at desc, id desc limit :limit").toString())
			.params(parameters)
			.query(MeetingTable::map)
			.list();
	}

	/** The meetings both organisations were invited to, latest first. */
	List<Meeting> ofBoth(String one, String other, int limit) {
		return this.jdbc.sql("""
				select m.* from meeting m
				join meeting_attendee a on a.meeting_id = m.id and a.organisation = :one
				join meeting_attendee b on b.meeting_id = m.id and b.organisation = :other
				where m.number is not null
				order by m.meets_at desc, m.id desc limit :limit
				""").param("one", one).param("other", other).param("limit", limit).query(MeetingTable::map).list();
	}

	/** The day both organisations last met in a joint meeting. */
	Optional<LocalDate> lastOfBoth(String one, String other) {
		return this.jdbc.sql("""
				select max(m.held_on) from meeting m
				join meeting_attendee a on a.meeting_id = m.id and a.organisation = :one and a.present
				join meeting_attendee b on b.meeting_id = m.id and b.organisation = :other and b.present
				where m.meeting_type = 'JOINT' and m.state = 'SIGNED'
				""").param("one", one).param("other", other).query(LocalDate.class).optional();
	}

	/** How often both organisations met in joint meetings between two days. */
	int countOfBoth(String one, String other, LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select count(*) from meeting m
				join meeting_attendee a on a.meeting_id = m.id and a.organisation = :one and a.present
				join meeting_attendee b on b.meeting_id = m.id and b.organisation = :other and b.present
				where m.meeting_type = 'JOINT' and m.state = 'SIGNED' and m.held_on >= :from and m.held_on <= :to
				""")
			.param("one", one)
			.param("other", other)
			.param("from", from)
			.param("to", to)
			.query(Integer.class)
			.single();
	}

	private static Meeting map(ResultSet row, int number) throws SQLException {
		return new Meeting(row.getObject("id", UUID.class), row.getString("number"), row.getString("case_number"),
				row.getString("meeting_type"), MeetingState.valueOf(row.getString("state")), row.getString("purpose"),
				Moments.read(row, "meets_at"), row.getString("place"), row.getObject("chair", UUID.class),
				row.getObject("recorder", UUID.class), Moments.read(row, "agenda_closes_at"),
				row.getBoolean("agenda_closed"), row.getObject("held_on", LocalDate.class),
				Moments.read(row, "signed_at"), row.getString("provenance"), Moments.read(row, "updated_at"));
	}

}
