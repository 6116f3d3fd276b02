package org.gongjian.pairing;

import java.util.List;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;

import org.springframework.stereotype.Component;

/** Reserves lecturers and venues for a pair and gives them back. */
@Component
class Reservations {

	static final String TAKEN = "pairing.violation.resource-taken";

	private final ProgrammeTable programmes;

	private final ListItemTable items;

	private final PlanTable plans;

	Reservations(ProgrammeTable programmes, ListItemTable items, PlanTable plans) {
		this.programmes = programmes;
		this.items = items;
		this.plans = plans;
	}

	/**
	 * Writes the lists of a case into the register, in place of those of an earlier
	 * round.
	 * @throws InvalidInput if another pair has reserved the same meanwhile
	 */
	void reserve(Pairing pairing, CaseData data) {
		ListsOfCase lists = new ListsOfCase(pairing, data);
		this.programmes.lockAll();
		this.items.forget(pairing.id());
		this.plans.forget(pairing.id());
		for (ListItem item : lists.items()) {
			if (taken(item)) {
				throw new InvalidInput("resourceList[" + (item.row() - 1) + "].item", TAKEN, item.content());
			}
			this.items.insert(item);
		}
		lists.plan().forEach(this.plans::insert);
	}

	boolean taken(ListItem item) {
		return item.reservedKey() != null
				&& this.items.taken(item.reservedKey(), item.availableFrom(), item.availableTo(), item.pairing());
	}

	void release(UUID pairing) {
		this.items.release(pairing);
	}

	List<ListItem> of(UUID pairing) {
		return this.items.of(pairing);
	}

}
