package org.gongjian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens: what programs use instead of somebody's password. */
@Service
@Transactional
class Tokens {

	static final String PREFIX = "gj_";

	private static final int MOST = 20;

	private final TokenTable table;

	private final Journal journal;

	private final Clock clock;

	Tokens(TokenTable table, Journal journal, Clock clock) {
		this.table = table;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A token as its owner sees it.
	 *
	 * @param id its id
	 * @param username the owner
	 * @param name what the owner calls it
	 * @param createdAt when it was made
	 * @param lastUsedAt when it was last used, to the minute, or {@code null}
	 */
	record Token(UUID id, String username, String name, Instant createdAt, Instant lastUsedAt) {
	}

	/** Makes a token; this is the only time its text is known. */
	String create(String username, String name) {
		String label = Written.line(name).between("name", 1, 100, "identity.token.name.form");
		if (this.table.of(username).size() >= MOST) {
			throw new InvalidInput("name", "identity.token.most", MOST);
		}
		String secret = PREFIX + Hashes.secret();
		this.table.insert(new Token(UUID.randomUUID(), username, label, this.clock.instant(), null), Hashes.of(secret));
		this.journal.record("token.created", username, label);
		return secret;
	}

	@Transactional(readOnly = true)
	List<Token> of(String username) {
		return this.table.of(username);
	}

	void revoke(String username, UUID id) {
		if (!this.table.revoke(username, id, this.clock.instant())) {
			throw new NotFound("token " + id);
		}
		this.journal.record("token.revoked", username, id.toString());
	}

	/** The owner of a valid token. */
	Optional<String> owner(String secret) {
		Optional<Token> token = this.table.find(Hashes.of(secret));
		token.filter(this::isLongUnused).ifPresent((used) -> this.table.used(used.id(), this.clock.instant()));
		return token.map(Token::username);
	}

	private boolean isLongUnused(Token token) {
		return token.lastUsedAt() == null
				|| token.lastUsedAt().plus(Duration.ofMinutes(1)).isBefore(this.clock.instant());
	}

}
