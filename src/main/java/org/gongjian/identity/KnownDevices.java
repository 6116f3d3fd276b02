package org.gongjian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.WebUtils;

/**
 * Browsers somebody signed in with before: whoever locks an account from elsewhere does
 * not keep its owner out.
 */
@Repository
class KnownDevices {

	private static final Duration KEPT = Duration.ofDays(180);

	private final JdbcClient jdbc;

	private final Clock clock;

	KnownDevices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The device of a request, if the account was used on it before. */
	Optional<String> find(HttpServletRequest request, String username) {
		return Optional.ofNullable(WebUtils.getCookie(request, cookie(request)))
			.map(Cookie::getValue)
			.map(Hashes::of)
			.filter((hash) -> isKnown(hash, username));
	}

	/** Remembers the device of a request. */
	void remember(HttpServletRequest request, HttpServletResponse response, String username) {
		if (find(request, username).isPresent()) {
			return;
		}
		String secret = Hashes.secret();
		insert(Hashes.of(secret), username);
		ResponseCookie cookie = ResponseCookie.from(cookie(request), secret)
			.path("/")
			.maxAge(KEPT)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/** Forgets the devices of an account. */
	void forget(String username) {
		this.jdbc.sql("delete from known_device where username = :username").param("username", username).update();
	}

	boolean isKnown(String hash, String username) {
		return this.jdbc.sql("""
				select count(*) from known_device
				where token_hash = :hash and username = :username and created_at > :since
				""")
			.param("hash", hash)
			.param("username", username)
			.param("since", AccountTable.stored(this.clock.instant().minus(KEPT)))
			.query(Long.class)
			.single() == 1;
	}

	void insert(String hash, String username) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from known_device where username = :username and created_at <= :since")
			.param("username", username)
			.param("since", AccountTable.stored(now.minus(KEPT)))
			.update();
		this.jdbc.sql("insert into known_device (token_hash, username, created_at) values (:hash, :username, :now)")
			.param("hash", hash)
			.param("username", username)
			.param("now", AccountTable.stored(now))
			.update();
	}

	private static String cookie(HttpServletRequest request) {
		return request.isSecure() ? "__Host-device" : "device";
	}

}
