package org.gongjian.approval;

import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what a form's one-time token led to. */
@Repository
class SentOnce {

	private final JdbcClient jdbc;

	private final Clock clock;

	SentOnce(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException if it was sent before
	 */
	void keep(String token, String username, String answer) {
		this.jdbc.sql("insert into sent_once (token, username, answer, at) values (:token, :user, :answer, :at)")
			.param("token", token)
			.param("user", username)
			.param("answer", answer)
			.param("at", WorkTable.time(this.clock.instant()))
			.update();
	}

	Optional<String> answer(String token, String username) {
		return this.jdbc.sql("select answer from sent_once where token = :token and username = :user")
			.param("token", token)
			.param("user", username)
			.query(String.class)
			.optional();
	}

}
