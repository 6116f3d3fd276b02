package org.gongjian.identity;

import java.time.Clock;
import java.util.Collection;

import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the accounts of the demonstration one password, chosen by whoever starts it; the
 * rule for passwords does not apply to it.
 */
@Service
@Profile("demo")
public class DemoAccounts {

	private final AccountTable table;

	private final PasswordEncoder encoder;

	private final Clock clock;

	DemoAccounts(AccountTable table, PasswordEncoder encoder, Clock clock) {
		this.table = table;
		this.encoder = encoder;
		this.clock = clock;
	}

	/** Whether a hash made by {@link #give} is that of a password. */
	public boolean matches(String password, String hash) {
		return this.encoder.matches(password, hash);
	}

	/**
	 * Gives accounts a password.
	 * @return its hash
	 */
	@Transactional
	public String give(Collection<String> usernames, String password) {
		String hash = this.encoder.encode(password);
		usernames.forEach((username) -> this.table.password(username, hash, this.clock.instant()));
		return hash;
	}

}
