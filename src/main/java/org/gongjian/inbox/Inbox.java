package org.gongjian.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.gongjian.inbox.CaseListTable.Sight;
import org.gongjian.inbox.InboxTable.Span;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists people work from. */
@Service
@Transactional(readOnly = true)
public class Inbox {

	private final InboxTable tasks;

	private final CaseListTable cases;

	private final Clock clock;

	Inbox(InboxTable tasks, CaseListTable cases, Clock clock) {
		this.tasks = tasks;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * A page of tasks, newest first.
	 * @param cursor of the page before, or {@code null}
	 * @throws InvalidInput if the cursor or the filter is not one of ours
	 */
	public Slice<Row> tasks(Actor actor, View view, Filter filter, String cursor, int limit) {
		var rows = this.tasks.page(actor.username(), view, filter, span(filter), Cursor.of(cursor), limit + 1);
		return Slice.cut(rows, limit, (row) -> new Cursor(row.sortedAt(), row.item().id()).text());
	}

	/** How many tasks a view holds, counted no further than 999. */
	public Count count(Actor actor, View view, Filter filter) {
		return Count.of(this.tasks.count(actor.username(), view, filter, span(filter)));
	}

	/** A page of the cases this person started. */
	public Slice<CaseRow> requests(Actor actor, Filter filter, String cursor, int limit) {
		return cut(this.cases.requests(actor.username(), filter, Cursor.of(cursor), limit + 1), limit);
	}

	/** How many cases this person started, counted no further than 999. */
	public Count countRequests(Actor actor, Filter filter) {
		return Count.of(this.cases.countRequests(actor.username(), filter));
	}

	/** How many cases this person was given a copy of, counted no further than 999. */
	public Count countCopied(Actor actor, Filter filter) {
		return Count.of(this.cases.countCopied(actor.username(), filter));
	}

	/** A page of the cases this person was given a copy of. */
	public Slice<CaseRow> copied(Actor actor, Filter filter, String cursor, int limit) {
		return cut(this.cases.copied(actor.username(), filter, Cursor.of(cursor), limit + 1), limit);
	}

	/**
	 * A page of all cases this person may see.
	 * @param status or {@code null} for all
	 * @param party the code of an organisation, or {@code null} for all
	 */
	public Slice<CaseRow> cases(Actor actor, Filter filter, String status, String party, String cursor, int limit) {
		var sight = new Sight(actor.zoneWide(), actor.username(), actor.organisations(), actor.roles());
		return cut(this.cases.visible(sight, filter, status, party, Cursor.of(cursor), limit + 1), limit);
	}

	private static Slice<CaseRow> cut(java.util.List<CaseRow> rows, int limit) {
		return Slice.cut(rows, limit, (row) -> new Cursor(row.sortedAt(), row.number()).text());
	}

	private Span span(Filter filter) {
		if (filter.due() == null) {
			return new Span(null, null);
		}
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Time.OFFICE);
		return switch (filter.due()) {
			case "overdue" -> new Span(null, now);
			case "today" -> new Span(now, day(today.plusDays(1)));
			case "week" -> new Span(now, day(today.plusDays(7)));
			default -> throw new InvalidInput("due", "inbox.due.unknown");
		};
	}

	private static Instant day(LocalDate date) {
		return date.atStartOfDay(Time.OFFICE).toInstant();
	}

}
