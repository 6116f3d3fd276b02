package org.gongjian.support;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets organisations and people that only a test knows move into the house. */
public final class Settlers {

	private final JdbcClient jdbc;

	private final Rows rows;

	private final String by;

	/**
	 * Made for one test.
	 * @param by the mark on what is written, to take it away again
	 */
	public Settlers(JdbcClient jdbc, String by) {
		this.jdbc = jdbc;
		this.rows = new Rows(jdbc);
		this.by = by;
	}

	/** Whether an organisation is there already. */
	public boolean settled(String code) {
		return this.jdbc.sql("select count(*) from organisation where code = :code")
			.param("code", code)
			.query(Integer.class)
			.single() > 0;
	}

	/** An active organisation. */
	public void organisation(String code, String en, String zh, String side, String type) {
		this.rows.insert("organisation", "code", code, "name_en", en, "name_zh", zh, "search_key",
				code.toLowerCase(java.util.Locale.ROOT), "side", side, "org_type", type, "active", true);
	}

	/**
	 * Gives a role from 2024 on to somebody, who is born if not there yet.
	 * @param org the organisation the role is held in, or {@code null}
	 */
	public void holds(String username, String home, String role, String org) {
		UUID known = person(username);
		UUID person = (known == null) ? born(username, home) : known;
		this.rows.insert("role_assignment", "person", person, "role", role, "organisation_code", org, "valid_from",
				LocalDate.of(2024, 1, 1), "created_by", this.by);
	}

	/** The person behind an account, or {@code null}. */
	public UUID person(String username) {
		return this.jdbc.sql("select id from person where username = :name")
			.param("name", username)
			.query(UUID.class)
			.optional()
			.orElse(null);
	}

	private UUID born(String username, String home) {
		return this.rows.insert("person", "name", username, "search_key", username, "organisation_code", home,
				"membership", "FORMAL", "username", username, "active", true);
	}

	/** Takes away every role given. */
	public void leave() {
		this.jdbc.sql("update role_assignment set ended = true where created_by = :by").param("by", this.by).update();
	}

	/** Gives them back. */
	public void comeBack() {
		this.jdbc.sql("update role_assignment set ended = false where created_by = :by").param("by", this.by).update();
	}

	/** A programme, going on or closed. */
	public void programme(String code, boolean closed) {
		this.rows.insert("programme", "code", code, "title_en", "Test programme", "title_zh", "测试方案", "ends_on",
				LocalDate.of(2099, 12, 31), "closed", closed);
	}

	/** A pairing in force from 2024 on. */
	public void pairing(String number, String programme, String government, String enterprise) {
		this.rows.insert("pairing", "number", number, "programme", programme, "government_org", government,
				"enterprise_org", enterprise, "status", "IN_FORCE", "focus_areas", "TEAM", "term_end",
				LocalDate.of(2099, 1, 1), "planned_activities", 2, "planned_deeds", 1, "plaque_requested", true,
				"in_force_on", LocalDate.of(2024, 1, 1), "open_pair", government + "|" + enterprise);
	}

}
