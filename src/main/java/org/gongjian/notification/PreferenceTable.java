package org.gongjian.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.notification.Preference.Rhythm;
import org.gongjian.shared.Moments;
import org.gongjian.shared.OneRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notification_preference}. */
@Repository
class PreferenceTable {

	private final JdbcClient jdbc;

	PreferenceTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A code that waits to be typed in. */
	record Asked(String codeHash, Instant until, int tries) {
	}

	Optional<Preference> find(String username) {
		return this.jdbc.sql("select * from notification_preference where username = :user")
			.param("user", username)
			.query(PreferenceTable::map)
			.optional();
	}

	List<Preference> all(Collection<String> usernames) {
		return usernames.isEmpty() ? List.of()
				: this.jdbc.sql("select * from notification_preference where username in (:users)")
					.param("users", usernames)
					.query(PreferenceTable::map)
					.list();
	}

	/** Makes sure there is a row to change; two requests at once make one. */
	void ensure(Preference preference) {
		Map<String, Object> times = new HashMap<>();
		times.put("rhythm", preference.rhythm().name());
		times.put("digest_hour", preference.digestHour());
		times.put("quiet_from", preference.quietFrom());
		times.put("quiet_to", preference.quietTo());
		times.put("code_tries", 0);
		OneRow.insert(this.jdbc, "notification_preference", Map.of("username", preference.username()), times);
	}

	void times(Preference preference) {
		this.jdbc.sql("""
				update notification_preference
				set rhythm = :rhythm, digest_hour = :digest, quiet_from = :from, quiet_to = :to where username = :user
				""")
			.param("user", preference.username())
			.param("rhythm", preference.rhythm().name())
			.param("digest", preference.digestHour())
			.param("from", preference.quietFrom())
			.param("to", preference.quietTo())
			.update();
	}

	void ask(String username, String address, String codeHash, Instant until) {
		this.jdbc.sql("""
				update notification_preference
				set asked = :address, code_hash = :hash, code_until = :until, code_tries = 0 where username = :user
				""")
			.param("address", address)
			.param("hash", codeHash)
			.param("until", Moments.stored(until))
			.param("user", username)
			.update();
	}

	Optional<Asked> asked(String username) {
		return this.jdbc.sql("""
				select code_hash, code_until, code_tries from notification_preference
				where username = :user and asked is not null
				""")
			.param("user", username)
			.query((row, number) -> new Asked(row.getString("code_hash"), Moments.read(row, "code_until"),
					row.getInt("code_tries")))
			.optional();
	}

	void tried(String username) {
		this.jdbc.sql("update notification_preference set code_tries = code_tries + 1 where username = :user")
			.param("user", username)
			.update();
	}

	void confirm(String username) {
		this.jdbc.sql("""
				update notification_preference set address = asked, asked = null, code_hash = null, code_until = null
				where username = :user and asked is not null
				""").param("user", username).update();
	}

	void forget(String username) {
		this.jdbc.sql("""
				update notification_preference set address = null, asked = null, code_hash = null, code_until = null
				where username = :user
				""").param("user", username).update();
	}

	private static Preference map(ResultSet row, int number) throws SQLException {
		return new Preference(row.getString("username"), Rhythm.valueOf(row.getString("rhythm")),
				row.getInt("digest_hour"), row.getInt("quiet_from"), row.getInt("quiet_to"), row.getString("address"),
				row.getString("asked"));
	}

}
