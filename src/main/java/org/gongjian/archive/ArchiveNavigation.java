package org.gongjian.archive;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveNavigation {

	@Bean
	NavigationItem archiveItem() {
		return new NavigationItem("archive.title", "/archive", "registers", 58, null);
	}

}
