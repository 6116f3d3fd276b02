package org.gongjian.pairing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.shared.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches over pairings in force: flags those without activity, and lets the
 * Party-building officer talk to them, let them rest, or take them up again.
 */
@Service
@Transactional
class Watch {

	/** Who decides about inactive pairings. */
	static final String OFFICER = "party-officer";

	private static final int SHORTEST = 5;

	private static final int LONGEST = 300;

	private final WatchTable table;

	private final Pairings pairings;

	private final Parameters parameters;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Watch(WatchTable table, Pairings pairings, Parameters parameters, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.pairings = pairings;
		this.parameters = parameters;
		this.events = events;
		this.clock = clock;
	}

	/** Flags what has been without activity for long. */
	void flag() {
		LocalDate today = today();
		this.table.flag(today.minusDays(this.parameters.number("pairing.inactiveDays")),
				today.minusDays(this.parameters.number("pairing.talkAgainDays")), today);
	}

	/**
	 * Asks both sides to bring their lists up to date, once in so many days.
	 * @param before the day since which nobody has worked on them or was asked
	 */
	void askForLists(Pairing pairing, LocalDate before) {
		if (this.table.asked(pairing.id(), before, today())) {
			this.events.publishEvent(new ListsStale(pairing.number(), pairing.organisations(), today()));
		}
	}

	/** The pairings flagged, longest first. */
	@Transactional(readOnly = true)
	List<InactiveRow> inactive(Actor actor, int limit) {
		requireOfficer(actor);
		return this.table.inactive(limit);
	}

	/** What was decided about a pairing, newest first. */
	@Transactional(readOnly = true)
	List<WatchEntry> of(Pairing pairing) {
		return this.table.of(pairing.id());
	}

	/**
	 * Decides about a pairing.
	 * @param note why, or what was talked about
	 * @throws Overtaken if somebody did, or it is not in a state for it
	 */
	void decide(Actor actor, String number, WatchEntry.Kind kind, String note) {
		requireOfficer(actor);
		Pairing pairing = this.pairings.visible(actor, number);
		String why = note(note);
		boolean done = switch (kind) {
			case TALK -> this.table.settle(pairing.id());
			case SUSPEND -> this.table.suspend(pairing.id(), why, today());
			case RESUME -> this.table.resume(pairing.id());
		};
		if (!done) {
			throw new Overtaken("pairing.overtaken.moved");
		}
		Instant now = this.clock.instant();
		this.table.insert(new WatchEntry(UUID.randomUUID(), pairing.id(), kind, why, actor.username(), now, today()));
	}

	private static String note(String typed) {
		return Written.text(typed).between("note", SHORTEST, LONGEST, "pairing.watch.violation.note");
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

	private static void requireOfficer(Actor actor) {
		if (!actor.has(OFFICER)) {
			throw new NotAllowed("pairing.watch.not-allowed");
		}
	}

}
