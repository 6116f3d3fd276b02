package org.gongjian.plaque;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaqueNavigation {

	private static final String REGISTERS = "registers";

	@Bean
	NavigationItem plaquesItem() {
		return new NavigationItem("plaque.list.title", "/plaques", REGISTERS, 50, null);
	}

	@Bean
	NavigationItem plaqueBatchItem() {
		return new NavigationItem("plaque.batch.title", "/plaques/batch", REGISTERS, 51, Batches.OFFICER);
	}

	@Bean
	NavigationItem ceremoniesItem() {
		return new NavigationItem("plaque.ceremonies.title", "/ceremonies", REGISTERS, 52, null);
	}

	@Bean
	NavigationItem noticesItem() {
		return new NavigationItem("plaque.notices.title", "/notices", REGISTERS, 53, null);
	}

	@Bean
	NavigationItem evaluationsItem() {
		return new NavigationItem("plaque.evaluations.title", "/evaluations", REGISTERS, 54, null);
	}

	@Bean
	NavigationItem lateObjectionsItem() {
		return new NavigationItem("plaque.objections.late", "/objections", REGISTERS, 9, LateObjections.REVIEWER);
	}

	@Bean
	NavigationItem breachesItem() {
		return new NavigationItem("plaque.breaches.title", "/breaches", REGISTERS, 8, Breaches.KEEPER);
	}

}
