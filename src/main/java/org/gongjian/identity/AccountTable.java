package org.gongjian.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Initials;
import org.gongjian.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class AccountTable {

	private final JdbcClient jdbc;

	AccountTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the login needs to know and nobody else. */
	record Credentials(String username, String hash, boolean enabled, Instant lockedUntil) {
	}

	void insert(String username, String displayName, UUID personId, String hash, Instant now) {
		this.jdbc.sql("""
				insert into account (username, display_name, initials, person_id, password_hash, enabled, failed_count,
					password_changed_at, created_at, version)
				values (:username, :name, :initials, :person, :hash, true, 0, :now, :now, 0)
				""")
			.param("username", username)
			.param("name", displayName)
			.param("initials", Initials.of(displayName))
			.param("person", personId)
			.param("hash", hash)
			.param("now", stored(now))
			.update();
	}

	boolean isEmpty() {
		return this.jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
	}

	Optional<Account> find(String username) {
		return this.jdbc.sql("select * from account where username = :username")
			.param("username", username)
			.query(AccountTable::map)
			.optional();
	}

	Optional<Account> ofPerson(UUID person) {
		return this.jdbc.sql("select * from account where person_id = :person")
			.param("person", person)
			.query(AccountTable::map)
			.optional();
	}

	List<Account> search(String pattern, String after, int limit) {
		return this.jdbc.sql("""
				select * from account
				where username > :after
				  and (username like :pattern escape '!' or lower(display_name) like :pattern escape '!'
				    or initials like :pattern escape '!')
				order by username
				fetch first :limit rows only
				""")
			.param("after", after)
			.param("pattern", pattern)
			.param("limit", limit)
			.query(AccountTable::map)
			.list();
	}

	Optional<Credentials> credentials(String username) {
		return this.jdbc.sql("""
				select username, password_hash, enabled, locked_until from account where username = :username
				""").param("username", username).query(AccountTable::mapCredentials).optional();
	}

	/** Counts a wrong password; answers how many there were since a moment. */
	int failed(String username, Instant now, Instant since) {
		this.jdbc.sql("""
				update account
				set failed_count = case when last_failed_at < :since then 1 else failed_count + 1 end,
				  last_failed_at = :now
				where username = :username
				""").param("username", username).param("now", stored(now)).param("since", stored(since)).update();
		return this.jdbc.sql("select failed_count from account where username = :username")
			.param("username", username)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void lock(String username, Instant until) {
		this.jdbc.sql("update account set locked_until = :until where username = :username")
			.param("username", username)
			.param("until", stored(until))
			.update();
	}

	void loggedIn(String username, Instant now) {
		this.jdbc.sql("""
				update account set failed_count = 0, last_failed_at = null, locked_until = null, last_login_at = :now
				where username = :username
				""").param("username", username).param("now", stored(now)).update();
	}

	boolean unlock(String username) {
		return this.jdbc.sql("""
				update account set failed_count = 0, last_failed_at = null, locked_until = null, version = version + 1
				where username = :username and failed_count > 0
				""").param("username", username).update() == 1;
	}

	boolean enable(String username, boolean enabled) {
		return this.jdbc.sql("""
				update account set enabled = :enabled, version = version + 1
				where username = :username and enabled <> :enabled
				""").param("username", username).param("enabled", enabled).update() == 1;
	}

	void password(String username, String hash, Instant now) {
		this.jdbc.sql("""
				update account set password_hash = :hash, password_changed_at = :now, failed_count = 0,
					last_failed_at = null, locked_until = null, version = version + 1
				where username = :username
				""").param("username", username).param("hash", hash).param("now", stored(now)).update();
	}

	void rename(String username, String displayName) {
		this.jdbc.sql("""
				update account set display_name = :name, initials = :initials, version = version + 1
				where username = :username
				""")
			.param("username", username)
			.param("name", displayName)
			.param("initials", Initials.of(displayName))
			.update();
	}

	/** Names by user name that have no initials yet, a few at a time. */
	Map<String, String> withoutInitials(int limit) {
		Map<String, String> names = new LinkedHashMap<>();
		this.jdbc.sql("""
				select username, display_name from account where initials is null
				order by username fetch first :limit rows only
				""").param("limit", limit).query((row) -> {
			names.put(row.getString("username"), row.getString("display_name"));
		});
		return names;
	}

	void initials(String username, String initials) {
		this.jdbc.sql("update account set initials = :initials where username = :username and initials is null")
			.param("username", username)
			.param("initials", initials)
			.update();
	}

	void language(String username, String language) {
		this.jdbc.sql("update account set language = :language, version = version + 1 where username = :username")
			.param("username", username)
			.param("language", language)
			.update();
	}

	void zone(String username, String zone) {
		this.jdbc.sql("update account set time_zone = :zone, version = version + 1 where username = :username")
			.param("username", username)
			.param("zone", zone)
			.update();
	}

	void shortcuts(String username, boolean shortcuts) {
		this.jdbc.sql("update account set shortcuts = :shortcuts where username = :username")
			.param("username", username)
			.param("shortcuts", shortcuts)
			.update();
	}

	static OffsetDateTime stored(Instant when) {
		return (when == null) ? null : when.atOffset(ZoneOffset.UTC);
	}

	static Instant read(ResultSet row, String column) throws SQLException {
		OffsetDateTime when = row.getObject(column, OffsetDateTime.class);
		return (when == null) ? null : when.toInstant();
	}

	private static Credentials mapCredentials(ResultSet row, int number) throws SQLException {
		return new Credentials(row.getString("username"), row.getString("password_hash"), row.getBoolean("enabled"),
				read(row, "locked_until"));
	}

	private static Account map(ResultSet row, int number) throws SQLException {
		String zone = row.getString("time_zone");
		return new Account(row.getString("username"), row.getString("display_name"),
				row.getObject("person_id", UUID.class), row.getString("password_hash") != null,
				Language.of(row.getString("language")).orElse(null), (zone == null) ? null : ZoneId.of(zone),
				row.getBoolean("enabled"), read(row, "locked_until"), read(row, "last_login_at"),
				read(row, "created_at"), row.getBoolean("shortcuts"));
	}

}
