package org.gongjian.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A new house has no account and no default password: the console shows a link with which
 * the administrator makes the first one.
 */
@Component
@Profile("!demo")
class FirstStart {

	private static final Logger logger = LoggerFactory.getLogger(FirstStart.class);

	private final Accounts accounts;

	private final SetupLinks links;

	FirstStart(Accounts accounts, SetupLinks links) {
		this.accounts = accounts;
		this.links = links;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void invite() {
		if (this.accounts.isEmpty()) {
			logger.info("""
					There is no account yet. Make the administrator's with this link; it works once, for one day:
					还没有任何账号。请用以下链接创建管理员账号（一次有效，限一天内使用）：

					    {}
					""", this.links.create(null));
		}
	}

}
