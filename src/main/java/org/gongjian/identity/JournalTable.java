package org.gongjian.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.gongjian.identity.Journal.Entry;
import org.gongjian.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code journal}; it knows no update and no delete. */
@Repository
class JournalTable {

	private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

	private final JdbcClient jdbc;

	JournalTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Entry entry) {
		this.jdbc.sql("""
				insert into journal (at, actor, organisations, what, subject, detail, ip)
				values (:at, :actor, :organisations, :what, :subject, :detail, :ip)
				""")
			.param("at", AccountTable.stored(entry.at()))
			.param("actor", entry.actor())
			.param("organisations", entry.organisations())
			.param("what", entry.what())
			.param("subject", entry.subject())
			.param("detail", entry.detail())
			.param("ip", entry.ip())
			.update();
	}

	List<Entry> search(JournalFilter filter, long before, int limit) {
		return this.jdbc.sql("""
				select * from journal
				where id < :before and at >= :from and at < :to
				  and (:who = '' or actor = :who)
				  and (:what = '' or what like :kind escape '!')
				  and (:q = '' or lower(subject) like :pattern escape '!' or lower(detail) like :pattern escape '!')
				order by id desc
				fetch first :limit rows only
				""")
			.param("before", before)
			.param("from", AccountTable.stored(start(filter.from(), FIRST)))
			.param("to", AccountTable.stored((filter.to() == null) ? start(LAST, LAST) : end(filter.to())))
			.param("who", filter.who())
			.param("what", filter.what())
			.param("kind", Patterns.literal(filter.what()) + "%")
			.param("q", filter.q())
			.param("pattern", Patterns.contains(filter.q().toLowerCase(Locale.ROOT)))
			.param("limit", limit)
			.query(JournalTable::map)
			.list();
	}

	private static Instant start(LocalDate day, LocalDate otherwise) {
		LocalDate known = (day == null || day.isBefore(FIRST) || day.isAfter(LAST)) ? otherwise : day;
		return known.atStartOfDay(Time.OFFICE).toInstant();
	}

	private static Instant end(LocalDate day) {
		return start(day.isBefore(LAST) ? day.plusDays(1) : LAST, LAST);
	}

	private static Entry map(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("id"), AccountTable.read(row, "at"), row.getString("actor"),
				row.getString("organisations"), row.getString("what"), row.getString("subject"),
				row.getString("detail"), row.getString("ip"));
	}

}
