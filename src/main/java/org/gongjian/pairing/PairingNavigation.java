package org.gongjian.pairing;

import org.gongjian.web.NavigationItem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of pairings in the navigation. */
@Configuration(proxyBeanMethods = false)
class PairingNavigation {

	@Bean
	NavigationItem pairingsItem() {
		return new NavigationItem("pairing.title", "/pairings", "registers", 1, null);
	}

}
