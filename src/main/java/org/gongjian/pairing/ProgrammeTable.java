package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.shared.Bilingual;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProgrammeTable {

	private final JdbcClient jdbc;

	ProgrammeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Programme> find(String code) {
		return this.jdbc.sql("select * from programme where code = :code")
			.param("code", code)
			.query(ProgrammeTable::map)
			.optional();
	}

	List<Programme> all() {
		return this.jdbc.sql("select * from programme order by starts_on desc, code").query(ProgrammeTable::map).list();
	}

	/** Makes whoever reserves list items wait for each other. */
	void lockAll() {
		this.jdbc.sql("select code from programme order by code for update").query(String.class).list();
	}

	/** How many pairings of a programme are in each state. */
	Map<PairingStatus, Integer> states(String programme) {
		var counts = new EnumMap<PairingStatus, Integer>(PairingStatus.class);
		this.jdbc.sql("select status, count(*) as pairs from pairing where programme = :programme group by status")
			.param("programme", programme)
			.query((row, number) -> counts.put(PairingStatus.valueOf(row.getString("status")), row.getInt("pairs")))
			.list();
		return counts;
	}

	void insert(Programme programme) {
		this.jdbc
			.sql("""
					insert into programme (code, title_en, title_zh, doc_no, starts_on, ends_on, max_per_gov, max_per_ent, closed,
					  provenance, version)
					values (:code, :en, :zh, :doc, :start, :end, :gov, :ent, :closed, :provenance, 0)
					""")
			.param("code", programme.code())
			.param("en", programme.title().en())
			.param("zh", programme.title().zh())
			.param("doc", programme.docNo())
			.param("start", programme.startsOn())
			.param("end", programme.endsOn())
			.param("gov", programme.maxPerGov())
			.param("ent", programme.maxPerEnt())
			.param("closed", programme.closed())
			.param("provenance", programme.provenance())
			.update();
	}

	boolean update(Programme programme) {
		return this.jdbc.sql("""
				update programme set title_en = :en, title_zh = :zh, doc_no = :doc, starts_on = :start, ends_on = :end,
				  max_per_gov = :gov, max_per_ent = :ent, closed = :closed,
				  version = version + 1
				where code = :code and version = :version
				""")
			.param("code", programme.code())
			.param("en", programme.title().en())
			.param("zh", programme.title().zh())
			.param("doc", programme.docNo())
			.param("start", programme.startsOn())
			.param("end", programme.endsOn())
			.param("gov", programme.maxPerGov())
			.param("ent", programme.maxPerEnt())
			.param("closed", programme.closed())
			.param("version", programme.version())
			.update() == 1;
	}

	private static Programme map(ResultSet row, int number) throws SQLException {
		return new Programme(row.getString("code"), new Bilingual(row.getString("title_en"), row.getString("title_zh")),
				row.getString("doc_no"), row.getObject("starts_on", LocalDate.class),
				row.getObject("ends_on", LocalDate.class), row.getObject("max_per_gov", Integer.class),
				row.getObject("max_per_ent", Integer.class), row.getBoolean("closed"), row.getString("provenance"),
				row.getInt("version"));
	}

}
