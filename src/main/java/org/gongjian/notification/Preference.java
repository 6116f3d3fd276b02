package org.gongjian.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How somebody wants to hear by mail.
 *
 * @param digestHour the hour of the day of the daily mail
 * @param quietFrom the hour from which no mail comes
 * @param quietTo the hour from which mail comes again; the same as {@code quietFrom} for
 * no quiet hours
 * @param address where to, confirmed by its owner, or {@code null}
 * @param asked an address still to be confirmed, or {@code null}
 */
record Preference(String username, Rhythm rhythm, int digestHour, int quietFrom, int quietTo, String address,
		String asked) {

	/** What comes together goes into one mail. */
	private static final Duration TOGETHER = Duration.ofMinutes(1);

	/** When mails are sent. */
	enum Rhythm {

		/** Within a minute or so. */
		AT_ONCE,

		/** Once a day. */
		DIGEST,

		/** Not at all. */
		NEVER

	}

	static Preference none(String username) {
		return new Preference(username, Rhythm.AT_ONCE, 8, 22, 7, null, null);
	}

	boolean wantsMail() {
		return this.rhythm != Rhythm.NEVER && this.address != null;
	}

	/**
	 * When something that happens now is mailed: at once or with the daily mail, never in
	 * the quiet hours of the person's own day.
	 */
	Instant mailAfter(Instant now, ZoneId zone) {
		ZonedDateTime when = now.plus(TOGETHER).atZone(zone);
		if (this.rhythm == Rhythm.DIGEST) {
			when = next(this.digestHour, now.atZone(zone));
		}
		return quiet(when.getHour()) ? next(this.quietTo, when).toInstant() : when.toInstant();
	}

	private boolean quiet(int hour) {
		return (this.quietFrom <= this.quietTo) ? hour >= this.quietFrom && hour < this.quietTo
				: hour >= this.quietFrom || hour < this.quietTo;
	}

	private static ZonedDateTime next(int hour, ZonedDateTime after) {
		ZonedDateTime today = after.truncatedTo(ChronoUnit.DAYS).withHour(hour);
		return today.isAfter(after) ? today : today.plusDays(1);
	}

}
