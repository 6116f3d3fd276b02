package org.gongjian.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** People and organisations of meetings that only tests know. */
final class MeetingTown {

	/** Organisations that can be invited. */
	static final List<String> ORGANISATIONS = List.of("MG1", "ME1", "ME2");

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	MeetingTown(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Moves in, once: {@code m.officer}, {@code m.chair}, {@code m.recorder}, and for
	 * each organisation a liaison, {@code m.l.mg1}.
	 */
	void settle() {
		if (this.jdbc.sql("select count(*) from organisation where code = 'MZ1'").query(Integer.class).single() > 0) {
			return;
		}
		organisation("MZ1", "ZONE", "WORKING_COMMITTEE");
		holds("m.officer", "MZ1", "party-officer", null);
		holds("m.chair", "MZ1", "viewer", null);
		holds("m.recorder", "MZ1", "viewer", null);
		ORGANISATIONS.forEach((code) -> {
			boolean government = code.startsWith("MG");
			organisation(code, government ? "GOVERNMENT" : "ENTERPRISE", "BRANCH");
			holds("m.l." + code.toLowerCase(), code, government ? "gov-liaison" : "ent-liaison", code);
		});
		this.jdbc.sql("""
				insert into programme (code, title_en, title_zh, starts_on, ends_on, closed, version)
				values ('PM', 'Test', '测试', date '2024-01-01', date '2099-12-31', false, 0)
				""").update();
		organisation("ME3", "ENTERPRISE", "BRANCH");
		pair();
	}

	/** {@code MG1} and {@code ME3} are paired and never meet. */
	private void pair() {
		this.jdbc
			.sql("""
					insert into pairing (id, number, programme, government_org, enterprise_org, status, focus_areas, term_start,
					  term_end, planned_activities, planned_deeds, plaque_requested, key_pair, proposed_at, in_force_on, open_pair,
					  version)
					values (:id, 'JM-2024-001', 'PM', 'MG1', 'ME3', 'IN_FORCE', 'TEAM', :from, :to, 2, 1, true, false, :then, :from,
					  'MG1|ME3', 0)
					""")
			.param("id", UUID.randomUUID())
			.param("from", LocalDate.of(2024, 1, 1))
			.param("to", LocalDate.of(2099, 1, 1))
			.param("then", THEN)
			.update();
	}

	/** The person behind an account. */
	String person(String username) {
		return this.jdbc.sql("select id from person where username = :name")
			.param("name", username)
			.query(UUID.class)
			.single()
			.toString();
	}

	private void organisation(String code, String side, String type) {
		this.jdbc.sql("""
				insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:code, :en, :zh, :key, :side, :type, true, 'test', :then, 'test', :then, 0)
				""")
			.param("code", code)
			.param("en", "Branch " + code)
			.param("zh", "支部" + code)
			.param("key", code.toLowerCase())
			.param("side", side)
			.param("type", type)
			.param("then", THEN)
			.update();
	}

	private void holds(String username, String home, String role, String org) {
		UUID person = UUID.randomUUID();
		this.jdbc.sql("""
				insert into person (id, name, search_key, organisation_code, membership, username, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :name, :name, :org, 'FORMAL', :name, true, 'test', :then, 'test', :then, 0)
				""").param("id", person).param("name", username).param("org", home).param("then", THEN).update();
		this.jdbc.sql("""
				insert into role_assignment (id, person, role, organisation_code, valid_from, ended, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :person, :role, :org, :from, false, 'test', :then, 'test', :then, 0)
				""")
			.param("id", UUID.randomUUID())
			.param("person", person)
			.param("role", role)
			.param("org", org)
			.param("from", LocalDate.of(2024, 1, 1))
			.param("then", THEN)
			.update();
	}

}
