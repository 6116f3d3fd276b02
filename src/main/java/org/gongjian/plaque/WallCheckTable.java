package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code wall_check}: what an officer found on the wall. */
@Repository
class WallCheckTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	WallCheckTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What was found on a wall. */
	record WallCheck(String plaque, LocalDate on, Found found, String note) {
	}

	/** How a wall compares with the ledger. */
	enum Found {

		/** As in the ledger. */
		HANGING,

		/** Hangs elsewhere. */
		ELSEWHERE,

		/** Is damaged. */
		DAMAGED,

		/** Does not hang. */
		MISSING

	}

	void insert(WallCheck check, String by) {
		this.jdbc.sql("""
				insert into wall_check (id, plaque, checked_on, found, note, checked_by, recorded_at)
				values (:id, :plaque, :on, :found, :note, :by, :at)
				""")
			.param("id", UUID.randomUUID())
			.param("plaque", check.plaque())
			.param("on", check.on())
			.param("found", check.found().name())
			.param("note", check.note())
			.param("by", by)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	List<WallCheck> of(String plaque) {
		return this.jdbc.sql("select * from wall_check where plaque = :plaque order by checked_on, recorded_at")
			.param("plaque", plaque)
			.query((row, number) -> new WallCheck(row.getString("plaque"), row.getObject("checked_on", LocalDate.class),
					Found.valueOf(row.getString("found")), row.getString("note")))
			.list();
	}

}
