package org.gongjian.notification;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class NotificationNavigation {

	@Bean
	NavigationItem deliveriesItem() {
		return new NavigationItem("notification.deliveries.title", "/admin/deliveries", "system", 80, "sys-admin");
	}

	@Bean
	NavigationItem webhooksItem() {
		return new NavigationItem("notification.webhooks.title", "/admin/webhooks", "system", 82, "sys-admin");
	}

}
