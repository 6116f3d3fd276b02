package org.gongjian.identity;

import java.util.Map;

import org.gongjian.shared.Initials;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds accounts by initials too that are older than this search. */
@Component
class AccountInitials {

	private static final int AT_ONCE = 200;

	private final AccountTable table;

	AccountInitials(AccountTable table) {
		this.table = table;
	}

	@EventListener(ApplicationReadyEvent.class)
	void complete() {
		Map<String, String> names;
		do {
			names = this.table.withoutInitials(AT_ONCE);
			names.forEach((username, name) -> this.table.initials(username, Initials.of(name)));
		}
		while (names.size() == AT_ONCE);
	}

}
