package org.gongjian.pairing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.shared.Bilingual;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and people that only the tests of pairings know. */
final class PairingTown {

	static final String PROGRAMME = "JH-TEST";

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private static final Map<String, String> PERSONS = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	PairingTown(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void settle() {
		if (this.jdbc.sql("select count(*) from organisation where code = 'PG1'").query(Integer.class).single() == 0) {
			organisation("PZ1", "ZONE", "WORKING_COMMITTEE");
			for (int i = 1; i <= 9; i++) {
				organisation("PG" + i, "GOVERNMENT", "BRANCH");
			}
			for (int i = 1; i <= 60; i++) {
				organisation("PE" + i, "ENTERPRISE", "BRANCH");
			}
			new ProgrammeTable(this.jdbc).insert(new Programme(PROGRAMME, new Bilingual("Test programme", "测试方案"), null,
					LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31), 50, 50, false, "D", 0));
		}
		zone("p.officer", "party-officer");
		zone("p.head", "party-head");
		zone("p.deputy", "wc-deputy");
		zone("p.secretary", "wc-secretary");
		zone("p.discipline", "discipline");
		zone("p.archivist", "archivist");
		zone("p.admin", "process-admin");
		side("PG1", "gov");
		side("PG2", "gov");
	}

	/** The liaison and the secretary of an enterprise, {@code pe1.liaison}. */
	void enterprise(String code) {
		side(code, "ent");
	}

	/** Takes the roles of the zone away again, for the tests of others. */
	void leave() {
		this.jdbc.sql("update role_assignment set ended = true where created_by = 'pairing-test'").update();
		PERSONS.clear();
	}

	static String person(String username) {
		return PERSONS.get(username);
	}

	/** A role of the zone for one more person. */
	void holds(String username, String role) {
		zone(username, role);
	}

	private void zone(String username, String role) {
		holds(username, "PZ1", role, null);
	}

	private void side(String code, String side) {
		String name = code.toLowerCase(java.util.Locale.ROOT);
		holds(name + ".liaison", code, side + "-liaison", code);
		holds(name + ".secretary", code, side + "-secretary", code);
	}

	private void organisation(String code, String side, String type) {
		this.jdbc.sql("""
				insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:code, :en, :zh, :code, :side, :type, true, 'test', :then, 'test', :then, 0)
				""")
			.param("code", code)
			.param("en", "Branch " + code)
			.param("zh", "测试" + code + "党支部")
			.param("side", side)
			.param("type", type)
			.param("then", THEN)
			.update();
	}

	private void holds(String username, String home, String role, String org) {
		if (PERSONS.containsKey(username)) {
			return;
		}
		UUID person = this.jdbc.sql("select id from person where username = :name")
			.param("name", username)
			.query(UUID.class)
			.optional()
			.orElseGet(() -> born(username, home));
		PERSONS.put(username, person.toString());
		this.jdbc.sql("""
				insert into role_assignment (id, person, role, organisation_code, valid_from, ended, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :person, :role, :org, :from, false, 'pairing-test', :then, 'test', :then, 0)
				""")
			.param("id", UUID.randomUUID())
			.param("person", person)
			.param("role", role)
			.param("org", org)
			.param("from", LocalDate.of(2024, 1, 1))
			.param("then", THEN)
			.update();
	}

	private UUID born(String username, String home) {
		UUID person = UUID.randomUUID();
		this.jdbc.sql("""
				insert into person (id, name, search_key, organisation_code, membership, username, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :name, :name, :org, 'FORMAL', :name, true, 'test', :then, 'test', :then, 0)
				""").param("id", person).param("name", username).param("org", home).param("then", THEN).update();
		return person;
	}

}
