package org.gongjian.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code archive_item}, read together with the case it stands for. */
@Repository
class ArchiveTable {

	private static final String SEEN = """
			select item.*, file.process, file.title_en, file.title_zh, file.outcome, file.log_hash
			from archive_item item join case_file file on file.number = item.case_number
			where (file.reserved_for is null or file.reserved_for in (:roles))
			  and (:zone or exists (select 1 from case_party party where party.case_id = file.id and party.org in (:orgs)))
			""";

	private final JdbcClient jdbc;

	ArchiveTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void delete(String caseNumber) {
		this.jdbc.sql("delete from archive_item where case_number = :case").param("case", caseNumber).update();
	}

	void insert(String caseNumber, String searchKey, Keeping kept, String place, Instant at) {
		this.jdbc
			.sql("""
					insert into archive_item (case_number, search_key, retention, keep_until, paper_location, filed_at, version)
					values (:case, :key, :retention, :until, :place, :at, 0)
					""")
			.param("case", caseNumber)
			.param("key", searchKey)
			.param("retention", kept.code())
			.param("until", kept.until(at))
			.param("place", place)
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.update();
	}

	/** Changes how it is kept. @return whether nobody was faster */
	boolean update(ArchiveItem item, Keeping kept, String place, String by, Instant at) {
		return this.jdbc.sql("""
				update archive_item set retention = :retention, keep_until = :until, paper_location = :place,
				  changed_by = :by, changed_at = :at, version = version + 1
				where case_number = :case and version = :version
				""")
			.param("retention", kept.code())
			.param("until", kept.until(item.filedAt()))
			.param("place", place)
			.param("by", by)
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("case", item.caseNumber())
			.param("version", item.version())
			.update() == 1;
	}

	Optional<ArchiveItem> find(Actor actor, String caseNumber) {
		return seen(SEEN + "and item.case_number = :case", actor).param("case", caseNumber)
			.query(ArchiveTable::map)
			.optional();
	}

	/** A page, newest first. */
	List<ArchiveItem> page(Actor actor, ArchiveFilter filter, ArchiveFilter.After before, int year, int limit) {
		return seen(SEEN + """
				  and (item.filed_at < :at or (item.filed_at = :at and item.case_number > :number))
				  and (:pattern = '%%' or item.search_key like :pattern escape '!')
				  and (:retention = '' or item.retention = :retention)
				  and (not :over or item.keep_until < :year)
				order by item.filed_at desc, item.case_number
				limit :limit
				""", actor).param("at", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
			.param("number", before.number())
			.param("pattern", filter.pattern())
			.param("retention", (filter.retention() == null) ? "" : filter.retention())
			.param("over", filter.over())
			.param("year", year)
			.param("limit", limit)
			.query(ArchiveTable::map)
			.list();
	}

	private JdbcClient.StatementSpec seen(String sql, Actor actor) {
		return this.jdbc.sql(sql)
			.param("roles", actor.roles().isEmpty() ? List.of("-") : actor.roles())
			.param("zone", actor.zoneWide())
			.param("orgs", actor.organisations().isEmpty() ? List.of("-") : actor.organisations());
	}

	private static ArchiveItem map(ResultSet row, int number) throws SQLException {
		OffsetDateTime changed = row.getObject("changed_at", OffsetDateTime.class);
		return new ArchiveItem(row.getString("case_number"), row.getString("process"),
				new Bilingual(row.getString("title_en"), row.getString("title_zh")), row.getString("outcome"),
				row.getString("retention"), row.getObject("keep_until", Integer.class), row.getString("paper_location"),
				row.getObject("filed_at", OffsetDateTime.class).toInstant(), row.getString("log_hash"),
				row.getString("changed_by"), (changed == null) ? null : changed.toInstant(), row.getInt("version"));
	}

}
