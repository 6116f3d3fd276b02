package org.gongjian.insight;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InsightNavigation {

	@Bean
	NavigationItem dashboardItem() {
		return new NavigationItem("insight.title", "/insight", "overview", 80, null);
	}

	@Bean
	NavigationItem exportsItem() {
		return new NavigationItem("insight.exports", "/exports", "overview", 85, null);
	}

}
