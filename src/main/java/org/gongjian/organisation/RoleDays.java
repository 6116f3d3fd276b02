package org.gongjian.organisation;

import java.util.concurrent.TimeUnit;

import org.gongjian.shared.ClockMoved;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Notices that a day came on which roles begin or end. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RoleDays {

	private final RoleTidings tidings;

	private final StandIns standIns;

	RoleDays(RoleTidings tidings, StandIns standIns) {
		this.tidings = tidings;
		this.standIns = standIns;
	}

	@EventListener(ClockMoved.class)
	@Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
	void look() {
		this.tidings.daysWentBy();
		this.standIns.daysWentBy();
	}

}
