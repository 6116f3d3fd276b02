package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code role_assignment}. */
@Repository
class AssignmentTable {

	private final JdbcClient jdbc;

	AssignmentTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Assignment> find(UUID id) {
		return this.jdbc.sql("select * from role_assignment where id = :id")
			.param("id", id)
			.query(AssignmentTable::map)
			.optional();
	}

	/**
	 * Accounts of the active people who hold a role on a day, deputies among them while
	 * the assignment they stand in for counts.
	 * @param roles role ids
	 * @param organisation the organisation, or {@code null} for roles without one
	 */
	List<String> holders(Collection<String> roles, String organisation, LocalDate day) {
		return this.jdbc.sql("""
				select distinct person.username from role_assignment held
				join person on person.id = held.person
				left join role_assignment deputised on deputised.id = held.deputy_of
				where held.role in (:roles)
				  and (held.organisation_code = :organisation
				    or (held.organisation_code is null and cast(:organisation as varchar(20)) is null))
				  and person.active and person.username is not null
				  and not held.ended and held.valid_from <= :day and (held.valid_to is null or held.valid_to >= :day)
				  and (held.deputy_of is null or (not deputised.ended and deputised.valid_from <= :day
				    and (deputised.valid_to is null or deputised.valid_to >= :day)))
				order by person.username
				""")
			.param("roles", roles)
			.param("organisation", organisation)
			.param("day", day)
			.query(String.class)
			.list();
	}

	/** What the account's active person holds on a day, as in {@link #holders}. */
	List<Assignment> heldBy(String username, LocalDate day) {
		return this.jdbc.sql("""
				select held.* from role_assignment held
				join person on person.id = held.person
				left join role_assignment deputised on deputised.id = held.deputy_of
				where person.username = :username and person.active
				  and not held.ended and held.valid_from <= :day and (held.valid_to is null or held.valid_to >= :day)
				  and (held.deputy_of is null or (not deputised.ended and deputised.valid_from <= :day
				    and (deputised.valid_to is null or deputised.valid_to >= :day)))
				order by held.role, held.organisation_code
				""").param("username", username).param("day", day).query(AssignmentTable::map).list();
	}

	/** Everything a person ever held, newest first. */
	List<Assignment> ofPerson(UUID person) {
		return this.jdbc.sql("""
				select * from role_assignment where person = :person
				order by valid_from desc, role, organisation_code
				""").param("person", person).query(AssignmentTable::map).list();
	}

	/** Everything held in an organisation, newest first. */
	List<Assignment> ofOrganisation(String organisation) {
		return this.jdbc.sql("""
				select * from role_assignment where organisation_code = :organisation
				order by role, valid_from desc
				""").param("organisation", organisation).query(AssignmentTable::map).list();
	}

	/** Those that stand in for an assignment. */
	List<Assignment> deputies(UUID assignment) {
		return this.jdbc.sql("select * from role_assignment where deputy_of = :assignment order by valid_from desc")
			.param("assignment", assignment)
			.query(AssignmentTable::map)
			.list();
	}

	/**
	 * A page of the list.
	 * @param pattern a folded pattern over the people's names with {@code !} as escape
	 * @param role or {@code null} for all, likewise organisation
	 * @param state {@code current}, {@code future}, {@code past} or {@code null} for all
	 */
	List<Assignment> page(String pattern, String role, String organisation, String state, LocalDate today, int offset,
			int limit) {
		return this.jdbc.sql("""
				select held.* from role_assignment held
				join person on person.id = held.person
				where person.search_key like :pattern escape '!'
				  and (cast(:role as varchar(30)) is null or held.role = :role)
				  and (cast(:organisation as varchar(20)) is null or held.organisation_code = :organisation)
				  and (cast(:state as varchar(10)) is null
				    or (:state = 'past' and (held.ended or held.valid_to < :today))
				    or (:state = 'future' and not held.ended and held.valid_from > :today)
				    or (:state = 'current' and not held.ended and held.valid_from <= :today
				      and (held.valid_to is null or held.valid_to >= :today)))
				order by held.role, held.organisation_code, held.valid_from desc, held.id
				offset :offset rows fetch next :limit rows only
				""")
			.param("pattern", pattern)
			.param("role", role)
			.param("organisation", organisation)
			.param("state", state)
			.param("today", today)
			.param("offset", offset)
			.param("limit", limit)
			.query(AssignmentTable::map)
			.list();
	}

