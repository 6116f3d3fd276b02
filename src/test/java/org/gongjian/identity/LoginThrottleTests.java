package org.gongjian.identity;

import java.time.Clock;
import java.time.Duration;

import org.gongjian.shared.GongjianProperties;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoginThrottleTests {

	private final LoginThrottle throttle = new LoginThrottle(null, new Limits(),
			Binder.get(new MockEnvironment()).bindOrCreate("gongjian", GongjianProperties.class), Clock.systemUTC());

	@ParameterizedTest
	@CsvSource({ "10,1", "11,2", "12,4", "13,8", "14,15", "15,15", "1000,15" })
	void aLockGrowsFromOneToFifteenMinutes(int failures, int minutes) {
		assertThat(this.throttle.lock(failures)).isEqualTo(Duration.ofMinutes(minutes));
	}

	@Test
	void anAddressThatWasWrongTooOftenWaits() {
		for (int i = 0; i < 20; i++) {
			this.throttle.check("10.0.0.1");
			this.throttle.failed("10.0.0.1", "nobody", true);
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.throttle.check("10.0.0.1"))
			.satisfies((tries) -> assertThat(tries.refused().seconds()).isBetween(1L, 4L));
		this.throttle.check("10.0.0.2");
	}

}
