package org.gongjian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code person}. */
@Repository
class PersonTable {

	private final JdbcClient jdbc;

	PersonTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Person> find(UUID id) {
		return this.jdbc.sql("select * from person where id = :id").param("id", id).query(PersonTable::map).optional();
	}

	List<Person> all(Collection<UUID> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("select * from person where id in (:ids)")
					.param("ids", ids)
					.query(PersonTable::map)
					.list();
	}

	Optional<Person> byUsername(String username) {
		return this.jdbc.sql("select * from person where username = :username")
			.param("username", username)
			.query(PersonTable::map)
			.optional();
	}

	List<Person> byUsernames(Collection<String> usernames) {
		return this.jdbc.sql("select * from person where username in (:usernames)")
			.param("usernames", usernames)
			.query(PersonTable::map)
			.list();
	}

	/** People of that name in that organisation, or without one. */
	List<Person> byName(String name, String organisation) {
		return this.jdbc.sql("""
				select * from person
				where name = :name and (organisation_code = :organisation
				  or (organisation_code is null and cast(:organisation as varchar(20)) is null))
				order by created_at
				""").param("name", name).param("organisation", organisation).query(PersonTable::map).list();
	}

	/**
	 * A page of the list, by search key and id.
	 * @param pattern a folded pattern with {@code !} as escape
	 * @param organisation or {@code null} for all, likewise active
	 * @param after the last person of the page before, or {@code null}
	 */
	List<Person> page(String pattern, String organisation, Boolean active, UUID after, int limit) {
		return this.jdbc.sql("""
				select person.* from person
				left join person last on last.id = :after
				where person.search_key like :pattern escape '!'
				  and (cast(:organisation as varchar(20)) is null or person.organisation_code = :organisation)
				  and (cast(:active as boolean) is null or person.active = :active)
				  and (last.id is null or person.search_key > last.search_key
				    or (person.search_key = last.search_key and person.id > last.id))
				order by person.search_key, person.id
				limit :limit
				""")
			.param("after", after, java.sql.Types.OTHER)
			.param("pattern", pattern)
			.param("organisation", organisation)
			.param("active", active)
			.param("limit", limit)
			.query(PersonTable::map)
			.list();
	}

	/** Of these accounts, those whose people belong to one of the organisations today. */
	Set<String> belonging(Collection<String> usernames, Collection<String> organisations, LocalDate today) {
		if (usernames.isEmpty() || organisations.isEmpty()) {
			return Set.of();
		}
		return new TreeSet<>(this.jdbc.sql("""
				select person.username from person
				where person.username in (:usernames)
				  and (person.organisation_code in (:organisations) or exists (
				    select 1 from role_assignment
				    where role_assignment.person = person.id
				      and role_assignment.organisation_code in (:organisations)
				      and not role_assignment.ended and role_assignment.valid_from <= :today
				      and (role_assignment.valid_to is null or role_assignment.valid_to >= :today)))
				""")
			.param("usernames", usernames)
			.param("organisations", organisations)
			.param("today", today)
			.query(String.class)
			.list());
	}

	void insert(Person person, String by, Instant at) {
		bind(this.jdbc.sql("""
				insert into person (id, name, name_en, search_key, organisation_code, job, membership, phone, username,
				  note, active, provenance, created_by, created_at, updated_by, updated_at, version)
				values (:id, :name, :nameEn, :searchKey, :organisation, :job, :membership, :phone, :username,
				  :note, true, :provenance, :by, :at, :by, :at, 0)
				"""), person).param("provenance", person.provenance())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update();
	}

	/** Changes everything, unless somebody else changed it since. */
	boolean update(Person person, String by, Instant at) {
		return bind(this.jdbc.sql("""
				update person
				set name = :name, name_en = :nameEn, search_key = :searchKey, organisation_code = :organisation,
				  job = :job, membership = :membership, phone = :phone, username = :username, note = :note,
				  updated_by = :by, updated_at = :at, version = version + 1
				where id = :id and version = :version
				"""), person).param("version", person.version())
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.update() == 1;
	}

	/** Ends a person, unless somebody else changed the row since. */
	boolean end(UUID id, LocalDate on, int version, String by, Instant at) {
		return this.jdbc.sql("""
				update person
				set active = false, ended_on = :on, updated_by = :by, updated_at = :at, version = version + 1
				where id = :id and version = :version and active
				""")
			.param("on", on)
			.param("by", by)
			.param("at", OrganisationTable.time(at))
			.param("id", id)
			.param("version", version)
			.update() == 1;
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Person person) {
		return statement.param("id", person.id())
			.param("name", person.name())
			.param("nameEn", person.nameEn())
			.param("searchKey", Words.searchKey(500, person.name(), person.nameEn(), person.username()))
			.param("organisation", person.orgCode())
			.param("job", person.position())
			.param("membership", person.partyMember().name())
			.param("phone", person.phone())
			.param("username", person.username())
			.param("note", person.note());
	}

	private static Person map(ResultSet row, int number) throws SQLException {
		return new Person(row.getObject("id", UUID.class), row.getString("name"), row.getString("name_en"),
				row.getString("organisation_code"), row.getString("job"),
				Membership.valueOf(row.getString("membership")), row.getString("phone"), row.getString("username"),
				row.getString("note"), row.getBoolean("active"), row.getObject("ended_on", LocalDate.class),
				row.getString("provenance"), row.getString("updated_by"), OrganisationTable.instant(row, "updated_at"),
				row.getInt("version"));
	}

}
