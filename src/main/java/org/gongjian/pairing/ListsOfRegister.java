package org.gongjian.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Writes what is not settled yet of the lists in force as the rows of a form, so that an
 * agreement is drafted on top of them.
 */
@Component
class ListsOfRegister {

	private final ListItemTable items;

	ListsOfRegister(ListItemTable items) {
		this.items = items;
	}

	/** The three lists of a pairing, by the names of their fields. */
	Map<String, Object> of(Pairing pairing) {
		List<ListItem> open = this.items.of(pairing.id())
			.stream()
			.filter((item) -> item.status().replaceable())
			.toList();
		var demands = new ArrayList<ListItem>(only(open, ListItem.Kind.DEMAND));
		var lists = new HashMap<String, Object>();
		lists.put("resourceList", only(open, ListItem.Kind.RESOURCE).stream().map(ListsOfRegister::resource).toList());
		lists.put("demandList", demands.stream().map(ListsOfRegister::demand).toList());
		lists.put("projectList",
				only(open, ListItem.Kind.PROJECT).stream().map((item) -> project(item, demands)).toList());
		return lists;
	}

	private static List<ListItem> only(List<ListItem> items, ListItem.Kind kind) {
		return items.stream().filter((item) -> item.kind() == kind).toList();
	}

	private static Map<String, Object> resource(ListItem item) {
		var row = new LinkedHashMap<String, Object>();
		row.put("side", item.side());
		row.put("category", item.category());
		row.put("item", item.content());
		row.put("quantity", item.quantity());
		row.put("terms", item.detail());
		return filled(row);
	}

	private static Map<String, Object> demand(ListItem item) {
		var row = new LinkedHashMap<String, Object>();
		row.put("side", item.side());
		row.put("category", item.category());
		row.put("need", item.content());
		row.put("priority", item.priority());
		row.put("expectedBy", (item.dueOn() == null) ? null : item.dueOn().toString());
		return filled(row);
	}

	private static Map<String, Object> project(ListItem item, List<ListItem> demands) {
		var row = new LinkedHashMap<String, Object>();
		row.put("title", item.content());
		row.put("ownerSide", item.side());
		row.put("deliverable", item.detail());
		row.put("dueDate", (item.dueOn() == null) ? null : item.dueOn().toString());
		for (int i = 0; i < demands.size(); i++) {
			if (item.linkedRow() != null && demands.get(i).row() == item.linkedRow()) {
				row.put("linkedDemand", i + 1);
			}
		}
		return filled(row);
	}

	private static Map<String, Object> filled(Map<String, Object> row) {
		row.values().removeIf(java.util.Objects::isNull);
		return row;
	}

}
