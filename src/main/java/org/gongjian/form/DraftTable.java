package org.gongjian.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftTable {

	private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper mapper = JsonMapper.builder().build();

	DraftTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Draft> find(String owner, String kind, String subject) {
		if (!Drafts.perhaps(subject)) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select owner, kind, subject, data, comment, updated_at, version, edited_by from draft
				where owner = :owner and kind = :kind and subject = :subject
				""").param("owner", owner).param("kind", kind).param("subject", subject).query(this::map).optional();
	}

	List<Draft> ofOwner(String owner, String kind) {
		return this.jdbc.sql("""
				select owner, kind, subject, data, comment, updated_at, version, edited_by from draft
				where owner = :owner and kind = :kind order by updated_at desc
				""").param("owner", owner).param("kind", kind).query(this::map).list();
	}

	/** Keeps a newer version, if the one it follows is still the newest. */
	boolean update(Draft draft, int follows) {
		return this.jdbc
			.sql("""
					update draft set data = :data, comment = :comment, updated_at = :updatedAt, version = :version, edited_by = :by
					where owner = :owner and kind = :kind and subject = :subject and version = :follows
					""")
			.param("data", json(draft.data()))
			.param("comment", draft.comment())
			.param("updatedAt", at(draft.updatedAt()))
			.param("version", draft.version())
			.param("owner", draft.owner())
			.param("kind", draft.kind())
			.param("subject", draft.subject())
			.param("follows", follows)
			.param("by", draft.editedBy())
			.update() == 1;
	}

	void insert(Draft draft) {
		this.jdbc.sql("""
				insert into draft (owner, kind, subject, data, comment, updated_at, version, edited_by)
				values (:owner, :kind, :subject, :data, :comment, :updatedAt, :version, :by)
				""")
			.param("owner", draft.owner())
			.param("kind", draft.kind())
			.param("subject", draft.subject())
			.param("data", json(draft.data()))
			.param("comment", draft.comment())
			.param("updatedAt", at(draft.updatedAt()))
			.param("version", draft.version())
			.param("by", draft.editedBy())
			.update();
	}

	void delete(String owner, String kind, String subject) {
		this.jdbc.sql("delete from draft where owner = :owner and kind = :kind and subject = :subject")
			.param("owner", owner)
			.param("kind", kind)
			.param("subject", subject)
			.update();
	}

	void deleteOlder(Instant moment) {
		this.jdbc.sql("delete from draft where updated_at < :moment").param("moment", at(moment)).update();
	}

	String json(Map<String, Object> data) {
		return this.mapper.writeValueAsString(data);
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private Draft map(ResultSet row, int number) throws SQLException {
		return new Draft(row.getString("owner"), row.getString("kind"), row.getString("subject"),
				this.mapper.readValue(row.getString("data"), MAP), row.getString("comment"),
				row.getObject("updated_at", OffsetDateTime.class).toInstant(), row.getInt("version"),
				row.getString("edited_by"));
	}

}
