package org.gongjian.plaque;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A few paired organisations and their people that only tests know. */
final class PlaqueTown {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	PlaqueTown(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Moves in, once: officers {@code q.officer} and {@code q.officer2}, {@code q.head},
	 * {@code q.deputy}, {@code q.principal}, {@code q.discipline}, {@code q.archivist},
	 * {@code q.supervision}, {@code q.evaluator1} to {@code 3}.
	 */
	void settle() {
		if (this.jdbc.sql("select count(*) from organisation where code = 'QZ1'").query(Integer.class).single() > 0) {
			return;
		}
		organisation("QZ1", "ZONE", "WORKING_COMMITTEE");
		List.of("party-officer:q.officer", "party-officer:q.officer2", "party-head:q.head", "wc-deputy:q.deputy",
				"wc-secretary:q.principal", "discipline:q.discipline", "archivist:q.archivist",
				"supervision:q.supervision", "evaluator:q.evaluator1", "evaluator:q.evaluator2",
				"evaluator:q.evaluator3")
			.forEach((holder) -> holds(holder.split(":")[1], "QZ1", holder.split(":")[0], null));
		this.jdbc.sql("""
				insert into programme (code, title_en, title_zh, starts_on, ends_on, closed, version)
				values ('PT', 'Test', '测试', date '2024-01-01', date '2099-12-31', false, 0)
				""").update();
	}

	/**
	 * Two new organisations that are paired: {@code G<key>} and {@code E<key>} with a
	 * secretary {@code s.G<key>} and a liaison {@code l.G<key>} each.
	 * @return the number of their pairing
	 */
	String pair(String key) {
		organisation("G" + key, "GOVERNMENT", "BRANCH");
		organisation("E" + key, "ENTERPRISE", "BRANCH");
		people("G" + key, "gov");
		people("E" + key, "ent");
		String number = "JT-2026-" + key;
		this.jdbc
			.sql("""
					insert into pairing (id, number, programme, government_org, enterprise_org, status, focus_areas, term_start,
					  term_end, planned_activities, planned_deeds, plaque_requested, key_pair, proposed_at, in_force_on, open_pair,
					  version)
					values (:id, :number, 'PT', :gov, :ent, 'IN_FORCE', 'TEAM', :from, :to, 2, 1, true, false, :then, :from, :pair, 0)
					""")
			.param("id", UUID.randomUUID())
			.param("number", number)
			.param("gov", "G" + key)
			.param("ent", "E" + key)
			.param("from", LocalDate.of(2024, 1, 1))
			.param("to", LocalDate.of(2099, 1, 1))
			.param("then", THEN)
			.param("pair", "G" + key + "|E" + key)
			.update();
		return number;
	}

	private void people(String code, String side) {
		holds("s." + code.toLowerCase(), code, side + "-secretary", code);
		holds("l." + code.toLowerCase(), code, side + "-liaison", code);
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
