package org.gongjian.wording;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WordingNavigation {

	@Bean
	NavigationItem templatesItem() {
		return new NavigationItem("wording.list.title", "/admin/templates", "system", 62, "sys-admin");
	}

}
