package org.gongjian.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.gongjian.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseTable {

	private final JdbcClient jdbc;

	CaseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, NewCase opened, String definition, String requesterKey, Instant at) {
		this.jdbc.sql("""
				insert into case_file (id, number, process, definition, instance, title_en, title_zh, status,
				  initiator, initiator_org, opened_at, revision, requester_key)
				values (:id, :number, :process, :definition, '', :en, :zh, 'open', :initiator, :org, :at, 0, :key)
				""")
			.param("key", requesterKey)
			.param("id", id)
			.param("number", opened.number())
			.param("process", opened.process())
			.param("definition", definition)
			.param("en", cut(opened.title().en()))
			.param("zh", cut(opened.title().zh()))
			.param("initiator", opened.initiator())
			.param("org", opened.initiatorOrg())
			.param("at", time(at))
			.update();
	}

	void started(UUID id, String definition, String instance) {
		this.jdbc.sql("update case_file set definition = :definition, instance = :instance where id = :id")
			.param("definition", definition)
			.param("instance", instance)
			.param("id", id)
			.update();
	}

	void party(UUID id, String org) {
		this.jdbc.sql("insert into case_party (case_id, org) values (:id, :org)")
			.param("id", id)
			.param("org", org)
			.update();
	}

	void noParty(UUID id, String org) {
		this.jdbc.sql("delete from case_party where case_id = :id and org = :org")
			.param("id", id)
			.param("org", org)
			.update();
	}

	List<String> running(String definition, int most) {
		return this.jdbc.sql("""
				select number from case_file where definition = :definition and status = 'open'
				order by opened_at, number fetch first :most rows only
				""").param("definition", definition).param("most", most).query(String.class).list();
	}

	private static final String FILE = """
			select f.*, (select string_agg(p.org, ',' order by p.org) from case_party p where p.case_id = f.id) as parties
			""";

	Optional<CaseFile> find(String number) {
		return this.jdbc.sql(FILE + "from case_file f where f.number = :number")
			.param("number", number)
			.query((row, index) -> map(row, parties(row)))
			.optional();
	}

	/** A case with its data, as {@link FieldTable#all} has them, in one statement. */
	Optional<SeenCase> withData(String number) {
		List<SeenCase> found = new ArrayList<>();
		Map<String, String> data = new LinkedHashMap<>();
		this.jdbc.sql(FILE + """
				, d.name as field_name, d.content as field_content
				from case_file f left join case_field d on d.case_id = f.id where f.number = :number order by d.name
				""").param("number", number).query((row) -> {
			if (found.isEmpty()) {
				int place = row.getInt("revision") + row.getInt("log_place") + row.getInt("touched");
				found.add(new SeenCase(place, map(row, parties(row)), data));
			}
			if (row.getString("field_name") != null) {
				data.put(row.getString("field_name"), row.getString("field_content"));
			}
		});
		return found.stream().findFirst();
	}

	boolean close(String number, String status, String outcome, Instant at) {
		return this.jdbc.sql("""
				update case_file set status = :status, outcome = :outcome, closed_at = :at
				where number = :number and status = 'open'
				""")
			.param("status", status)
			.param("outcome", outcome)
			.param("at", time(at))
			.param("number", number)
			.update() == 1;
	}

	boolean reopen(String number) {
		return this.jdbc.sql("""
				update case_file set status = 'open', outcome = null, closed_at = null
				where number = :number and status <> 'open'
				""").param("number", number).update() == 1;
	}

	void reserve(String number, String role) {
		this.jdbc.sql("update case_file set reserved_for = :role where number = :number")
			.param("role", role)
			.param("number", number)
			.update();
	}

	void rename(String number, Bilingual title) {
		this.jdbc.sql("update case_file set title_en = :en, title_zh = :zh where number = :number")
			.param("en", cut(title.en()))
			.param("zh", cut(title.zh()))
			.param("number", number)
			.update();
	}

	private static List<String> parties(ResultSet row) throws SQLException {
		String parties = row.getString("parties");
		return (parties == null) ? List.of() : List.of(parties.split(","));
	}

	List<CaseFile> newest(String process, int most) {
		List<CaseFile> bare = this.jdbc.sql("""
				select * from case_file where process = :process order by opened_at desc, number desc
				fetch first :most rows only
				""").param("process", process).param("most", most).query((row, index) -> map(row, List.of())).list();
		Map<UUID, List<String>> parties = parties(bare.stream().map(CaseFile::id).toList());
		return bare.stream().map((file) -> file.withParties(parties.getOrDefault(file.id(), List.of()))).toList();
	}

	Map<UUID, List<String>> parties(Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		record Party(UUID id, String org) {
		}
		return this.jdbc.sql("select case_id, org from case_party where case_id in (:ids) order by org")
			.param("ids", ids)
			.query((row, index) -> new Party(row.getObject("case_id", UUID.class), row.getString("org")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Party::id, Collectors.mapping(Party::org, Collectors.toList())));
	}

	static CaseFile map(ResultSet row, List<String> parties) throws SQLException {
		return new CaseFile(row.getObject("id", UUID.class), row.getString("number"), row.getString("process"),
				row.getString("definition"), row.getString("instance"),
				new Bilingual(row.getString("title_en"), row.getString("title_zh")), row.getString("status"),
				row.getString("outcome"), row.getString("initiator"), row.getString("initiator_org"), parties,
				instant(row, "opened_at"), instant(row, "closed_at"), row.getInt("revision"),
				row.getString("reserved_for"), fact(row), row.getString("requester_key"));
	}

	private static Fact fact(ResultSet row) throws SQLException {
		String en = row.getString("fact_en");
		return (en == null) ? Fact.NONE
				: new Fact(new Bilingual(en, row.getString("fact_zh")), row.getString("fact_key"));
	}

	void fact(String number, Fact fact) {
		this.jdbc.sql("update case_file set fact_en = :en, fact_zh = :zh, fact_key = :key where number = :number")
			.param("en", (fact.text() == null) ? null : fact.text().en())
			.param("zh", (fact.text() == null) ? null : fact.text().zh())
			.param("key", fact.key())
			.param("number", number)
			.update();
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time == null) ? null : time.toInstant();
	}

	static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

	private static String cut(String title) {
		return (title.length() <= 400) ? title : title.substring(0, 399) + "…";
	}

}
