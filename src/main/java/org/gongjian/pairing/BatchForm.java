package org.gongjian.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several proposals under one programme, as typed: what they share, and their pairs.
 *
 * @param governments the codes of the rows
 * @param enterprises the codes of the same rows
 * @param reasons why those two; where empty the shared reason counts
 * @param token which batch this is, so that sending it twice starts nothing twice
 */
record BatchForm(String reason, List<String> focusAreas, String plannedActivities, String plannedDeeds,
		String termStart, String termEnd, Boolean plaqueRequested, String waiverReason, List<String> governments,
		List<String> enterprises, List<String> reasons, String token) {

	static final int MOST = 100;

	BatchForm {
		focusAreas = listed(focusAreas);
		governments = listed(governments);
		enterprises = listed(enterprises);
		reasons = listed(reasons);
		plaqueRequested = Boolean.TRUE.equals(plaqueRequested);
	}

	private static List<String> listed(List<String> list) {
		return (list == null) ? List.of() : List.copyOf(list);
	}

	/** The rows in which anything was chosen. */
	List<Row> rows() {
		var rows = new ArrayList<Row>();
		for (int i = 0; i < Math.max(this.governments.size(), this.enterprises.size()); i++) {
			Row row = new Row(at(this.governments, i), at(this.enterprises, i), at(this.reasons, i));
			if (!row.governmentOrg().isEmpty() || !row.enterpriseOrg().isEmpty()) {
				rows.add(row);
			}
		}
		return rows;
	}

	private static String at(List<String> list, int index) {
		return (index < list.size()) ? list.get(index).strip() : "";
	}

	/** The same with other rows. */
	BatchForm with(List<Row> rows) {
		return new BatchForm(this.reason, this.focusAreas, this.plannedActivities, this.plannedDeeds, this.termStart,
				this.termEnd, this.plaqueRequested, this.waiverReason, rows.stream().map(Row::governmentOrg).toList(),
				rows.stream().map(Row::enterpriseOrg).toList(), rows.stream().map(Row::reason).toList(), this.token);
	}

	/** The fields of the start form for one row. */
	Map<String, Object> data(String programme, Row row) {
		var data = new HashMap<String, Object>();
		data.put("requestType", RequestType.NEW.name());
		data.put("programme", programme);
		data.put("governmentOrg", row.governmentOrg());
		data.put("enterpriseOrg", row.enterpriseOrg());
		data.put("reason", row.reason().isEmpty() ? this.reason : row.reason());
		data.put("focusAreas", this.focusAreas);
		data.put("plannedActivities", this.plannedActivities);
		data.put("plannedDeeds", this.plannedDeeds);
		data.put("termStart", this.termStart);
		data.put("termEnd", this.termEnd);
		data.put("plaqueRequested", this.plaqueRequested);
		data.put("waiverReason", this.waiverReason);
		data.values().removeIf((value) -> value == null || "".equals(value));
		return data;
	}

	/** A pair to be proposed. */
	record Row(String governmentOrg, String enterpriseOrg, String reason) {
	}

}