	/**
	 * An assignment of the same person to the same role whose days overlap; deputies and
	 * principals alike.
	 */
	Optional<Assignment> overlapping(Assignment assignment) {
		return this.jdbc.sql("""
				select * from role_assignment
				where person = :person and role = :role and id <> :id and not ended
				  and (organisation_code = :organisation
				    or (organisation_code is null and cast(:organisation as varchar(20)) is null))
				  and (cast(:to as date) is null or valid_from <= :to)
				  and (valid_to is null or valid_to >= :from)
				order by valid_from
				fetch first 1 rows only
				""")
			.param("person", assignment.person())
			.param("role", assignment.role().id())
			.param("id", assignment.id())
			.param("organisation", assignment.orgCode())
			.param("to", assignment.to())
			.param("from", assignment.from())
			.query(AssignmentTable::map)
			.optional();
	}

	/** Active organisations where somebody holds the role today but nobody is deputy. */
	List<Assignment> withoutDeputy(LocalDate today) {
		return this.jdbc
			.sql("""
					select held.* from role_assignment held
					join person on person.id = held.person
					where held.organisation_code is not null and held.deputy_of is null and person.active
					  and not held.ended and held.valid_from <= :today and (held.valid_to is null or held.valid_to >= :today)
					  and not exists (
					    select 1 from role_assignment other
					    where other.role = held.role and other.organisation_code = held.organisation_code
					      and other.id <> held.id and not other.ended and other.valid_from <= :today
					      and (other.valid_to is null or other.valid_to >= :today))
					order by held.organisation_code, held.role
					""")
			.param("today", today)
			.query(AssignmentTable::map)
			.list();
	}

	void insert(Assignment assignment, String by, Instant at) {
		bind(this.jdbc
			.sql("""
					insert into role_assignment (id, person, role, organisation_code, valid_from, valid_to, ended, deputy_of,
					  note, provenance, created_by, created_at, updated_by, updated_at, version)
					values (:id, :person, :role, :organisation, :from, :to, false, :deputyOf,
					  :note, :provenance, :by, :at, :by, :at, 0)
					"""),
				assignment)
			.param("person", assignment.person())
			.param("role", assignment.role().id())
			.param("organisation", assignment.orgCode())
			.param("provenance", assignment.provenance())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update();
	}

	/**
	 * Changes days, deputy and note, unless somebody else changed it since; who holds
	 * what where is for ever.
	 */
	boolean update(Assignment assignment, String by, Instant at) {
		return bind(this.jdbc.sql("""
				update role_assignment
				set valid_from = :from, valid_to = :to, deputy_of = :deputyOf, note = :note, updated_by = :by,
				  updated_at = :at, version = version + 1
				where id = :id and version = :version and not ended
				"""), assignment).param("version", assignment.version())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update() == 1;
	}

	/** Takes an assignment away at once, unless somebody else changed it since. */
	boolean end(UUID id, int version, String by, Instant at) {
		return this.jdbc.sql("""
				update role_assignment
				set ended = true, updated_by = :by, updated_at = :at, version = version + 1
				where id = :id and version = :version and not ended
				""")
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.param("id", id)
			.param("version", version)
			.update() == 1;
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Assignment assignment) {
		return statement.param("id", assignment.id())
			.param("from", assignment.from())
			.param("to", assignment.to())
			.param("deputyOf", assignment.deputyOf(), java.sql.Types.OTHER)
			.param("note", assignment.note());
	}

	static Assignment map(ResultSet row, int number) throws SQLException {
		return new Assignment(row.getObject("id", UUID.class), row.getObject("person", UUID.class),
				Role.of(row.getString("role")).orElseThrow(), row.getString("organisation_code"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
				row.getBoolean("ended"), row.getObject("deputy_of", UUID.class), row.getString("note"),
				row.getString("provenance"), row.getString("updated_by"), OrganisationTable.instant(row, "updated_at"),
				row.getInt("version"));
	}

}
