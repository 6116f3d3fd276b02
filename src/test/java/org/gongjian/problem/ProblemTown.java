package org.gongjian.problem;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and people that only the tests of problems know. */
final class ProblemTown {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	ProblemTown(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void settle() {
		if (this.jdbc.sql("select count(*) from organisation where code = 'XG1'").query(Integer.class).single() > 0) {
			this.jdbc.sql("update role_assignment set ended = false where created_by = 'problem-test'").update();
			return;
		}
		organisation("XZ1", "ZONE");
		organisation("XZ2", "ZONE");
		organisation("XG1", "GOVERNMENT");
		organisation("XE1", "ENTERPRISE");
		organisation("XE2", "ENTERPRISE");
		organisation("XD1", "DEPARTMENT");
		organisation("XD2", "DEPARTMENT");
		for (String role : new String[] { "party-officer", "party-head", "wc-deputy", "wc-secretary", "discipline",
				"supervision" }) {
			holds("x." + role, "XZ1", role, null);
		}
		holds("x.desk", "XZ2", "service-desk", null);
		holds("x.desk2", "XZ2", "service-desk", null);
		holds("xg1.secretary", "XG1", "gov-secretary", "XG1");
		for (String code : new String[] { "XE1", "XE2" }) {
			holds(code.toLowerCase() + ".liaison", code, "ent-liaison", code);
			holds(code.toLowerCase() + ".secretary", code, "ent-secretary", code);
		}
		for (String code : new String[] { "XD1", "XD2" }) {
			holds(code.toLowerCase() + ".head", code, "dept-head", code);
			holds(code.toLowerCase() + ".handler", code, "dept-handler", code);
		}
		pair();
	}

	/** Takes the roles of the zone away again, for the tests of others. */
	void leave() {
		this.jdbc.sql("update role_assignment set ended = true where created_by = 'problem-test'").update();
	}

	String person(String username) {
		return this.jdbc.sql("select id from person where username = :name")
			.param("name", username)
			.query(UUID.class)
			.single()
			.toString();
	}

	private void pair() {
		this.jdbc.sql("""
				insert into programme (code, title_en, title_zh, starts_on, ends_on, closed, version)
				values ('X-TEST', 'Test', '测试', date '2024-01-01', date '2024-12-31', true, 0)
				""").update();
		this.jdbc
			.sql("""
					insert into pairing (id, number, programme, government_org, enterprise_org, status, focus_areas, term_start,
					  term_end, planned_activities, planned_deeds, plaque_requested, key_pair, proposed_at, in_force_on,
					  open_pair, version)
					values (:id, 'JD-X-1', 'X-TEST', 'XG1', 'XE1', 'IN_FORCE', '', date '2026-01-01', date '2099-12-31', 1, 1,
					  false, false, :then, date '2026-01-01', 'XG1/XE1', 0)
					""")
			.param("id", UUID.randomUUID())
			.param("then", THEN)
			.update();
	}

	private void organisation(String code, String side) {
		this.jdbc.sql("""
				insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:code, :en, :zh, :code, :side, :type, true, 'test', :then, 'test', :then, 0)
				""")
			.param("code", code)
			.param("en", "Unit " + code)
			.param("zh", "测试" + code)
			.param("side", side)
			.param("type", side.equals("DEPARTMENT") ? "DEPARTMENT" : "BRANCH")
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
				values (:id, :person, :role, :org, :from, false, 'problem-test', :then, 'test', :then, 0)
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
