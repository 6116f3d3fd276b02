package org.gongjian.studio;

import org.gongjian.organisation.Role;
import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class StudioNavigation {

	@Bean
	NavigationItem studioItem() {
		return new NavigationItem("studio.title", "/admin/process", "processes", 5, Role.PROCESS_ADMIN.id());
	}

}
