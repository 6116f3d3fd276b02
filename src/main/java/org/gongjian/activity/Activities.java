package org.gongjian.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of activities. People of an organisation see those it takes part in. */
@Service
@Transactional(readOnly = true)
class Activities {

	private final ActivityTable table;

	private final ActivityListTable list;

	private final PartTable parts;

	private final Pairings pairings;

	private final Clock clock;

	Activities(ActivityTable table, ActivityListTable list, PartTable parts, Pairings pairings, Clock clock) {
		this.table = table;
		this.list = list;
		this.parts = parts;
		this.pairings = pairings;
		this.clock = clock;
	}

	/**
	 * A page of the register as this person may see it, newest first.
	 * @param cursor of the page before, or {@code null}
	 */
	Slice<ActivityRow> page(Actor actor, ActivityFilter filter, String cursor, int limit) {
		RowCursor after = RowCursor.of(cursor);
		return Slice.cut(
				this.list.page(filter, seenBy(actor), this.clock.instant(), after.at(), after.uuid(), limit + 1), limit,
				(row) -> new RowCursor(row.activity().proposedAt(), row.activity().id()).text());
	}

	/** What stands in the calendar in a span. */
	List<ActivityRow> between(Actor actor, ActivityFilter filter, Instant from, Instant to, int most) {
		return this.list.between(filter, seenBy(actor), from, to, most);
	}

	/** What took place in a span on a day that is not stated. */
	List<ActivityRow> undated(Actor actor, ActivityFilter filter, Instant from, Instant to, int most) {
		return this.list.undated(filter, seenBy(actor), from, to, most);
	}

	/**
	 * The activity, if this person may see it.
	 * @param handle its number, or that of its case while it has none
	 * @throws NotFound if not, as if it did not exist
	 */
	Activity visible(Actor actor, String handle) {
		return this.table.find(handle)
			.filter((activity) -> mayBeSeenBy(actor, activity))
			.orElseThrow(() -> new NotFound("activity " + handle));
	}

	/** The same, empty where it may not be seen. */
	Optional<Activity> find(Actor actor, String handle) {
		return this.table.find(handle).filter((activity) -> mayBeSeenBy(actor, activity));
	}

	private boolean mayBeSeenBy(Actor actor, Activity activity) {
		return actor.zoneWide()
				|| this.parts.of(activity.id())
					.stream()
					.anyMatch((part) -> actor.organisations().contains(part.organisation()))
				|| this.parts.pairings(activity.id())
					.stream()
					.flatMap((number) -> this.pairings.find(number).stream())
					.map(Pairing::organisations)
					.anyMatch((both) -> both.stream().anyMatch(actor.organisations()::contains));
	}

	/** Who takes part, the host first. */
	List<Part> parts(Activity activity) {
		return this.parts.of(activity.id());
	}

	/** The pairings an activity counts for. */
	List<String> pairings(Activity activity) {
		return this.parts.pairings(activity.id());
	}

	/** The organisations whose activities a person sees; {@code null} for all. */
	private static Collection<String> seenBy(Actor actor) {
		return actor.zoneWide() ? null : actor.organisations();
	}

}
