package org.gongjian.meeting;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingNavigation {

	@Bean
	NavigationItem meetingsItem() {
		return new NavigationItem("meeting.title", "/meetings", "registers", 40, null);
	}

	@Bean
	NavigationItem followUpsItem() {
		return new NavigationItem("meeting.follow-ups", "/follow-ups", "work", 45, null);
	}

}
