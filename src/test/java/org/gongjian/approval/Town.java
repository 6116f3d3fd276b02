package org.gongjian.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A few organisations and people of a town that only tests know. */
public final class Town {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	public Town(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void settle() {
		if (this.jdbc.sql("select count(*) from organisation where code = 'TG1'").query(Integer.class).single() > 0) {
			return;
		}
		organisation("TZ1", "ZONE", "WORKING_COMMITTEE");
		organisation("TG1", "GOVERNMENT", "BRANCH");
		organisation("TE1", "ENTERPRISE", "BRANCH");
		organisation("TE2", "ENTERPRISE", "BRANCH");
		holds("t.liaison", "TG1", "gov-liaison", "TG1");
		holds("t.secretary", "TG1", "gov-secretary", "TG1");
		holds("t.ent", "TE1", "ent-secretary", "TE1");
		holds("t.stranger", "TE2", "ent-secretary", "TE2");
		holds("t.officer", "TZ1", "party-officer", null);
		holds("t.officer2", "TZ1", "party-officer", null);
		holds("t.head", "TZ1", "party-head", null);
		holds("t.deputy", "TZ1", "wc-deputy", null);
		holds("t.safety", "TG1", "safety", null);
	}

	private void organisation(String code, String side, String type) {
		this.jdbc.sql("""
				insert into organisation (code, name_en, name_zh, search_key, side, org_type, active, created_by,
				  created_at, updated_by, updated_at, version)
				values (:code, :code, :code, :code, :side, :type, true, 'test', :then, 'test', :then, 0)
				""").param("code", code).param("side", side).param("type", type).param("then", THEN).update();
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
