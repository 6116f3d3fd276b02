package org.gongjian.activity;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Activities, their calendar and shared resources in the navigation. */
@Configuration(proxyBeanMethods = false)
class ActivityNavigation {

	@Bean
	NavigationItem activitiesItem() {
		return new NavigationItem("activity.title", "/activities", "registers", 2, null);
	}

}
