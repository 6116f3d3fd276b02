package org.gongjian.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meeting_item}. */
@Repository
class MeetingItemTable {

	private final JdbcClient jdbc;

	MeetingItemTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(MeetingItem item) {
		this.jdbc
			.sql("""
					insert into meeting_item (id, meeting_id, position, title, subject, proposer, background, wanted, rolled_from,
					  state, discussion, decision, lead_org, co_orgs, deadline, delivery)
					values (:id, :meeting, :position, :title, :subject, :proposer, :background, :wanted, :rolledFrom, :state,
					  :discussion, :decision, :lead, :others, :deadline, :delivery)
					""")
			.params(values(item))
			.update();
	}

	/** Writes what was decided. */
	void decide(MeetingItem item) {
		this.jdbc
			.sql("""
					update meeting_item set state = :state, discussion = :discussion, decision = :decision, lead_org = :lead,
					  co_orgs = :others, deadline = :deadline, delivery = :delivery
					where id = :id
					""")
			.params(values(item))
			.update();
	}

	private static Map<String, Object> values(MeetingItem item) {
		var values = new HashMap<String, Object>();
		values.put("id", item.id());
		values.put("meeting", item.meeting());
		values.put("position", item.position());
		values.put("title", item.title());
		values.put("subject", item.subject());
		values.put("proposer", item.proposer());
		values.put("background", item.background());
		values.put("wanted", item.wanted());
		values.put("rolledFrom", item.rolledFrom());
		values.put("state", item.state());
		values.put("discussion", item.discussion());
		values.put("decision", item.decision());
		values.put("lead", item.lead());
		values.put("others", item.others());
		values.put("deadline", item.deadline());
		values.put("delivery", item.delivery());
		return values;
	}

	/** Notes which item of a later meeting goes on with one. */
	void rolled(UUID from, UUID into) {
		this.jdbc.sql("update meeting_item set rolled_into = :into where id = :from")
			.param("from", from)
			.param("into", into)
			.update();
	}

	/**
	 * The meeting does not take place: what it was to go on with waits for another, and
	 * its own items stay in its record only.
	 */
	void releaseRolled(UUID meeting) {
		this.jdbc.sql("""
				update meeting_item set rolled_into = null
				where rolled_into in (select id from meeting_item where meeting_id = :meeting)
				""").param("meeting", meeting).update();
	}

	List<MeetingItem> of(UUID meeting) {
		return list("where meeting_id = :meeting order by position", Map.of("meeting", meeting));
	}

	Optional<MeetingItem> find(UUID id) {
		return list("where id = :id", Map.of("id", id)).stream().findFirst();
	}

	/** Postponed items of signed meetings that no later meeting has taken up. */
	List<MeetingItem> unfinished() {
		return list("""
				where state = 'POSTPONED' and rolled_into is null
				  and meeting_id in (select id from meeting where state = 'SIGNED')
				order by meeting_id, position
				""", Map.of());
	}

	/** The cases that are on the agenda of an invited meeting already. */
	List<String> invitedSubjects(Collection<String> subjects) {
		return subjects.isEmpty() ? List.of() : this.jdbc.sql("""
				select i.subject from meeting_item i join meeting m on m.id = i.meeting_id
				where i.subject in (:subjects) and m.state in ('INVITED', 'HELD')
				""").param("subjects", subjects).query(String.class).list();
	}

	/** Items whose case is still to be told, of signed meetings. */
	List<MeetingItem> pending() {
		return list("""
				where delivery = 'PENDING' and meeting_id in (select id from meeting where state = 'SIGNED')
				order by meeting_id, position
				""", Map.of());
	}

	/** Notes that a case was told; only the first of two nodes is told yes. */
	boolean settle(UUID id, String delivery, Instant at) {
		return this.jdbc.sql(
				"update meeting_item set delivery = :delivery, delivered_at = :at where id = :id and delivery = 'PENDING'")
			.param("id", id)
			.param("delivery", delivery)
			.param("at", Moments.stored(at))
			.update() == 1;
	}

	/** Notes that the case did not wait for it any more. */
	void missed(UUID id) {
		this.jdbc.sql("update meeting_item set delivery = 'MISSED' where id = :id").param("id", id).update();
	}

	private List<MeetingItem> list(String where, Map<String, ?> parameters) {
		return this.jdbc.sql("select * from meeting_item " + where)
			.params(parameters)
			.query(MeetingItemTable::map)
			.list();
	}

	private static MeetingItem map(ResultSet row, int number) throws SQLException {
		return new MeetingItem(row.getObject("id", UUID.class), row.getObject("meeting_id", UUID.class),
				row.getInt("position"), row.getString("title"), row.getString("subject"), row.getString("proposer"),
				row.getString("background"), row.getString("wanted"), row.getObject("rolled_from", UUID.class),
				row.getString("state"), row.getString("discussion"), row.getString("decision"),
				row.getString("lead_org"), row.getString("co_orgs"), row.getObject("deadline", LocalDate.class),
				row.getString("delivery"));
	}

}
