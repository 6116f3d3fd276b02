package org.gongjian.shared;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything reads, and the zone offices live in. */
@Configuration(proxyBeanMethods = false)
public class Time {

	/** Where a working day begins and ends. */
	public static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RealTime realTime() {
		return new RealTime(Clock.systemUTC());
	}

}
