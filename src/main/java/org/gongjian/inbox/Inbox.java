package org.gongjian.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.gongjian.inbox.CaseListTable.Sight;
import org.gongjian.inbox.Narrowing.Days;
import org.gongjian.inbox.Narrowing.Scope;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists people work from. */
@Service
@Transactional(readOnly = true)
public class Inbox {

	private final InboxTable tasks;

	private final CaseListTable cases;

	private final ProcessNames processes;

	private final Clock clock;

	Inbox(InboxTable tasks, CaseListTable cases, ProcessNames processes, Clock clock) {
		this.tasks = tasks;
		this.cases = cases;
		this.processes = processes;
		this.clock = clock;
	}

	/**
	 * A page of tasks, sorted as the filter says.
	 * @param cursor of the page before, or {@code null}
	 * @throws InvalidInput if the cursor or the filter is not one of ours
	 */
	public Slice<Row> tasks(Actor actor, View view, Filter filter, String cursor, int limit) {
		Sort sort = Sort.of(filter.sort());
		Cursor after = Cursor.of(cursor, sort);
		var rows = this.tasks.page(actor.username(), view, narrowing(Scope.TASKS, filter), after,
				LocaleContextHolder.getLocale(), limit + 1);
		return Slice.cut(rows, limit, (row) -> cursor(row, sort, after.seen() + limit).text());
	}

	/** Where a row stands in a list sorted so. */
	static Cursor cursor(Row row, Sort sort, int seen) {
		return new Cursor(sort, row.sortedBy(), row.item().id(), seen);
	}

	/**
	 * The next task of the list a task was opened from, or the first again after the
	 * last.
	 * @param taskId the task itself, which is not meant
	 */
	Optional<Place> following(Actor actor, Place place, String taskId) {
		return first(actor, place, place.cursor().text(), place.number(), taskId)
			.or(() -> first(actor, place, null, 0, taskId));
	}

	private Optional<Place> first(Actor actor, Place place, String cursor, int seen, String taskId) {
		return tasks(actor, place.view(), place.filter(), cursor, 2).items()
			.stream()
			.filter((row) -> !row.item().id().equals(taskId))
			.findFirst()
			.map((row) -> new Place(place.view(), place.filter(), cursor(row, Sort.of(place.filter().sort()), seen + 1),
					Count.of(row.counted()).toString()));
	}

	/** How many tasks a view holds, counted no further than 999. */
	public Count count(Actor actor, View view, Filter filter) {
		return Count.of(this.tasks.count(actor.username(), view, narrowing(Scope.TASKS, filter)));
	}

	/** How many tasks the list of a page holds, without asking again. */
	Count count(Actor actor, View view, Filter filter, Slice<Row> page, String cursor) {
		if (page.items().isEmpty()) {
			return (cursor == null) ? Count.of(0) : count(actor, view, filter);
		}
		return Count.of(page.items().get(0).counted());
	}

	/** A page of the cases this person started. */
	public Slice<CaseRow> requests(Actor actor, Filter filter, String cursor, int limit) {
		return cut(this.cases.requests(actor.username(), narrowing(Scope.CASES, filter), Cursor.of(cursor), limit + 1),
				limit);
	}

	/** How many cases this person started, counted no further than 999. */
	public Count countRequests(Actor actor, Filter filter) {
		return Count.of(this.cases.countRequests(actor.username(), narrowing(Scope.CASES, filter)));
	}

	/** How many cases this person was given a copy of, counted no further than 999. */
	public Count countCopied(Actor actor, Filter filter) {
		return Count.of(this.cases.countCopied(sight(actor), narrowing(Scope.CASES, filter)));
	}

	/** A page of the cases this person was given a copy of. */
	public Slice<CaseRow> copied(Actor actor, Filter filter, String cursor, int limit) {
		return cut(this.cases.copied(sight(actor), narrowing(Scope.CASES, filter), Cursor.of(cursor), limit + 1),
				limit);
	}

	/**
	 * A page of all cases this person may see.
	 * @param status or {@code null} for all
	 * @param party the code of an organisation, or {@code null} for all
	 */
	public Slice<CaseRow> cases(Actor actor, Filter filter, String status, String party, String cursor, int limit) {
		return cut(this.cases.visible(sight(actor), narrowing(Scope.CASES, filter), status, party, Cursor.of(cursor),
				limit + 1), limit);
	}

	private static Sight sight(Actor actor) {
		return new Sight(actor.zoneWide(), actor.username(), actor.organisations(), actor.roles());
	}

	private static Slice<CaseRow> cut(java.util.List<CaseRow> rows, int limit) {
		return Slice.cut(rows, limit, (row) -> Cursor.of(row.sortedAt(), row.number()).text());
	}

	private Narrowing narrowing(Scope scope, Filter filter) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Time.OFFICE);
		return Narrowing.of(scope, filter.terms(), this.processes.either(),
				new Days(now, day(today.plusDays(1)), day(today.plusDays(7))));
	}

	private static Instant day(LocalDate date) {
		return date.atStartOfDay(Time.OFFICE).toInstant();
	}

}
