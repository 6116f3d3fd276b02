package org.gongjian.inbox;

import org.gongjian.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxNavigation {

	private static final String WORK = "work";

	@Bean
	NavigationItem todoItem() {
		return new NavigationItem("inbox.todo.title", "/inbox", WORK, 1, null);
	}

	@Bean
	NavigationItem startItem() {
		return new NavigationItem("inbox.start.title", "/new", WORK, 2, null);
	}

	@Bean
	NavigationItem requestsItem() {
		return new NavigationItem("inbox.requests.title", "/requests", WORK, 3, null);
	}

	@Bean
	NavigationItem doneItem() {
		return new NavigationItem("inbox.done.title", "/done", WORK, 4, null);
	}

	@Bean
	NavigationItem copiedItem() {
		return new NavigationItem("inbox.copied.title", "/copied", WORK, 5, null);
	}

	@Bean
	NavigationItem casesItem() {
		return new NavigationItem("inbox.cases.title", "/cases", "overview", 70, null);
	}

	@Bean
	NavigationItem ledgersItem() {
		return new NavigationItem("inbox.ledgers.title", "/ledgers", "registers", 60, null);
	}

}
