package org.gongjian.pairing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;

/** Reads the three lists and the annual plan from the data of a case. */
final class ListsOfCase {

	private static final Set<String> RESERVED = Set.of("VENUE", "LECTURER");

	private final Pairing pairing;

	private final CaseValues data;

	private final Base base;

	ListsOfCase(Pairing pairing, CaseValues data) {
		this(pairing, data, Base.NONE);
	}

	/**
	 * Reads rows that come after others.
	 */
	ListsOfCase(Pairing pairing, CaseValues data, Base base) {
		this.pairing = pairing;
		this.data = data;
		this.base = base;
	}

	List<ListItem> items() {
		var items = new ArrayList<ListItem>();
		read("resourceList", this.base.resources(), items, this::resource);
		read("demandList", this.base.demands(), items, this::demand);
		read("projectList", this.base.projects(), items, this::project);
		return items;
	}

	List<PlanRow> plan() {
		var plan = new ArrayList<PlanRow>();
		for (CaseValues row : this.data.rows("annualPlan")) {
			plan.add(new PlanRow(UUID.randomUUID(), this.pairing.id(), this.base.plan() + plan.size() + 1,
					row.text("month"), row.text("theme"), row.text("form"), row.text("hostSide"), row.text("place"),
					row.count("people"),
					(row.text("estimatedCost") == null) ? null : new BigDecimal(row.text("estimatedCost")),
					row.text("fundingSource")));
		}
		return plan;
	}

	private void read(String list, int before, List<ListItem> into, Reader reader) {
		int row = before;
		for (CaseValues one : this.data.rows(list)) {
			row++;
			into.add(reader.read(one, row));
		}
	}

	ListItem resource(CaseValues row, int number) {
		String owner = owner(row.text("side"));
		LocalDate from = row.date("availableFrom");
		LocalDate to = row.date("availableTo");
		String key = RESERVED.contains(row.text("category")) ? key(owner, row.text("category"), row.text("item"))
				: null;
		return new ListItem(UUID.randomUUID(), this.pairing.id(), ListItem.Kind.RESOURCE, number, row.text("side"),
				owner, row.text("category"), row.text("item"), row.text("terms"), row.count("quantity"),
				(from == null) ? this.pairing.termStart() : from, (to == null) ? this.pairing.termEnd() : to, null,
				null, null, key, (key == null) ? ListItem.Status.OPEN : ListItem.Status.CLAIMED);
	}

	private ListItem demand(CaseValues row, int number) {
		return new ListItem(UUID.randomUUID(), this.pairing.id(), ListItem.Kind.DEMAND, number, row.text("side"),
				owner(row.text("side")), row.text("category"), row.text("need"), null, null, null, null,
				row.date("expectedBy"), row.text("priority"), null, null, ListItem.Status.OPEN);
	}

	private ListItem project(CaseValues row, int number) {
		return new ListItem(UUID.randomUUID(), this.pairing.id(), ListItem.Kind.PROJECT, number, row.text("ownerSide"),
				owner(row.text("ownerSide")), "PROJECT", row.text("title"), row.text("deliverable"), null, null, null,
				row.date("dueDate"), null, linked(row.count("linkedDemand")), null, ListItem.Status.OPEN);
	}

	private Integer linked(Integer demand) {
		return (demand == null) ? null : (Integer) (this.base.demands() + demand);
	}

	private String owner(String side) {
		return "GOVERNMENT".equals(side) ? this.pairing.governmentOrg() : this.pairing.enterpriseOrg();
	}

	/** The same venue or lecturer, however it is spaced or written large. */
	private static String key(String owner, String category, String item) {
		return owner + "|" + category + "|" + item.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
	}

	/** How many rows of each list there are already. */
	record Base(int resources, int demands, int projects, int plan) {

		static final Base NONE = new Base(0, 0, 0, 0);

	}

	private interface Reader {

		ListItem read(CaseValues row, int number);

	}

}
