package org.gongjian.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code wording}. */
@Repository
class WordingTable {

	private final JdbcClient jdbc;

	WordingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** As a text reads now, if it was ever changed. */
	Optional<WordingVersion> latest(Wording wording) {
		return this.jdbc.sql("select * from wording where name = :name order by version desc fetch first 1 rows only")
			.param("name", wording.name())
			.query(WordingTable::map)
			.optional();
	}

	/** As every text reads now that was ever changed. */
	List<WordingVersion> latest() {
		return this.jdbc.sql("""
				select * from wording w
				where version = (select max(version) from wording newer where newer.name = w.name)
				""").query(WordingTable::map).list();
	}

	/** Every version of a text, the newest first. */
	List<WordingVersion> of(Wording wording) {
		return this.jdbc.sql("select * from wording where name = :name order by version desc")
			.param("name", wording.name())
			.query(WordingTable::map)
			.list();
	}

	/** Adds a version; the key refuses a second one of its number. */
	void insert(WordingVersion version) {
		this.jdbc.sql("""
				insert into wording (name, version, text_en, text_zh, reason, changed_by, changed_at)
				values (:name, :version, :en, :zh, :reason, :by, :at)
				""")
			.param("name", version.wording().name())
			.param("version", version.version())
			.param("en", version.text().en())
			.param("zh", version.text().zh())
			.param("reason", version.reason())
			.param("by", version.changedBy())
			.param("at", Moments.stored(version.changedAt()))
			.update();
	}

	private static WordingVersion map(ResultSet row, int number) throws SQLException {
		return new WordingVersion(Wording.valueOf(row.getString("name")), row.getInt("version"),
				new Bilingual(row.getString("text_en"), row.getString("text_zh")), row.getString("reason"),
				row.getString("changed_by"), Moments.read(row, "changed_at"));
	}

}
