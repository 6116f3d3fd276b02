package org.gongjian.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongjian.casefile.CaseFile;
import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.web.Bell;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person is told in the house. */
@Service
@Transactional
class Notifications implements Bell {

	private static final Duration KEPT = Duration.ofDays(180);

	private final NotificationTable table;

	private final Preferences preferences;

	private final Accounts accounts;

	private final Clock clock;

	/** Other nodes' news shows within this time; one's own at once. */
	private final Cache<String, Integer> counts = Caffeine.newBuilder()
		.maximumSize(50_000)
		.expireAfterWrite(Duration.ofSeconds(20))
		.build();

	Notifications(NotificationTable table, Preferences preferences, Accounts accounts, Clock clock) {
		this.table = table;
		this.preferences = preferences;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Tells people something about a case; nobody is told of what they did themselves.
	 */
	void tell(Collection<String> usernames, CaseFile file, News news) {
		List<String> told = usernames.stream().distinct().filter((one) -> !one.equals(news.actor())).toList();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Map<String, Instant> mails = mailAfter(told, now);
		this.table.insert(told.stream()
			.map((username) -> new Notification(UUID.randomUUID(), username, news.kind(), file.number(), news.taskId(),
					file.title(), news.step(), news.by(), news.remark(), news.dueAt(), now, null))
			.toList(), mails);
		told.forEach(this::changed);
	}

	/** When those of these people hear of it by mail who want to. */
	private Map<String, Instant> mailAfter(List<String> usernames, Instant now) {
		Map<String, Instant> mails = new HashMap<>();
		if (this.preferences.mailWorks()) {
			this.preferences.of(usernames)
				.stream()
				.filter(Preference::wantsMail)
				.forEach((one) -> mails.put(one.username(), one.mailAfter(now, zone(one.username()))));
		}
		return mails;
	}

	private ZoneId zone(String username) {
		return this.accounts.find(username).map(Account::zone).orElse(Time.OFFICE);
	}

	/** Nobody has to act on a task any more but perhaps its holder. */
	void settle(String taskId, String holder) {
		var others = this.table.waiting(taskId).stream().filter((username) -> !username.equals(holder)).toList();
		if (!others.isEmpty()) {
			this.table.settle(taskId, others, this.clock.instant());
			others.forEach(this::changed);
		}
	}

	@Transactional(readOnly = true)
	Slice<Notification> page(Actor actor, boolean unreadOnly, String cursor, int limit) {
		RowCursor from = RowCursor.of(cursor);
		return Slice.cut(this.table.page(actor.username(), unreadOnly, from.at(), from.uuid(), limit + 1), limit,
				(notice) -> new RowCursor(notice.at(), notice.id()).text());
	}

	/**
	 * Marks one as read.
	 * @throws NotFound if it is not this person's
	 */
	Notification open(Actor actor, UUID id) {
		Notification notice = this.table.find(actor.username(), id)
			.orElseThrow(() -> new NotFound("notification " + id));
		this.table.read(actor.username(), id, this.clock.instant());
		changed(actor.username());
		return notice;
	}

	void readAll(Actor actor) {
		this.table.readAll(actor.username(), this.clock.instant());
		changed(actor.username());
	}

	@Override
	@Transactional(readOnly = true)
	public int unread(Actor actor) {
		return this.counts.get(actor.username(), (username) -> this.table.unread(username, MOST + 1));
	}

	@Override
	public String path() {
		return "/notifications";
	}

	/** Read messages go after half a year; the case keeps its own log. */
	@Scheduled(cron = "${gongjian.notifications.clean-up:0 30 3 * * *}", zone = "Asia/Shanghai")
	void cleanUp() {
		this.table.deleteReadBefore(this.clock.instant().minus(KEPT));
	}

	private void changed(String username) {
		AfterCommit.run(() -> this.counts.invalidate(username));
	}

}
