package org.gongjian.identity;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongjian.identity.AccountTable.Credentials;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks name and password. An unknown name, a wrong password, a locked and a closed
 * account get the same answer after the same work.
 */
@Component
class HouseLogin implements AuthenticationProvider {

	private final AccountTable accounts;

	private final LoginThrottle throttle;

	private final KnownDevices devices;

	private final PasswordEncoder encoder;

	private final Journal journal;

	private final Clock clock;

	/** Made by the first attempt, whoever's it is: a start should not wait for it. */
	private final Supplier<String> nobodysHash;

	private final String pepper = Hashes.secret();

	/**
	 * Programs send the password with every call; it is worked through every few minutes.
	 */
	private final Cache<String, Boolean> seen = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(5))
		.build();

	HouseLogin(AccountTable accounts, LoginThrottle throttle, KnownDevices devices, PasswordEncoder encoder,
			Journal journal, Clock clock) {
		this.accounts = accounts;
		this.throttle = throttle;
		this.devices = devices;
		this.encoder = encoder;
		this.journal = journal;
		this.clock = clock;
		this.nobodysHash = SingletonSupplier.of(() -> encoder.encode(Hashes.secret()));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		String username = normalised(attempt.getName());
		String password = String.valueOf(attempt.getCredentials());
		String nobodys = this.nobodysHash.get();
		Optional<Credentials> account = this.accounts.credentials(username);
		String hash = account.map(Credentials::hash).orElse(nobodys);
		String trace = Hashes.of(this.pepper + "\0" + username + "\0" + password + "\0" + hash);
		if (this.seen.getIfPresent(trace) != null && account.filter(this::isFree).isPresent()) {
			return signedIn(username);
		}
		demand(username, password);
		this.seen.put(trace, true);
		this.accounts.loggedIn(username, this.clock.instant());
		this.journal.recordOf(username, "login.ok");
		return signedIn(username);
	}

	/**
	 * Checks a password and counts a wrong one.
	 * @throws AuthenticationException if it is not right or cannot be tried now
	 */
	void demand(String username, String password) {
		this.throttle.check(Journal.address());
		String nobodys = this.nobodysHash.get();
		Optional<Credentials> account = this.accounts.credentials(username);
		boolean right = this.encoder.matches(password, account.map(Credentials::hash).orElse(nobodys));
		boolean locked = account.filter(this.throttle::isLocked).isPresent() && !isKnownDevice(username);
		boolean open = account.filter((known) -> known.enabled() && known.hash() != null).isPresent();
		if (!right || locked || !open) {
			refuse(username, locked);
		}
	}

	private boolean isFree(Credentials account) {
		return account.enabled() && !this.throttle.isLocked(account);
	}

	/**
	 * A device the owner used before may try in spite of a lock, a few times a minute.
	 */
	private boolean isKnownDevice(String username) {
		return Journal.request()
			.flatMap((request) -> this.devices.find(request, username))
			.filter(this.throttle::mayTry)
			.isPresent();
	}

	private void refuse(String username, boolean locked) {
		this.journal.record("login.refused", username, "");
		this.throttle.failed(Journal.address(), username, locked);
		throw new BadCredentialsException("refused");
	}

	private static Authentication signedIn(String username) {
		return UsernamePasswordAuthenticationToken.authenticated(username, null, List.of());
	}

	static String normalised(String typed) {
		String text = (typed == null) ? "" : typed.substring(0, Math.min(typed.length(), 200));
		return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace("\0", "");
	}

}
