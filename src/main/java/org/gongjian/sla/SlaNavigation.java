package org.gongjian.sla;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlaNavigation {

	@Bean
	NavigationItem dutyItemOfDesk() {
		return new NavigationItem("sla.duty.title", "/duty", "registers", 35, "service-desk");
	}

	@Bean
	NavigationItem dutyItemOfAdmin() {
		return new NavigationItem("sla.duty.title", "/duty", "system", 55, "sys-admin");
	}

}
