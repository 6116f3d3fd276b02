package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.shared.Written;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the items of the three lists from promised to done. The liaisons and secretaries
 * of both sides may, and the Party-building officer.
 */
@Service
@Transactional
class Items {

	private static final Set<String> ROLES = Set.of("gov-liaison", "gov-secretary", "ent-liaison", "ent-secretary");

	private static final Map<ListItem.Status, List<ListItem.Status>> NEXT = Map.of(ListItem.Status.OPEN,
			List.of(ListItem.Status.CLAIMED, ListItem.Status.DOING, ListItem.Status.DROPPED), ListItem.Status.CLAIMED,
			List.of(ListItem.Status.DOING, ListItem.Status.OPEN, ListItem.Status.DROPPED), ListItem.Status.DOING,
			List.of(ListItem.Status.DONE, ListItem.Status.DOING, ListItem.Status.DROPPED), ListItem.Status.DONE,
			List.of(ListItem.Status.DOING), ListItem.Status.DROPPED, List.of(ListItem.Status.OPEN));

	private static final int SHORTEST = 5;

	private static final int LONGEST = 500;

	private final ItemTable table;

	private final Pairings pairings;

	private final Parameters parameters;

	private final ObjectProvider<PlanExecution> execution;

	private final Clock clock;

	Items(ItemTable table, Pairings pairings, Parameters parameters, ObjectProvider<PlanExecution> execution,
			Clock clock) {
		this.table = table;
		this.pairings = pairings;
		this.parameters = parameters;
		this.execution = execution;
		this.clock = clock;
	}

	/** Whether this person may move items of a pairing on. */
	static boolean mayMove(Actor actor, Pairing pairing) {
		boolean side = pairing.organisations()
			.stream()
			.anyMatch((code) -> ROLES.stream().anyMatch((role) -> actor.groups().contains(role + "@" + code)));
		return pairing.status().paired() && (side || actor.has(Watch.OFFICER));
	}

	/** An item of a pairing this person may see, with what became of it. */
	@Transactional(readOnly = true)
	Opened open(Actor actor, String number, UUID id) {
		Pairing pairing = this.pairings.visible(actor, number);
		ListItem item = this.table.find(pairing.id(), id).orElseThrow(() -> new NotFound("item " + id));
		return new Opened(pairing, item, this.table.version(id), NEXT.get(item.status()), this.table.progress(id),
				mayMove(actor, pairing), begin(actor, pairing, item));
	}

	/** Where an activity for an item begins, or {@code null}. */
	private String begin(Actor actor, Pairing pairing, ListItem item) {
		return (item.status().over() || !pairing.livedBy(actor)) ? null
				: this.execution.stream().map((source) -> source.begin(item)).findFirst().orElse(null);
	}

	/**
	 * Moves an item on.
	 * @param note what was done or why it is dropped; needed for DONE and DROPPED
	 * @throws Overtaken if somebody did since
	 */
	void move(Actor actor, String number, UUID id, int version, String to, String note) {
		Opened opened = open(actor, number, id);
		if (!opened.mine()) {
			throw new NotAllowed("pairing.item.not-allowed");
		}
		ListItem.Status next = opened.next()
			.stream()
			.filter((status) -> status.name().equals(to))
			.findFirst()
			.orElseThrow(() -> new InvalidInput("status", "pairing.item.violation.status"));
		String said = note(note, next);
		String claimed = (next == ListItem.Status.CLAIMED) ? actor.username() : null;
		if (!this.table.move(id, version, next, claimed)) {
			throw new Overtaken("pairing.item.overtaken");
		}
		this.table.log(id, new ItemProgress(next, said, actor.username(), this.clock.instant()), version);
	}

	/**
	 * What an activity did moves the items of the project list on; what is over stays.
	 */
	@EventListener
	void reported(DeedsReported reported) {
		for (DeedsReported.Deed deed : reported.deeds()) {
			this.pairings.item(deed.item())
				.map(Pairings.Listed::item)
				.filter((item) -> item.kind() == ListItem.Kind.PROJECT && !item.status().over())
				.ifPresent((item) -> moveBy(reported.activity(), item,
						deed.done() ? ListItem.Status.DONE : ListItem.Status.DOING));
		}
	}

	private void moveBy(String activity, ListItem item, ListItem.Status next) {
		int version = this.table.version(item.id());
		if (this.table.move(item.id(), version, next, null)) {
			this.table.log(item.id(), new ItemProgress(next, activity, Actor.SYSTEM.username(), this.clock.instant()),
					version);
		}
	}

	private static String note(String typed, ListItem.Status next) {
		boolean needed = next == ListItem.Status.DONE || next == ListItem.Status.DROPPED;
		return Written.text(typed).between("note", needed ? SHORTEST : 0, LONGEST, "pairing.item.violation.note");
	}

	/** Whether a pairing's lists have not been worked on for a quarter. */
	@Transactional(readOnly = true)
	boolean stale(Pairing pairing) {
		LocalDate since = this.table.refreshed(pairing.id())
			.map((at) -> LocalDate.ofInstant(at, Time.OFFICE))
			.orElse((pairing.inForceOn() == null) ? pairing.termStart() : pairing.inForceOn());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return pairing.status().paired()
				&& since.plusDays(this.parameters.number("pairing.listRefreshDays")).isBefore(today);
	}

	/**
	 * An item opened.
	 *
	 * @param next the states it may go to
	 * @param progress what became of it, newest first
	 * @param mine whether this person may move it on
	 * @param begin where an activity for it begins, or {@code null}
	 */
	record Opened(Pairing pairing, ListItem item, int version, List<ListItem.Status> next, List<ItemProgress> progress,
			boolean mine, String begin) {
	}

}
