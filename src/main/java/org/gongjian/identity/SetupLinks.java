package org.gongjian.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.gongjian.shared.GongjianProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that let somebody set a password once, for a day; kept hashed. */
@Repository
class SetupLinks {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final GongjianProperties properties;

	private final HouseAddress address;

	SetupLinks(JdbcClient jdbc, Clock clock, GongjianProperties properties, HouseAddress address) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.properties = properties;
		this.address = address;
	}

	/** What a valid link is for: an account, or the first administrator. */
	record Purpose(String username) {

		public boolean isFirst() {
			return this.username == null;
		}

	}

	/** Makes the only valid link of an account, or of the first administrator. */
	String create(String username) {
		revoke(username);
		String secret = Hashes.secret();
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				insert into setup_link (token_hash, username, created_at, expires_at)
				values (:hash, :username, :now, :until)
				""")
			.param("hash", Hashes.of(secret))
			.param("username", username)
			.param("now", AccountTable.stored(now))
			.param("until", AccountTable.stored(now.plus(this.properties.login().linkValid())))
			.update();
		return this.address.of("/setup?token=" + secret);
	}

	/** What a link is for, while it is valid. */
	Optional<Purpose> find(String secret) {
		return this.jdbc.sql("select username from setup_link where token_hash = :hash and expires_at > :now")
			.param("hash", Hashes.of(secret))
			.param("now", AccountTable.stored(this.clock.instant()))
			.query(SetupLinks::map)
			.optional();
	}

	/** Uses a link up; of two at the same moment one succeeds. */
	boolean use(String secret) {
		return this.jdbc.sql("delete from setup_link where token_hash = :hash and expires_at > :now")
			.param("hash", Hashes.of(secret))
			.param("now", AccountTable.stored(this.clock.instant()))
			.update() == 1;
	}

	void revoke(String username) {
		if (username == null) {
			this.jdbc.sql("delete from setup_link where username is null").update();
		}
		else {
			this.jdbc.sql("delete from setup_link where username = :username").param("username", username).update();
		}
	}

	private static Purpose map(ResultSet row, int number) throws SQLException {
		return new Purpose(row.getString("username"));
	}

}
