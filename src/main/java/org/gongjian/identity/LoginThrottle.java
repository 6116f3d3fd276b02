package org.gongjian.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.gongjian.identity.AccountTable.Credentials;
import org.gongjian.shared.GongjianProperties;
import org.gongjian.web.Limits;
import org.gongjian.web.TooManyRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down those who guess passwords: an account is locked for a growing while, an
 * address may be wrong so many times a minute. Nobody is locked out for ever.
 */
@Component
class LoginThrottle {

	private static final String KIND = "login";

	private final AccountTable accounts;

	private final Limits limits;

	private final GongjianProperties.Login numbers;

	private final Clock clock;

	LoginThrottle(AccountTable accounts, Limits limits, GongjianProperties properties, Clock clock) {
		this.accounts = accounts;
		this.limits = limits;
		this.numbers = properties.login();
		this.clock = clock;
	}

	/** Refuses an address that was wrong too often. */
	void check(String address) {
		try {
			this.limits.check(KIND, address, this.numbers.failuresPerAddress());
		}
		catch (TooManyRequests ex) {
			throw new TooManyTries(ex);
		}
	}

	boolean isLocked(Credentials account) {
		return account.lockedUntil() != null && this.clock.instant().isBefore(account.lockedUntil());
	}

	/** Whether a known device may try once more although its account is locked. */
	boolean mayTry(String device) {
		try {
			this.limits.take("device", device, 5);
			return true;
		}
		catch (TooManyRequests ex) {
			return false;
		}
	}

	/** Counts a wrong try from an address for a name, which need not exist. */
	@Transactional
	public void failed(String address, String username, boolean locked) {
		Instant now = this.clock.instant();
		try {
			this.limits.take(KIND, address, this.numbers.failuresPerAddress());
		}
		catch (TooManyRequests ex) {
			throw new TooManyTries(ex);
		}
		if (locked) {
			return;
		}
		int failures = this.accounts.failed(username, now, now.minus(this.numbers.forget()));
		if (failures >= this.numbers.failures()) {
			this.accounts.lock(username, now.plus(lock(failures)));
		}
	}

	/** How long so many wrong passwords lock an account. */
	Duration lock(int failures) {
		int doublings = Math.min(20, failures - this.numbers.failures());
		Duration lock = this.numbers.shortestLock().multipliedBy(1L << doublings);
		return (lock.compareTo(this.numbers.longestLock()) < 0) ? lock : this.numbers.longestLock();
	}

}
