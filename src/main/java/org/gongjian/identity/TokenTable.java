package org.gongjian.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.identity.Tokens.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code personal_token}. */
@Repository
class TokenTable {

	private final JdbcClient jdbc;

	TokenTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Token token, String hash) {
		this.jdbc.sql("""
				insert into personal_token (id, username, name, token_hash, created_at)
				values (:id, :username, :name, :hash, :created)
				""")
			.param("id", token.id())
			.param("username", token.username())
			.param("name", token.name())
			.param("hash", hash)
			.param("created", AccountTable.stored(token.createdAt()))
			.update();
	}

	List<Token> of(String username) {
		return this.jdbc.sql("""
				select * from personal_token where username = :username and revoked_at is null
				order by created_at desc
				""").param("username", username).query(TokenTable::map).list();
	}

	Optional<Token> find(String hash) {
		return this.jdbc.sql("select * from personal_token where token_hash = :hash and revoked_at is null")
			.param("hash", hash)
			.query(TokenTable::map)
			.optional();
	}

	boolean revoke(String username, UUID id, Instant now) {
		return this.jdbc.sql("""
				update personal_token set revoked_at = :now
				where id = :id and username = :username and revoked_at is null
				""").param("id", id).param("username", username).param("now", AccountTable.stored(now)).update() == 1;
	}

	void used(UUID id, Instant now) {
		this.jdbc.sql("update personal_token set last_used_at = :now where id = :id")
			.param("id", id)
			.param("now", AccountTable.stored(now))
			.update();
	}

	private static Token map(ResultSet row, int number) throws SQLException {
		return new Token(row.getObject("id", UUID.class), row.getString("username"), row.getString("name"),
				AccountTable.read(row, "created_at"), AccountTable.read(row, "last_used_at"));
	}

}
