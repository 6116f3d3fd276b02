package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of pairings. People of an organisation see its own only. */
@Service
@Transactional
public class Pairings {

	private final PairingTable table;

	private final PairingListTable list;

	private final ListItemTable items;

	private final PlanTable plans;

	private final AgreementTable agreements;

	private final LifeTable life;

	private final Processes processes;

	Pairings(PairingTable table, PairingListTable list, ListItemTable items, PlanTable plans, AgreementTable agreements,
			LifeTable life, Processes processes) {
		this.table = table;
		this.list = list;
		this.items = items;
		this.plans = plans;
		this.agreements = agreements;
		this.life = life;
		this.processes = processes;
	}

	/**
	 * The pairing of that number.
	 * @param handle its number, or that of its case while it has none
	 */
	@Transactional(readOnly = true)
	public Optional<Pairing> find(String handle) {
		return (handle == null) ? Optional.empty() : this.table.find(handle);
	}

	/** The pairing a case is about. */
	@Transactional(readOnly = true)
	public Optional<Pairing> ofCase(String caseNumber) {
		return this.table.ofCase(caseNumber);
	}

	/**
	 * The pairing of that number, if this person may see it.
	 * @throws NotFound if not, as if it did not exist
	 */
	@Transactional(readOnly = true)
	public Pairing visible(Actor actor, String handle) {
		return find(handle).filter((pairing) -> mayBeSeenBy(actor, pairing))
			.orElseThrow(() -> new NotFound("pairing " + handle));
	}

	/**
	 * A page of the register as this person may see it, newest first.
	 * @param cursor of the page before, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Slice<Pairing> list(Actor actor, PairingFilter filter, String cursor, int limit) {
		return rows(actor, filter, cursor, limit).map(PairingRow::pairing);
	}

	/** The same with the names of both sides. */
	@Transactional(readOnly = true)
	public Slice<PairingRow> rows(Actor actor, PairingFilter filter, String cursor, int limit) {
		RowCursor after = RowCursor.of(cursor);
		return Slice.cut(this.list.page(filter, seenBy(actor), after, limit + 1), limit,
				(row) -> new RowCursor(row.pairing().proposedAt(), row.pairing().id()).text());
	}

	/** The pairings of an organisation that are in force. */
	@Transactional(readOnly = true)
	public List<Pairing> inForce(String organisation) {
		return this.table.in(PairingStatus.PAIRED, Set.of(organisation));
	}

	/** The three lists of a pairing. */
	@Transactional(readOnly = true)
	public List<ListItem> items(Pairing pairing) {
		return this.items.of(pairing.id());
	}

	/** The annual plan of a pairing. */
	@Transactional(readOnly = true)
	public List<PlanRow> plan(Pairing pairing) {
		return this.plans.of(pairing.id());
	}

	/** A row of an annual plan. */
	@Transactional(readOnly = true)
	public Optional<PlanRow> planRow(UUID id) {
		return this.plans.find(id);
	}

	/** The pairing a row of an annual plan belongs to. */
	@Transactional(readOnly = true)
	public Optional<Pairing> ofPlan(PlanRow row) {
		return this.table.byId(row.pairing());
	}

	/** An item of the three lists with the pairing it belongs to. */
	@Transactional(readOnly = true)
	public Optional<Listed> item(UUID id) {
		return this.items.find(id)
			.flatMap((item) -> this.table.byId(item.pairing()).map((pairing) -> new Listed(item, pairing)));
	}

	/** An item of a list and its pairing. */
	public record Listed(ListItem item, Pairing pairing) {
	}

	/** The versions of its agreement, newest first. */
	@Transactional(readOnly = true)
	public List<Agreement> agreements(Pairing pairing) {
		return this.agreements.of(pairing.id());
	}

	/**
	 * The ceremony was held with these pairings on its list: cases that wait for it go
	 * on. Doing it twice changes nothing.
	 * @param numbers of the pairings
	 */
	public void ceremonyHeld(Collection<String> numbers, LocalDate on) {
		for (String number : numbers) {
			Pairing pairing = find(number).orElseThrow(() -> new NotFound("pairing " + number));
			boolean first = this.table.ceremony(pairing.id(), on);
			if (first && pairing.caseNumber() != null) {
				this.processes.deliver("CeremonyHeld", pairing.caseNumber(), Map.of());
			}
		}
	}

	/**
	 * Both sides have confirmed an activity of a pairing: it is alive.
	 * @param number of the pairing; one that is unknown is passed over
	 * @param on the day of the activity
	 */
	public void activityConfirmed(String number, LocalDate on) {
		find(number).ifPresent((pairing) -> this.life.active(pairing.id(), on));
	}

	/** How a pairing goes on once it is in force. */
	@Transactional(readOnly = true)
	public PairingLife life(Pairing pairing) {
		return this.life.of(pairing.id());
	}

	/**
	 * Whether a person may see a pairing: everybody of the zone, and both sides' people.
	 */
	public static boolean mayBeSeenBy(Actor actor, Pairing pairing) {
		return actor.zoneWide() || pairing.organisations().stream().anyMatch(actor.organisations()::contains);
	}

	/** The organisations whose pairings a person sees; {@code null} for all. */
	private static Collection<String> seenBy(Actor actor) {
		return actor.zoneWide() ? null : actor.organisations();
	}

}
