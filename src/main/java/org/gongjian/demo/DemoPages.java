package org.gongjian.demo;

import org.gongjian.web.NavigationItem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The entries of the navigation. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoPages {

	@Bean
	NavigationItem demoSourceEntry() {
		return new NavigationItem("demo.source.title", "/demo", "overview", 900, null);
	}

	@Bean
	NavigationItem demoClockEntry() {
		return new NavigationItem("demo.clock.title", "/admin/demo", "system", 900, "sys-admin");
	}

}
