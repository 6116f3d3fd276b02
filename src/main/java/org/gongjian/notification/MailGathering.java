package org.gongjian.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what a person is to hear into one mail. Two nodes may gather at once: each message
 * goes into the mail of the one that notes it first.
 */
@Component
class MailGathering {

	private static final int PEOPLE = 500;

	private static final int MOST_ITEMS = 100;

	/** The language of the office, for those who never chose one. */
	private static final Locale OTHERWISE = Locale.SIMPLIFIED_CHINESE;

	private final NotificationTable notices;

	private final Preferences preferences;

	private final Accounts accounts;

	private final MailPaper paper;

	private final Outbox outbox;

	private final Clock clock;

	private final TransactionTemplate transaction;

	MailGathering(NotificationTable notices, Preferences preferences, Accounts accounts, MailPaper paper, Outbox outbox,
			Clock clock, PlatformTransactionManager transactions) {
		this.notices = notices;
		this.preferences = preferences;
		this.accounts = accounts;
		this.paper = paper;
		this.outbox = outbox;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Writes every mail that is due. */
	void gather() {
		if (this.preferences.mailWorks()) {
			Instant now = this.clock.instant();
			this.notices.mailDue(now, PEOPLE)
				.forEach((username) -> this.transaction.executeWithoutResult((status) -> gather(username, now)));
		}
	}

	private void gather(String username, Instant now) {
		List<Notification> news = this.notices.toMail(username, now, MOST_ITEMS)
			.stream()
			.filter((notice) -> this.notices.mailed(notice.id()))
			.filter(Notification::unread)
			.toList();
		Preference preference = this.preferences.of(username);
		Account account = this.accounts.find(username).filter(Account::enabled).orElse(null);
		if (news.isEmpty() || account == null || !preference.wantsMail()) {
			return;
		}
		Locale locale = (account.language() == null) ? OTHERWISE : account.language();
		Letter letter = this.paper.of(preference.address(), news, locale,
				(account.zone() == null) ? Time.OFFICE : account.zone());
		this.outbox.post(MailChannel.NAME, username, (news.size() == 1) ? "notice" : "notices", letter.write());
	}

}
