package org.gongjian.calendar;

import org.gongjian.web.NavigationItem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarPages {

	@Bean
	NavigationItem calendarEntry() {
		return new NavigationItem("calendar.title", "/admin/calendar", "system", 50, "sys-admin");
	}

}
