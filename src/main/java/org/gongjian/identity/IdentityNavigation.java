package org.gongjian.identity;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityNavigation {

	@Bean
	NavigationItem accountsItem() {
		return new NavigationItem("identity.accounts.title", "/admin/accounts", "people", 40, "sys-admin");
	}

	@Bean
	NavigationItem journalItem() {
		return new NavigationItem("identity.journal.title", "/admin/journal", "system", 90, "sys-admin");
	}

}
