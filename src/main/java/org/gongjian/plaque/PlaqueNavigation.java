package org.gongjian.plaque;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaqueNavigation {

	private static final String REGISTERS = "registers";

	@Bean
	NavigationItem plaquesItem() {
		return new NavigationItem("plaque.list.title", "/plaques", REGISTERS, 3, null);
	}

	@Bean
	NavigationItem plaqueBatchItem() {
		return new NavigationItem("plaque.batch.title", "/plaques/batch", REGISTERS, 4, Batches.OFFICER);
	}

	@Bean
	NavigationItem ceremoniesItem() {
		return new NavigationItem("plaque.ceremonies.title", "/ceremonies", REGISTERS, 5, null);
	}

	@Bean
	NavigationItem noticesItem() {
		return new NavigationItem("plaque.notices.title", "/notices", REGISTERS, 6, null);
	}

	@Bean
	NavigationItem evaluationsItem() {
		return new NavigationItem("plaque.evaluations.title", "/evaluations", REGISTERS, 7, null);
	}

	@Bean
	NavigationItem breachesItem() {
		return new NavigationItem("plaque.breaches.title", "/breaches", REGISTERS, 8, Breaches.KEEPER);
	}

}
