package org.gongjian.operations;

import org.gongjian.organisation.Role;
import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

	@Bean
	NavigationItem operationsItem() {
		return new NavigationItem("operations.title", "/admin/operations", "processes", 6, Role.PROCESS_ADMIN.id());
	}

	@Bean
	NavigationItem whoDecidesItem() {
		return new NavigationItem("operations.who.title", "/admin/operations/who", "processes", 7,
				Role.PROCESS_ADMIN.id());
	}

	@Bean
	NavigationItem handOverItem() {
		return new NavigationItem("operations.hand-over.title", "/admin/operations/hand-over", "processes", 8,
				Role.PROCESS_ADMIN.id());
	}

}
