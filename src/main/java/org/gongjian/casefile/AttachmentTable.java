package org.gongjian.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentTable {

	private static final String COLUMNS = "id, name, media_type, size, sha256, owner, case_number, stored_at";

	private final JdbcClient jdbc;

	AttachmentTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Attachment attachment, Instant keepUntil) {
		this.jdbc.sql("""
				insert into attachment (id, name, media_type, size, sha256, owner, case_number, stored_at, keep_until)
				values (:id, :name, :mediaType, :size, :sha256, :owner, :caseNumber, :storedAt, :keepUntil)
				""")
			.param("id", attachment.id())
			.param("name", attachment.name())
			.param("mediaType", attachment.mediaType())
			.param("size", attachment.size())
			.param("sha256", attachment.sha256())
			.param("owner", attachment.owner())
			.param("caseNumber", attachment.caseNumber())
			.param("storedAt", at(attachment.storedAt()))
			.param("keepUntil", at(keepUntil))
			.update();
	}

	Optional<Attachment> find(UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from attachment where id = :id")
			.param("id", id)
			.query(AttachmentTable::map)
			.optional();
	}

	List<Attachment> find(Collection<UUID> ids) {
		return this.jdbc.sql("select " + COLUMNS + " from attachment where id in (:ids)")
			.param("ids", ids)
			.query(AttachmentTable::map)
			.list();
	}

	List<Attachment> ofCase(String caseNumber) {
		return this.jdbc
			.sql("select " + COLUMNS + " from attachment where case_number = :caseNumber order by stored_at, id")
			.param("caseNumber", caseNumber)
			.query(AttachmentTable::map)
			.list();
	}

	/** Gives uploads of one person to a case; how many there were. */
	int adopt(Collection<UUID> ids, String owner, String caseNumber) {
		return this.jdbc.sql("""
				update attachment set case_number = :caseNumber, keep_until = null
				where id in (:ids) and owner = :owner and case_number is null
				""").param("caseNumber", caseNumber).param("ids", ids).param("owner", owner).update();
	}

	void keepUntil(Collection<UUID> ids, String owner, Instant moment) {
		this.jdbc.sql("""
				update attachment set keep_until = :moment
				where id in (:ids) and owner = :owner and case_number is null
				""").param("moment", at(moment)).param("ids", ids).param("owner", owner).update();
	}

	/** How many bytes of uploads of one person belong to no case yet. */
	long waiting(String owner) {
		return this.jdbc
			.sql("select coalesce(sum(size), 0) from attachment where owner = :owner and case_number is null")
			.param("owner", owner)
			.query(Long.class)
			.single();
	}

	boolean deleteWaiting(UUID id, String owner) {
		return this.jdbc.sql("delete from attachment where id = :id and owner = :owner and case_number is null")
			.param("id", id)
			.param("owner", owner)
			.update() == 1;
	}

	List<UUID> expired(Instant now, int limit) {
		return this.jdbc
			.sql("select id from attachment where case_number is null and keep_until < :now order by keep_until "
					+ "fetch first :limit rows only")
			.param("now", at(now))
			.param("limit", limit)
			.query(UUID.class)
			.list();
	}

	boolean deleteExpired(UUID id, Instant now) {
		return this.jdbc.sql("delete from attachment where id = :id and case_number is null and keep_until < :now")
			.param("id", id)
			.param("now", at(now))
			.update() == 1;
	}

	private static OffsetDateTime at(Instant moment) {
		return (moment == null) ? null : moment.atOffset(ZoneOffset.UTC);
	}

	private static Attachment map(ResultSet row, int number) throws SQLException {
		return new Attachment(row.getObject("id", UUID.class), row.getString("name"), row.getString("media_type"),
				row.getLong("size"), row.getString("sha256"), row.getString("owner"), row.getString("case_number"),
				row.getObject("stored_at", OffsetDateTime.class).toInstant());
	}

}
