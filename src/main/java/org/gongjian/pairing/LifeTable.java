package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LifeTable {

	private final JdbcClient jdbc;

	LifeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	PairingLife of(UUID pairing) {
		return this.jdbc.sql("""
				select ended_reason, predecessor, last_activity_on, inactive_since, suspended_on, suspend_reason
				from pairing where id = :id
				""")
			.param("id", pairing)
			.query((row, number) -> new PairingLife(row.getString("ended_reason"),
					row.getObject("predecessor", UUID.class), row.getObject("last_activity_on", LocalDate.class),
					row.getObject("inactive_since", LocalDate.class), row.getObject("suspended_on", LocalDate.class),
					row.getString("suspend_reason")))
			.single();
	}

	/**
	 * Pairings whose last day is before a day, unless their renewal is about to begin.
	 */
	List<Pairing> over(LocalDate today) {
		return this.jdbc.sql("""
				select * from pairing
				where status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING') and term_end < :today
				  and not exists (select 1 from pairing next where next.predecessor = pairing.id and next.renewal
				    and next.status = 'APPROVED')
				order by term_end, id
				""").param("today", today).query(PairingTable::map).list();
	}

	/** Pairings in force that end on a day or before. */
	List<Pairing> ending(LocalDate until) {
		return this.jdbc
			.sql("select * from pairing where status = 'IN_FORCE' and term_end <= :until order by term_end, id")
			.param("until", until)
			.query(PairingTable::map)
			.list();
	}

	/** Notes that a pairing takes the place of another. */
	void follows(UUID id, UUID predecessor) {
		this.jdbc.sql("update pairing set predecessor = :predecessor where id = :id")
			.param("predecessor", predecessor)
			.param("id", id)
			.update();
	}

	/** The pairing that takes the place of another, or will. */
	Optional<Pairing> successor(UUID predecessor) {
		return this.jdbc
			.sql("""
					select * from pairing
					where predecessor = :predecessor and status in ('APPROVED', 'IN_FORCE', 'SUSPENDED', 'EXPIRING', 'RENEWED',
					  'EXPIRED', 'TERMINATED')
					""")
			.param("predecessor", predecessor)
			.query(PairingTable::map)
			.optional();
	}

	/** Gives a pairing in force what an adjustment laid down. */
	boolean adjust(Pairing adjusted) {
		return this.jdbc
			.sql("""
					update pairing
					set focus_areas = :focus, government_liaison = :gov, enterprise_liaison = :ent, planned_activities = :activities,
					  planned_deeds = :deeds, term_end = :end, status = case when status = 'EXPIRING' and :end > term_end then 'IN_FORCE'
					  else status end, version = version + 1
					where id = :id and status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING')
					""")
			.param("focus", String.join(",", adjusted.focusAreas()))
			.param("gov", adjusted.governmentLiaison())
			.param("ent", adjusted.enterpriseLiaison())
			.param("activities", adjusted.plannedActivities())
			.param("deeds", adjusted.plannedDeeds())
			.param("end", adjusted.termEnd())
			.param("id", adjusted.id())
			.update() == 1;
	}

	/** Pairings near their end for which no renewal was ever asked. */
	List<Pairing> renewable(LocalDate today) {
		return this.jdbc.sql("""
				select * from pairing
				where status = 'EXPIRING' and term_end >= :today
				  and not exists (select 1 from pairing_change c
				    where c.pairing = pairing.id and (c.request_type = 'RENEW' or c.open_pairing is not null))
				order by term_end, id
				""").param("today", today).query(PairingTable::map).list();
	}

	/**
	 * Pairings in force on whose lists nobody has worked since a day and whose sides were
	 * not asked to since.
	 */
	List<Pairing> stale(LocalDate before) {
		return this.jdbc.sql("""
				select * from pairing
				where status in ('IN_FORCE', 'EXPIRING') and number is not null
				  and coalesce(in_force_on, term_start) < :before
				  and (lists_asked_on is null or lists_asked_on <= :before)
				  and exists (select 1 from list_item i where i.pairing = pairing.id and i.staged_case is null)
				  and not exists (select 1 from list_item_progress p join list_item i on i.id = p.item
				    where i.pairing = pairing.id and p.changed_at >= :since)
				order by number
				""")
			.param("before", before)
			.param("since", before.atStartOfDay(Time.OFFICE).toOffsetDateTime())
			.query(PairingTable::map)
			.list();
	}

	boolean expiring(UUID id) {
		return this.jdbc.sql("""
				update pairing set status = 'EXPIRING', version = version + 1
				where id = :id and status = 'IN_FORCE'
				""").param("id", id).update() == 1;
	}

	/** Ends a pairing that is in force, unless somebody did. */
	boolean end(UUID id, PairingStatus to, String reason, LocalDate on) {
		return this.jdbc.sql("""
				update pairing
				set status = :to, ended_reason = :reason, ended_on = :on, open_pair = null, inactive_since = null,
				  version = version + 1
				where id = :id and status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING')
				""").param("to", to.name()).param("reason", reason).param("on", on).param("id", id).update() == 1;
	}

	/**
	 * Notes an activity, unless a later one is noted; a pairing that was flagged no
	 * longer is.
	 */
	void active(UUID id, LocalDate on) {
		this.jdbc.sql("""
				update pairing set last_activity_on = :on, inactive_since = null
				where id = :id and (last_activity_on is null or last_activity_on < :on)
				""").param("on", on).param("id", id).update();
	}

}
