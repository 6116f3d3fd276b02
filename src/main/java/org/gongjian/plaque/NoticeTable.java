package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code public_notice}. */
@Repository
class NoticeTable {

	private final JdbcClient jdbc;

	NoticeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Notice notice) {
		this.jdbc
			.sql("""
					insert into public_notice (id, batch, case_number, plaque_text, issuer, recipients, opened_at, closes_at, cancelled)
					values (:id, :batch, :case, :text, :issuer, :recipients, :openedAt, :closesAt, false)
					""")
			.param("id", notice.id())
			.param("batch", notice.batch())
			.param("case", notice.caseNumber())
			.param("text", notice.text())
			.param("issuer", notice.issuer())
			.param("recipients", String.join(",", notice.recipients()))
			.param("openedAt", time(notice.openedAt()))
			.param("closesAt", time(notice.closesAt()))
			.update();
	}

	Optional<Notice> find(UUID id) {
		return this.jdbc.sql("select * from public_notice where id = :id")
			.param("id", id)
			.query(NoticeTable::map)
			.optional();
	}

	/** The notice, locked: objections to it are numbered one after the other. */
	Optional<Notice> lock(UUID id) {
		return this.jdbc.sql("select * from public_notice where id = :id for update")
			.param("id", id)
			.query(NoticeTable::map)
			.optional();
	}

	/** The notices of a case, oldest first. */
	List<Notice> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from public_notice where case_number = :case order by opened_at")
			.param("case", caseNumber)
			.query(NoticeTable::map)
			.list();
	}

	/** The award of a case ended: its notices take no more objections. */
	void cancel(String caseNumber, Instant at) {
		this.jdbc.sql(
				"update public_notice set cancelled = true where case_number = :case and closes_at > :at and cancelled = false")
			.param("case", caseNumber)
			.param("at", time(at))
			.update();
	}

	/** A page, newest first, from before a moment and an id. */
	List<Notice> page(Instant before, UUID beforeId, int limit) {
		return this.jdbc.sql("""
				select * from public_notice where opened_at < :before or (opened_at = :before and id < :id)
				order by opened_at desc, id desc
				limit :limit
				""")
			.param("before", time(before))
			.param("id", beforeId)
			.param("limit", limit)
			.query(NoticeTable::map)
			.list();
	}

	private static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private static Notice map(ResultSet row, int number) throws SQLException {
		return new Notice(row.getObject("id", UUID.class), row.getObject("batch", UUID.class),
				row.getString("case_number"), row.getString("plaque_text"), row.getString("issuer"),
				List.of(row.getString("recipients").split(",")),
				row.getObject("opened_at", OffsetDateTime.class).toInstant(),
				row.getObject("closes_at", OffsetDateTime.class).toInstant(), row.getBoolean("cancelled"));
	}

}
