package org.gongjian.notification;

import java.time.Instant;
import java.time.ZoneId;

import org.gongjian.notification.Preference.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferenceTests {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({ "AT_ONCE, 2026-12-01T09:00:00+08:00, 2026-12-01T09:01:00+08:00",
			"AT_ONCE, 2026-12-01T21:58:00+08:00, 2026-12-01T21:59:00+08:00",
			"AT_ONCE, 2026-12-01T21:59:00+08:00, 2026-12-02T07:00:00+08:00",
			"AT_ONCE, 2026-12-02T03:00:00+08:00, 2026-12-02T07:00:00+08:00",
			"AT_ONCE, 2026-12-02T06:58:59+08:00, 2026-12-02T07:00:00+08:00",
			"AT_ONCE, 2026-12-02T06:59:00+08:00, 2026-12-02T07:00:00+08:00",
			"DIGEST, 2026-12-01T07:59:59+08:00, 2026-12-01T08:00:00+08:00",
			"DIGEST, 2026-12-01T08:00:00+08:00, 2026-12-02T08:00:00+08:00",
			"DIGEST, 2026-12-01T23:00:00+08:00, 2026-12-02T08:00:00+08:00" })
	void mailKeepsToThePersonsDay(Rhythm rhythm, Instant now, Instant expected) {
		var preference = new Preference("anna", rhythm, 8, 22, 7, "anna@example.org", null);
		assertThat(preference.mailAfter(now, SHANGHAI)).isEqualTo(expected);
	}

	@Test
	void quietHoursMayLieWithinOneDayOrNotBeAtAll() {
		Instant noon = Instant.parse("2026-12-01T12:00:00Z");
		var siesta = new Preference("anna", Rhythm.AT_ONCE, 8, 11, 14, "anna@example.org", null);
		assertThat(siesta.mailAfter(noon, ZoneId.of("UTC"))).isEqualTo(Instant.parse("2026-12-01T14:00:00Z"));
		var never = new Preference("anna", Rhythm.AT_ONCE, 8, 12, 12, "anna@example.org", null);
		assertThat(never.mailAfter(noon, ZoneId.of("UTC"))).isEqualTo(Instant.parse("2026-12-01T12:01:00Z"));
	}

	@Test
	void aDigestInsideTheQuietHoursComesAtTheirEnd() {
		var early = new Preference("anna", Rhythm.DIGEST, 5, 22, 7, "anna@example.org", null);
		assertThat(early.mailAfter(Instant.parse("2026-12-01T12:00:00Z"), ZoneId.of("UTC")))
			.isEqualTo(Instant.parse("2026-12-02T07:00:00Z"));
	}

	@Test
	void theHourThatTheClockSkipsIsFollowedByTheNext() {
		var digest = new Preference("anna", Rhythm.DIGEST, 2, 0, 0, "anna@example.org", null);
		assertThat(digest.mailAfter(Instant.parse("2026-03-28T20:00:00Z"), ZoneId.of("Europe/Berlin")))
			.isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
	}

	@Test
	void withoutAConfirmedAddressThereIsNoMail() {
		assertThat(Preference.none("anna").wantsMail()).isFalse();
		assertThat(new Preference("anna", Rhythm.NEVER, 8, 22, 7, "anna@example.org", null).wantsMail()).isFalse();
	}

}
