package org.gongjian.inbox;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whose lists changed. */
@Repository
class LiveTable {

	private static final int AT_ONCE = 5000;

	private final JdbcClient jdbc;

	LiveTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A list that changed. */
	record Change(long seq, String username) {
	}

	List<Change> after(long seq) {
		return this.jdbc.sql("""
				select seq, username from inbox_change where seq > :seq order by seq fetch first :most rows only
				""")
			.param("seq", seq)
			.param("most", AT_ONCE)
			.query((row, index) -> new Change(row.getLong("seq"), row.getString("username")))
			.list();
	}

	long newest() {
		return this.jdbc.sql("select coalesce(max(seq), 0) from inbox_change").query(Long.class).single();
	}

	void forget(long before) {
		this.jdbc.sql("delete from inbox_change where seq < :seq").param("seq", before).update();
	}

}
