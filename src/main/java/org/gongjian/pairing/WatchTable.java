package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WatchTable {

	private final JdbcClient jdbc;

	WatchTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(WatchEntry entry) {
		this.jdbc.sql("""
				insert into pairing_watch (id, pairing, kind, note, decided_by, decided_at, decided_on)
				values (:id, :pairing, :kind, :note, :by, :at, :on)
				""")
			.param("id", entry.id())
			.param("pairing", entry.pairing())
			.param("kind", entry.kind().name())
			.param("note", entry.note())
			.param("by", entry.by())
			.param("at", PairingTable.time(entry.at()))
			.param("on", entry.on())
			.update();
	}

	/** What was decided about a pairing, newest first. */
	List<WatchEntry> of(UUID pairing) {
		return this.jdbc.sql("select * from pairing_watch where pairing = :pairing order by decided_at desc, id")
			.param("pairing", pairing)
			.query((row, number) -> new WatchEntry(row.getObject("id", UUID.class),
					row.getObject("pairing", UUID.class), WatchEntry.Kind.valueOf(row.getString("kind")),
					row.getString("note"), row.getString("decided_by"),
					row.getObject("decided_at", OffsetDateTime.class).toInstant(),
					row.getObject("decided_on", LocalDate.class)))
			.list();
	}

	/**
	 * Flags pairings in force without an activity for long, unless somebody talked to
	 * them lately.
	 */
	int flag(LocalDate since, LocalDate talkedSince, LocalDate today) {
		return this.jdbc.sql("""
				update pairing set inactive_since = :today
				where status in ('IN_FORCE', 'EXPIRING') and inactive_since is null
				  and coalesce(last_activity_on, in_force_on, term_start) < :since
				  and not exists (select 1 from pairing_watch w
				    where w.pairing = pairing.id and w.kind in ('TALK', 'RESUME') and w.decided_on > :talked)
				""").param("today", today).param("since", since).param("talked", talkedSince).update();
	}

	/** Notes that the sides were asked for their lists, unless they were since a day. */
	boolean asked(UUID pairing, LocalDate before, LocalDate today) {
		return this.jdbc.sql("""
				update pairing set lists_asked_on = :today
				where id = :id and (lists_asked_on is null or lists_asked_on <= :before)
				""").param("today", today).param("id", pairing).param("before", before).update() == 1;
	}

	/** The pairings flagged, longest first. */
	List<InactiveRow> inactive(int limit) {
		return this.jdbc.sql("""
				select p.number, p.last_activity_on, p.inactive_since, g.name_en as gov_en, g.name_zh as gov_zh,
				  e.name_en as ent_en, e.name_zh as ent_zh
				from pairing p
				  join organisation g on g.code = p.government_org
				  join organisation e on e.code = p.enterprise_org
				where p.inactive_since is not null and p.status in ('IN_FORCE', 'EXPIRING')
				order by p.inactive_since, p.number
				limit :limit
				""")
			.param("limit", limit)
			.query((row, number) -> new InactiveRow(row.getString("number"),
					new Bilingual(row.getString("gov_en"), row.getString("gov_zh")),
					new Bilingual(row.getString("ent_en"), row.getString("ent_zh")),
					row.getObject("last_activity_on", LocalDate.class),
					row.getObject("inactive_since", LocalDate.class)))
			.list();
	}

	/** Takes the flag off, unless somebody did. */
	boolean settle(UUID pairing) {
		return this.jdbc.sql("""
				update pairing set inactive_since = null, version = version + 1
				where id = :id and inactive_since is not null and status in ('IN_FORCE', 'EXPIRING')
				""").param("id", pairing).update() == 1;
	}

	/** Lets a pairing rest, unless it does. */
	boolean suspend(UUID pairing, String reason, LocalDate on) {
		return this.jdbc.sql("""
				update pairing
				set status = 'SUSPENDED', suspended_on = :on, suspend_reason = :reason, inactive_since = null,
				  version = version + 1
				where id = :id and status in ('IN_FORCE', 'EXPIRING')
				""").param("on", on).param("reason", reason).param("id", pairing).update() == 1;
	}

	/** Takes a pairing up again, unless somebody did. */
	boolean resume(UUID pairing) {
		return this.jdbc.sql("""
				update pairing
				set status = 'IN_FORCE', suspended_on = null, suspend_reason = null, version = version + 1
				where id = :id and status = 'SUSPENDED'
				""").param("id", pairing).update() == 1;
	}

}
