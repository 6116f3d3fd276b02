package org.gongjian.operations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A process administrator, an auditor, and somebody who is neither. */
final class Keepers {

	private static final OffsetDateTime THEN = OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final JdbcClient jdbc;

	Keepers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void settle() {
		if (this.jdbc.sql("select count(*) from person where username = 'ops.admin'")
			.query(Integer.class)
			.single() == 0) {
			holds("ops.admin", "process-admin");
			holds("ops.viewer", "viewer");
			holds("ops.nobody", "party-officer");
		}
	}

	private void holds(String username, String role) {
		UUID person = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into person (id, name, search_key, membership, username, active, created_by, created_at, updated_by,
					  updated_at, version)
					values (:id, :name, :name, 'FORMAL', :name, true, 'test', :then, 'test', :then, 0)
					""")
			.param("id", person)
			.param("name", username)
			.param("then", THEN)
			.update();
		this.jdbc.sql("""
				insert into role_assignment (id, person, role, valid_from, ended, created_by, created_at, updated_by,
				  updated_at, version)
				values (:id, :person, :role, :from, false, 'test', :then, 'test', :then, 0)
				""")
			.param("id", UUID.randomUUID())
			.param("person", person)
			.param("role", role)
			.param("from", LocalDate.of(2024, 1, 1))
			.param("then", THEN)
			.update();
	}

}
