package org.gongjian.activity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Private addresses of people's calendars. An address is 192 random bits; the table holds
 * its hash, so nobody who reads the table can read a calendar.
 */
@Service
@Transactional
class Feeds {

	private static final int BYTES = 24;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Feeds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A new address; those before do not work any more. */
	String renew(String username) {
		revoke(username);
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.jdbc
			.sql("insert into calendar_feed (id, username, token_hash, created_at) values (:id, :user, :hash, :at)")
			.param("id", UUID.randomUUID())
			.param("user", username)
			.param("hash", hash(token))
			.param("at", Moments.stored(this.clock.instant()))
			.update();
		return token;
	}

	/** No address of this person works any more. */
	void revoke(String username) {
		this.jdbc.sql("update calendar_feed set revoked_at = :at where username = :user and revoked_at is null")
			.param("at", Moments.stored(this.clock.instant()))
			.param("user", username)
			.update();
	}

	/** Whether an address of this person works. */
	@Transactional(readOnly = true)
	public boolean has(String username) {
		return this.jdbc.sql("select count(*) from calendar_feed where username = :user and revoked_at is null")
			.param("user", username)
			.query(Integer.class)
			.single() > 0;
	}

	/** Whose calendar lies at an address. */
	@Transactional(readOnly = true)
	public Optional<String> username(String token) {
		return this.jdbc.sql("select username from calendar_feed where token_hash = :hash and revoked_at is null")
			.param("hash", hash(token))
			.query(String.class)
			.optional();
	}

	private static String hash(String token) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
