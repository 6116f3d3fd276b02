package org.gongjian.pairing;

import java.util.List;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
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
	void reserve(Pairing pairing, CaseValues data) {
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

	/**
	 * Reserves what a case adds to the lists of a pairing in force; the rows count once
	 * the case is through.
	 * @throws InvalidInput if another pair has reserved the same meanwhile
	 */
	void stage(Pairing pairing, CaseValues data, String caseNumber) {
		this.programmes.lockAll();
		unstage(caseNumber);
		ListsOfCase lists = new ListsOfCase(pairing, data, base(pairing.id()));
		List<ListItem> items = lists.items();
		for (ListItem item : items) {
			if (taken(item)) {
				throw new InvalidInput("resourceList[" + items.indexOf(item) + "].item", TAKEN, item.content());
			}
			this.items.insert(item, caseNumber);
		}
		lists.plan().forEach((row) -> this.plans.insert(row, caseNumber));
	}

	private ListsOfCase.Base base(UUID pairing) {
		return new ListsOfCase.Base(this.items.lastRow(pairing, ListItem.Kind.RESOURCE),
				this.items.lastRow(pairing, ListItem.Kind.DEMAND), this.items.lastRow(pairing, ListItem.Kind.PROJECT),
				this.plans.lastRow(pairing));
	}

	/**
	 * Brings the rows of a case into force.
	 * @param instead whether they take the place of those nobody has begun
	 */
	void apply(UUID pairing, String caseNumber, boolean instead) {
		if (instead) {
			this.items.clear(pairing);
			this.plans.clear(pairing);
		}
		this.items.apply(caseNumber);
		this.plans.apply(caseNumber);
	}

	/** Takes back what a case wanted to add; doing it twice changes nothing. */
	void unstage(String caseNumber) {
		this.items.unstage(caseNumber);
		this.plans.unstage(caseNumber);
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
