package org.gongjian.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnswerTable {

	private final JdbcClient jdbc;

	AnswerTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the key for a request that is about to be carried out; waits for another that
	 * just did.
	 * @throws org.springframework.dao.DuplicateKeyException if it is taken
	 */
	void take(Sending sending, Instant at) {
		this.jdbc.sql("""
				insert into api_answer (username, request_key, request, created_at)
				values (:user, :key, :request, :at)
				""")
			.param("user", sending.username())
			.param("key", sending.key())
			.param("request", sending.request())
			.param("at", time(at))
			.update();
	}

	void answer(Sending sending, Answered answered) {
		this.jdbc.sql("""
				update api_answer set status = :status, media_type = :type, location = :location, body = :body
				where username = :user and request_key = :key
				""")
			.param("status", answered.status())
			.param("type", answered.mediaType())
			.param("location", answered.location())
			.param("body", answered.body())
			.param("user", sending.username())
			.param("key", sending.key())
			.update();
	}

	Optional<Kept> find(Sending sending, Instant since) {
		return this.jdbc.sql("""
				select * from api_answer
				where username = :user and request_key = :key and created_at >= :since and status is not null
				""")
			.param("user", sending.username())
			.param("key", sending.key())
			.param("since", time(since))
			.query((row, index) -> map(row))
			.optional();
	}

	void forget(Sending sending, Instant before) {
		this.jdbc.sql("delete from api_answer where username = :user and request_key = :key and created_at < :before")
			.param("user", sending.username())
			.param("key", sending.key())
			.param("before", time(before))
			.update();
	}

	int forget(Instant before) {
		return this.jdbc.sql("delete from api_answer where created_at < :before")
			.param("before", time(before))
			.update();
	}

	/**
	 * What a key led to.
	 *
	 * @param request the hash of the request
	 */
	record Kept(String request, Answered answered) {
	}

	private static Kept map(ResultSet row) throws SQLException {
		return new Kept(row.getString("request"), new Answered(row.getInt("status"), row.getString("media_type"),
				row.getString("location"), row.getString("body")));
	}

	private static OffsetDateTime time(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
