package org.gongjian.pairing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers everything about a pairing for its page. */
@Component
class PairingPages {

	private final Pairings pairings;

	private final PairingTable table;

	private final LifeTable life;

	private final Programmes programmes;

	private final Organisations organisations;

	private final People people;

	private final Changes changes;

	private final Matters matters;

	private final Items items;

	private final Watch watch;

	private final ObjectProvider<PlanExecution> execution;

	private final List<PairingAside> asides;

	PairingPages(Pairings pairings, PairingTable table, LifeTable life, Programmes programmes,
			Organisations organisations, People people, Changes changes, Matters matters, Items items, Watch watch,
			ObjectProvider<PlanExecution> execution, List<PairingAside> asides) {
		this.pairings = pairings;
		this.table = table;
		this.life = life;
		this.programmes = programmes;
		this.organisations = organisations;
		this.people = people;
		this.changes = changes;
		this.matters = matters;
		this.items = items;
		this.watch = watch;
		this.execution = execution;
		this.asides = asides.stream().sorted(Comparator.comparingInt(PairingAside::order)).toList();
	}

	@Transactional(readOnly = true)
	Map<String, Object> of(Actor actor, String number) {
		Pairing pairing = this.pairings.visible(actor, number);
		var page = new HashMap<String, Object>();
		facts(actor, pairing, page);
		lists(pairing, page);
		page.put("begin", begin(actor, pairing));
		page.put("cases", this.changes.of(pairing));
		page.put("changing", this.changes.under(pairing).orElse(null));
		page.put("matters", (actor.zoneWide() && pairing.status().paired()) ? this.matters.of(pairing) : List.of());
		page.put("watched", this.watch.of(pairing));
		page.put("officer", actor.has(Watch.OFFICER));
		page.put("mayAsk", mayAsk(actor, pairing));
		page.put("mayMove", Items.mayMove(actor, pairing));
		page.put("begins",
				this.asides.stream().map((aside) -> aside.begin(actor, pairing)).filter(Objects::nonNull).toList());
		page.put("asides",
				this.asides.stream()
					.map((aside) -> new Aside(aside.heading(), aside.all(pairing), aside.lines(actor, pairing)))
					.filter((aside) -> !aside.lines().isEmpty())
					.toList());
		return page;
	}

	private void facts(Actor actor, Pairing pairing, Map<String, Object> page) {
		PairingLife known = this.life.of(pairing.id());
		page.put("pairing", pairing);
		page.put("life", known);
		page.put("predecessor",
				Optional.ofNullable(known.predecessor())
					.flatMap(this.table::byId)
					.filter((other) -> Pairings.mayBeSeenBy(actor, other))
					.orElse(null));
		page.put("successor",
				this.life.successor(pairing.id()).filter((other) -> Pairings.mayBeSeenBy(actor, other)).orElse(null));
		page.put("programme", this.programmes.find(pairing.programme()).orElseThrow());
		page.put("government", this.organisations.get(pairing.governmentOrg()));
		page.put("enterprise", this.organisations.get(pairing.enterpriseOrg()));
		page.put("governmentLiaison", person(pairing.governmentLiaison()));
		page.put("enterpriseLiaison", person(pairing.enterpriseLiaison()));
	}

	private void lists(Pairing pairing, Map<String, Object> page) {
		List<ListItem> all = this.pairings.items(pairing);
		List<PlanRow> plan = this.pairings.plan(pairing);
		var carried = new HashMap<UUID, PlanExecution.Carried>();
		this.execution.stream().forEach((source) -> carried.putAll(source.of(pairing)));
		var demands = new HashMap<Integer, String>();
		all.stream()
			.filter((item) -> item.kind() == ListItem.Kind.DEMAND)
			.forEach((demand) -> demands.put(demand.row(), demand.content()));
		page.put("items", all);
		page.put("demands", demands);
		page.put("stale", !all.isEmpty() && this.items.stale(pairing));
		page.put("plan", plan);
		page.put("carried", carried);
		page.put("planDone",
				plan.stream().filter((row) -> carried.containsKey(row.id()) && carried.get(row.id()).done()).count());
		page.put("agreements", this.pairings.agreements(pairing));
	}

	/** By row of the plan, where its liaisons begin the activity; empty for others. */
	private Map<UUID, String> begin(Actor actor, Pairing pairing) {
		var begin = new HashMap<UUID, String>();
		if (pairing.livedBy(actor)) {
			this.execution.stream()
				.forEach((source) -> this.pairings.plan(pairing)
					.forEach((row) -> begin.put(row.id(), source.begin(row))));
		}
		return begin;
	}

	/** Whether this person may ask to renew, adjust or end it. */
	private static boolean mayAsk(Actor actor, Pairing pairing) {
		return pairing.status().paired()
				&& (actor.has(Watch.OFFICER) || actor.groups().contains("gov-liaison@" + pairing.governmentOrg())
						|| actor.groups().contains("ent-liaison@" + pairing.enterpriseOrg()));
	}

	private Person person(UUID id) {
		return Optional.ofNullable(id).flatMap(this.people::byId).orElse(null);
	}

	record Aside(String heading, String all, List<PairingAside.Line> lines) {
	}

}
