package org.gongjian.activity;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Activities, their calendar and shared resources in the navigation. */
@Configuration(proxyBeanMethods = false)
class ActivityNavigation {

	@Bean
	NavigationItem activitiesItem() {
		return new NavigationItem("activity.title", "/activities", "registers", 20, null);
	}

	@Bean
	NavigationItem activityCalendarItem() {
		return new NavigationItem("activity.calendar.title", "/activity-calendar", "registers", 21, null);
	}

	@Bean
	NavigationItem resourcesItem() {
		return new NavigationItem("activity.resources.title", "/resources", "registers", 22, null);
	}

}
