package org.gongjian.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentTable {

	private final JdbcClient jdbc;

	CommentTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, UUID caseId, String author, String text, Instant at) {
		this.jdbc.sql("""
				insert into case_comment (id, case_id, author, content, at) values (:id, :case, :author, :text, :at)
				""")
			.param("id", id)
			.param("case", caseId)
			.param("author", author)
			.param("text", text)
			.param("at", CaseTable.time(at))
			.update();
	}

	List<Comment> all(UUID caseId) {
		return this.jdbc.sql("select * from case_comment where case_id = :id order by at, id")
			.param("id", caseId)
			.query((row, index) -> new Comment(row.getObject("id", UUID.class), row.getString("author"),
					row.getString("content"), CaseTable.instant(row, "at")))
			.list();
	}

}
