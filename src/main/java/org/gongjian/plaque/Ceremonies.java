package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ceremonies, and the hand-over of many plaques at once. */
@Service
public class Ceremonies {

	static final String MESSAGE = "CeremonyHeld";

	private static final Logger logger = LoggerFactory.getLogger(Ceremonies.class);

	private final CeremonyTable table;

	private final DeliveryTable deliveries;

	private final BatchTable batches;

	private final PlaqueTable plaques;

	private final PairingTerms pairings;

	private final Processes processes;

	private final Cases cases;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Ceremonies(CeremonyTable table, DeliveryTable deliveries, BatchTable batches, PlaqueTable plaques,
			PairingTerms pairings, Processes processes, Cases cases, Clock clock,
			PlatformTransactionManager transactions) {
		this.table = table;
		this.deliveries = deliveries;
		this.batches = batches;
		this.plaques = plaques;
		this.pairings = pairings;
		this.processes = processes;
		this.cases = cases;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** A page, latest first. */
	public Slice<Ceremony> list(String cursor, int limit) {
		RowCursor before = RowCursor.of(cursor);
		return Slice.cut(this.table.page(before.day(), before.uuid(), limit + 1), limit,
				(ceremony) -> new RowCursor(ceremony.plannedOn(), ceremony.id()).text());
	}

	/** A ceremony. @throws NotFound if there is none */
	public Ceremony get(UUID id) {
		return this.table.find(id).orElseThrow(() -> new NotFound("ceremony " + id));
	}

	UUID plan(Actor actor, CeremonyForm form) {
		Batches.requireOfficer(actor);
		CeremonyForm.Planned planned = form.check();
		UUID id = UUID.randomUUID();
		this.table.insert(id, planned, null, actor.username());
		return id;
	}

	/**
	 * Changes one that is still to come.
	 * @throws Overtaken if somebody did so since, or it took place
	 */
	void change(Actor actor, UUID id, CeremonyForm form, int version) {
		Batches.requireOfficer(actor);
		if (!this.table.change(id, form.check(), version, actor.username())) {
			throw overtaken(id);
		}
	}

	void cancel(Actor actor, UUID id) {
		Batches.requireOfficer(actor);
		if (!this.table.cancel(id, actor.username())) {
			throw overtaken(id);
		}
	}

	private Overtaken overtaken(UUID id) {
		Ceremony now = get(id);
		return new Overtaken("plaque.ceremony.changed", now.updatedBy(), now.updatedAt(), now.state());
	}

	/** The plaques that are, or were, handed over there. */
	List<Plaque> recipients(UUID id) {
		return this.batches.ofCeremony(id)
			.stream()
			.flatMap((batch) -> this.plaques.ofBatch(batch.id()).stream())
			.filter((plaque) -> plaque.state() != PlaqueState.NOT_AWARDED)
			.toList();
	}

	/** The cases of the awards that meet there. */
	List<Batch> awards(UUID id) {
		return this.batches.ofCeremony(id);
	}

	/** The pairings that come into force there. */
	List<PairingTerm> waitingPairings() {
		return this.pairings.waitingForCeremony();
	}

	/** What every case was told; empty before the ceremony was held. */
	List<Delivery> deliveries(UUID id) {
		return this.deliveries.of(id);
	}

	/**
	 * The ceremony takes place: everybody who waits for it is told, each in a transaction
	 * of its own. Doing it again tells only those that were missed.
	 * @throws NotAllowed if the actor is no officer
	 * @throws Overtaken if the ceremony was cancelled
	 */
	List<Delivery> handOver(Actor actor, UUID id) {
		Batches.requireOfficer(actor);
		this.transaction.executeWithoutResult((status) -> hold(actor, id));
		for (Delivery delivery : this.deliveries.of(id)) {
			if (delivery.outcome().equals("PENDING")) {
				tell(id, delivery.caseNumber());
			}
		}
		return this.deliveries.of(id);
	}

	private void hold(Actor actor, UUID id) {
		Ceremony ceremony = this.table.lock(id).orElseThrow(() -> new NotFound("ceremony " + id));
		if (ceremony.held()) {
			return;
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		if (!this.table.hold(id, today, actor.username())) {
			throw new Overtaken("plaque.ceremony.changed", ceremony.updatedBy(), ceremony.updatedAt(),
					ceremony.state());
		}
		this.batches.ofCeremony(id)
			.stream()
			.filter(Batch::open)
			.forEach((batch) -> this.deliveries.expect(id, batch.caseNumber(), subject(batch)));
		for (PairingTerm pairing : this.pairings.waitingForCeremony()) {
			this.deliveries.expect(id, pairing.caseNumber(), String.join(",", pairing.organisations()));
		}
	}

	private String subject(Batch batch) {
		var codes = new ArrayList<String>();
		for (Plaque plaque : this.plaques.ofBatch(batch.id())) {
			if (plaque.state() != PlaqueState.NOT_AWARDED && plaque.state() != PlaqueState.VOID) {
				codes.add(plaque.organisation());
			}
		}
		String all = String.join(",", codes);
		return (all.length() > 200) ? all.substring(0, all.lastIndexOf(',', 199)) : all;
	}

	/** One case is told; whatever goes wrong there must not keep the others waiting. */
	private void tell(UUID id, String caseNumber) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.cases.lock(caseNumber);
				if (this.deliveries.settle(id, caseNumber, "DELIVERED") && !deliver(id, caseNumber)) {
					this.deliveries.missed(id, caseNumber);
				}
			});
		}
		catch (RuntimeException failed) {
			logger.warn("The case {} could not be told that ceremony {} was held; it can be told again", caseNumber, id,
					failed);
		}
	}

	/** Whether the case, of plaques or of a pairing, was waiting for the ceremony. */
	private boolean deliver(UUID id, String caseNumber) {
		return this.batches.ofCase(caseNumber).isPresent() ? this.processes.deliver(MESSAGE, caseNumber, Map.of())
				: this.pairings.ceremonyHeld(caseNumber, get(id).heldOn());
	}

}
