package org.gongjian.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * An account somebody signs in with; what the person may do is known to the organisation.
 *
 * @param username unique, lower case
 * @param displayName the name to show
 * @param personId the person, or {@code null}
 * @param hasPassword whether a password was ever set
 * @param language the language chosen, or {@code null}
 * @param zone the time zone chosen, or {@code null}
 * @param enabled whether one may sign in
 * @param lockedUntil end of a lock after wrong passwords, or {@code null}
 * @param lastLoginAt last time somebody signed in with a password, or {@code null}
 * @param createdAt when it was made
 * @param shortcuts whether single keys do something on pages
 */
public record Account(String username, String displayName, UUID personId, boolean hasPassword, Locale language,
		ZoneId zone, boolean enabled, Instant lockedUntil, Instant lastLoginAt, Instant createdAt, boolean shortcuts) {

	/** Whether wrong passwords keep the account locked at a moment. */
	public boolean isLockedAt(Instant now) {
		return this.lockedUntil != null && now.isBefore(this.lockedUntil);
	}

}
