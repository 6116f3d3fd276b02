package org.gongjian.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code organisation_import}. */
@Repository
class ImportTable {

	private final JdbcClient jdbc;

	ImportTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A file of the one who uploaded it, unless older than that moment. */
	Optional<Uploaded> find(UUID id, String by, Instant notBefore) {
		return this.jdbc.sql("""
				select kind, file_name, content from organisation_import
				where id = :id and created_by = :by and created_at >= :notBefore
				""")
			.param("id", id)
			.param("by", by)
			.param("notBefore", OrganisationTable.time(notBefore))
			.query((row, number) -> new Uploaded(ImportKind.valueOf(row.getString("kind")), row.getString("file_name"),
					row.getString("content")))
			.optional();
	}

	void insert(UUID id, Uploaded file, String by, Instant at) {
		this.jdbc.sql("""
				insert into organisation_import (id, kind, file_name, content, created_by, created_at)
				values (:id, :kind, :fileName, :content, :by, :at)
				""")
			.param("id", id)
			.param("kind", file.kind().name())
			.param("fileName", file.fileName())
			.param("content", file.content())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update();
	}

	/** Forgets a file, unless it was loaded or dropped before. */
	boolean remove(UUID id) {
		return this.jdbc.sql("delete from organisation_import where id = :id").param("id", id).update() == 1;
	}

	void removeBefore(Instant moment) {
		this.jdbc.sql("delete from organisation_import where created_at < :moment")
			.param("moment", OrganisationTable.time(moment))
			.update();
	}

	/** A file that waits for somebody to say yes. */
	record Uploaded(ImportKind kind, String fileName, String content) {
	}

}
