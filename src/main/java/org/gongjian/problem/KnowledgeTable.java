package org.gongjian.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code knowledge_item}. */
@Repository
class KnowledgeTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	KnowledgeTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	UUID insert(String category, String question, String answer, String source, LocalDate validUntil, String by) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into knowledge_item (id, category, question, answer, source_problem, valid_until, created_by,
				  created_at, search_key, version)
				values (:id, :category, :question, :answer, :source, :until, :by, :at, :key, 0)
				""")
			.param("id", id)
			.param("category", category)
			.param("question", question)
			.param("answer", answer)
			.param("source", source)
			.param("until", validUntil)
			.param("by", by)
			.param("at", ProblemTable.time(this.clock.instant()))
			.param("key", key(question, answer))
			.update();
		return id;
	}

	boolean update(KnowledgeItem item) {
		return this.jdbc.sql("""
				update knowledge_item set category = :category, question = :question, answer = :answer,
				  valid_until = :until, search_key = :key, version = version + 1
				where id = :id and version = :version
				""")
			.param("category", item.category())
			.param("question", item.question())
			.param("answer", item.answer())
			.param("until", item.validUntil())
			.param("key", key(item.question(), item.answer()))
			.param("id", item.id())
			.param("version", item.version())
			.update() == 1;
	}

	void provenance(UUID id, String provenance) {
		this.jdbc.sql("update knowledge_item set provenance = :provenance where id = :id")
			.param("provenance", provenance)
			.param("id", id)
			.update();
	}

	Optional<KnowledgeItem> find(UUID id) {
		return this.jdbc.sql("select * from knowledge_item where id = :id")
			.param("id", id)
			.query(KnowledgeTable::map)
			.optional();
	}

	/**
	 * A page of what holds today, newest first.
	 * @param pattern for {@code like}, or {@code %}
	 * @param category empty for all
	 */
	List<KnowledgeItem> page(String pattern, String category, RowCursor after, int limit) {
		return this.jdbc.sql("""
				select * from knowledge_item
				where (created_at < :at or (created_at = :at and cast(id as varchar(36)) > :id))
				  and search_key like :pattern escape '!'
				  and (:category = '' or category = :category)
				  and (valid_until is null or valid_until >= :today)
				order by created_at desc, cast(id as varchar(36))
				fetch first :limit rows only
				""")
			.param("at", ProblemTable.time(after.at()))
			.param("id", after.id())
			.param("pattern", pattern)
			.param("category", category)
			.param("today", LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))
			.param("limit", limit)
			.query(KnowledgeTable::map)
			.list();
	}

	private static String key(String question, String answer) {
		String all = (question + " " + answer).toLowerCase(Locale.ROOT);
		return (all.length() > 600) ? all.substring(0, 600) : all;
	}

	private static KnowledgeItem map(ResultSet row, int index) throws SQLException {
		return new KnowledgeItem(row.getObject("id", UUID.class), row.getString("category"), row.getString("question"),
				row.getString("answer"), row.getString("source_problem"), row.getObject("valid_until", LocalDate.class),
				row.getString("created_by"), ProblemTable.instant(row, "created_at"), row.getString("provenance"),
				row.getInt("version"));
	}

}
