package org.gongjian.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.gongjian.shared.OneRow;
import org.gongjian.shared.Overtaken;
import org.gongjian.studio.DiagramDraft.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code diagram_draft}, {@code _file} and {@code _editor}. */
@Repository
class DraftStore {

	private final JdbcClient jdbc;

	DraftStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(DiagramDraft draft) {
		this.jdbc.sql("""
				insert into diagram_draft (id, process, base_definition, base_version, xml, note, state, content_hash,
				  author, created_at, updated_by, updated_at, version)
				values (:id, :process, :base, :number, :xml, :note, 'EDITING', :hash, :author, :at, :author, :at, 0)
				""")
			.param("id", draft.id())
			.param("process", draft.process())
			.param("base", draft.baseDefinition())
			.param("number", draft.baseVersion())
			.param("xml", draft.xml())
			.param("note", draft.note())
			.param("hash", draft.hash())
			.param("author", draft.author())
			.param("at", Moments.stored(draft.createdAt()))
			.update();
		edited(draft.id(), draft.author());
	}

	/**
	 * Changes a draft that is still as it was seen.
	 * @throws Overtaken if it is not the one any more that was looked at
	 */
	void keep(DiagramDraft draft, int seen) {
		if (!update(draft, seen)) {
			DiagramDraft now = find(draft.id()).orElseThrow();
			throw new Overtaken("studio.draft.changed", now.updatedBy(), now.updatedAt(), now.state().name());
		}
	}

	boolean update(DiagramDraft draft, int seen) {
		return this.jdbc.sql("""
				update diagram_draft set xml = :xml, note = :note, state = :state, content_hash = :hash,
				  updated_by = :by, updated_at = :at, submitted_by = :submittedBy, submitted_at = :submittedAt,
				  decided_by = :decidedBy, decided_at = :decidedAt, reason = :reason, released = :released,
				  version = version + 1
				where id = :id and version = :seen
				""")
			.param("xml", draft.xml())
			.param("note", draft.note())
			.param("state", draft.state().name())
			.param("hash", draft.hash())
			.param("by", draft.updatedBy())
			.param("at", Moments.stored(draft.updatedAt()))
			.param("submittedBy", draft.submittedBy())
			.param("submittedAt", Moments.stored(draft.submittedAt()))
			.param("decidedBy", draft.decidedBy())
			.param("decidedAt", Moments.stored(draft.decidedAt()))
			.param("reason", draft.reason())
			.param("released", draft.released())
			.param("id", draft.id())
			.param("seen", seen)
			.update() == 1;
	}

	Optional<DiagramDraft> find(UUID id) {
		return this.jdbc.sql("select * from diagram_draft where id = :id")
			.param("id", id)
			.query(DraftStore::map)
			.optional();
	}

	List<DiagramDraft> open() {
		return this.jdbc.sql("select * from diagram_draft where state <> 'RELEASED' order by updated_at desc, id")
			.query(DraftStore::map)
			.list();
	}

	/** A draft of this content that somebody began and nobody submitted yet. */
	Optional<DiagramDraft> begun(String author, String process, String hash) {
		return this.jdbc.sql("""
				select * from diagram_draft where process = :process and author = :author and content_hash = :hash
				  and state = 'EDITING' order by created_at desc, id limit 1
				""")
			.param("process", process)
			.param("author", author)
			.param("hash", hash)
			.query(DraftStore::map)
			.optional();
	}

	/** What became versions of a process, by definition. */
	Map<String, DiagramDraft> released(String process) {
		Map<String, DiagramDraft> drafts = new TreeMap<>();
		this.jdbc.sql("select * from diagram_draft where process = :process and state = 'RELEASED'")
			.param("process", process)
			.query(DraftStore::map)
			.list()
			.forEach((draft) -> drafts.put(draft.released(), draft));
		return drafts;
	}

	void edited(UUID draft, String username) {
		OneRow.insert(this.jdbc, "diagram_draft_editor", Map.of("draft", draft, "username", username), Map.of());
	}

	Set<String> editors(UUID draft) {
		return Set.copyOf(this.jdbc.sql("select username from diagram_draft_editor where draft = :draft")
			.param("draft", draft)
			.query(String.class)
			.list());
	}

	Map<String, String> files(UUID draft) {
		Map<String, String> files = new TreeMap<>();
		this.jdbc.sql("select name, content from diagram_draft_file where draft = :draft")
			.param("draft", draft)
			.query((row, number) -> files.put(row.getString("name"), row.getString("content")))
			.list();
		return files;
	}

	void file(UUID draft, String name, String content) {
		this.jdbc.sql("delete from diagram_draft_file where draft = :draft and name = :name")
			.param("draft", draft)
			.param("name", name)
			.update();
		this.jdbc.sql("insert into diagram_draft_file (draft, name, content) values (:draft, :name, :content)")
			.param("draft", draft)
			.param("name", name)
			.param("content", content)
			.update();
	}

	/** Notes when a draft becomes a version. */
	void plan(UUID draft, Instant due) {
		unplan(draft);
		this.jdbc.sql("insert into planned_release (draft, due_at) values (:draft, :due)")
			.param("draft", draft)
			.param("due", Moments.stored(due))
			.update();
	}

	void unplan(UUID draft) {
		this.jdbc.sql("delete from planned_release where draft = :draft").param("draft", draft).update();
	}

	Optional<Instant> planned(UUID draft) {
		return this.jdbc.sql("select due_at from planned_release where draft = :draft")
			.param("draft", draft)
			.query((row, number) -> Moments.read(row, "due_at"))
			.optional();
	}

	/** The drafts that are to be versions by now, in their order. */
	List<UUID> due(Instant now) {
		return this.jdbc.sql("select draft from planned_release where due_at <= :now order by due_at, draft")
			.param("now", Moments.stored(now))
			.query(UUID.class)
			.list();
	}

	private static DiagramDraft map(ResultSet row, int number) throws SQLException {
		Instant created = Moments.read(row, "created_at");
		return new DiagramDraft(row.getObject("id", UUID.class), row.getString("process"),
				row.getString("base_definition"), row.getObject("base_version", Integer.class), row.getString("xml"),
				row.getString("note"), State.valueOf(row.getString("state")), row.getString("content_hash"),
				row.getString("author"), created, row.getString("updated_by"), Moments.read(row, "updated_at"),
				row.getString("submitted_by"), Moments.read(row, "submitted_at"), row.getString("decided_by"),
				Moments.read(row, "decided_at"), row.getString("reason"), row.getString("released"),
				row.getInt("version"));
	}

}
