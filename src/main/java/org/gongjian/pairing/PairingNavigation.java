package org.gongjian.pairing;

import org.gongjian.web.NavigationItem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of pairings and the programmes in the navigation. */
@Configuration(proxyBeanMethods = false)
class PairingNavigation {

	@Bean("programmeNavigation")
	NavigationItem programmes() {
		return new NavigationItem("pairing.programmes.title", "/admin/programmes", "system", 15, "sys-admin");
	}

	@Bean
	NavigationItem programmesItem() {
		return new NavigationItem("pairing.programmes.title", "/programmes", "registers", 12, Watch.OFFICER);
	}

	@Bean
	NavigationItem inactiveItem() {
		return new NavigationItem("pairing.inactive.title", "/pairings/inactive", "registers", 11, Watch.OFFICER);
	}

	@Bean
	NavigationItem pairingsItem() {
		return new NavigationItem("pairing.title", "/pairings", "registers", 10, null);
	}

}
