package org.gongjian.activity;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The register of activities for programs. */
@Component
class ActivityRegister implements Register {

	private final Activities activities;

	private final Clock clock;

	ActivityRegister(Activities activities, Clock clock) {
		this.activities = activities;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "activities";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.activities.page(actor, new ActivityFilter(q, status, "", ""), cursor, limit)
			.map((row) -> row(row.activity()));
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.activities.find(actor, number).map(this::row);
	}

	private Map<String, Object> row(Activity activity) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", activity.handle());
		row.put("case", activity.caseNumber());
		row.put("titleEn", activity.title().en());
		row.put("titleZh", activity.title().zh());
		row.put("status", activity.statusAt(this.clock.instant()));
		row.put("activityType", activity.type());
		row.put("pillar", activity.pillar());
		row.put("hostOrg", activity.hostOrg());
		row.put("organisations", this.activities.parts(activity).stream().map(Part::organisation).toList());
		row.put("pairings", this.activities.pairings(activity));
		row.put("start", text(activity.startsAt()));
		row.put("end", text(activity.endsAt()));
		row.put("place", activity.place());
		row.put("placeKind", activity.placeKind());
		row.put("riskLevel", activity.risk());
		row.put("approvalLevel", activity.level());
		row.put("participants", activity.participants());
		row.put("budget", activity.budget());
		row.put("actualCost", activity.actualCost());
		row.put("attendanceRate", activity.attendanceRate());
		row.put("score", activity.score());
		row.put("edition", activity.edition());
		row.put("provenance", activity.provenance());
		return row;
	}

	private static String text(Object moment) {
		return (moment == null) ? null : moment.toString();
	}

}
