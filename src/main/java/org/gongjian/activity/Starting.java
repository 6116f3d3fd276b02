package org.gongjian.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.Definitions;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.pairing.ListItem;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.pairing.PlanRow;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.springframework.stereotype.Service;

/**
 * Begins a proposal from what is there: the last activity, or a row of the annual plan.
 * What it knows becomes the draft of the start form.
 */
@Service
class Starting {

	/** What a copy does not take over: days, the plan, and files of the other case. */
	private static final List<String> NOT_COPIED = List.of("start", "end", "planRow", "safetyPlan");

	private static final Map<String, String> TYPES = Map.of("TRAINING", "TEAM_TRAINING", "VOLUNTEER", "CARING", "OTHER",
			"DISCUSSION");

	/** The longest title a proposal may have. */
	private static final int TITLE = 60;

	private final Activities activities;

	private final Pairings pairings;

	private final Cases cases;

	private final FormSessions sessions;

	private final Forms forms;

	private final Definitions definitions;

	Starting(Activities activities, Pairings pairings, Cases cases, FormSessions sessions, Forms forms,
			Definitions definitions) {
		this.activities = activities;
		this.pairings = pairings;
		this.cases = cases;
		this.sessions = sessions;
		this.forms = forms;
		this.definitions = definitions;
	}

	/** A draft like an activity of the past. */
	void copy(Actor actor, String handle) {
		Activity activity = this.activities.visible(actor, handle);
		var data = new HashMap<String, Object>();
		if (activity.caseNumber() != null) {
			Map<String, Object> before = this.cases.data(activity.caseNumber());
			context(actor).form()
				.fields()
				.stream()
				.filter((field) -> before.containsKey(field.name()) && !NOT_COPIED.contains(field.name()))
				.forEach((field) -> data.put(field.name(), before.get(field.name())));
		}
		else {
			data.put("title", activity.title().zh());
			data.put("place", activity.place());
			data.put("isThemePartyDay", activity.themePartyDay());
		}
		keep(actor, data);
	}

	/** A draft for a row of the annual plan. */
	void plan(Actor actor, UUID id) {
		PlanRow row = this.pairings.planRow(id).orElseThrow(() -> new NotFound("plan row " + id));
		Pairing pairing = this.pairings.ofPlan(row)
			.filter((one) -> Pairings.mayBeSeenBy(actor, one))
			.orElseThrow(() -> new NotFound("plan row " + id));
		boolean government = "GOVERNMENT".equals(row.hostSide());
		String host = government ? pairing.governmentOrg() : pairing.enterpriseOrg();
		var data = new HashMap<String, Object>();
		data.put("pairing", pairing.number());
		data.put("planRow", row.id().toString());
		data.put("title", row.theme());
		data.put("activityType", TYPES.getOrDefault(row.form(), row.form()));
		data.put("isThemePartyDay", "THEME_PARTY_DAY".equals(row.form()));
		data.put("hostOrg", host);
		data.put("coHosts", List.of(Map.of("organisation", pairing.partnerOf(host))));
		data.put("place", row.place());
		data.put("expectedParticipants", row.people());
		data.values().removeIf(Objects::isNull);
		keep(actor, data);
	}

	/**
	 * A draft for an item of the three lists: what its side offers, needs or promised.
	 */
	void item(Actor actor, UUID id) {
		Pairings.Listed listed = this.pairings.item(id)
			.filter((one) -> Pairings.mayBeSeenBy(actor, one.pairing()))
			.orElseThrow(() -> new NotFound("list item " + id));
		ListItem item = listed.item();
		Pairing pairing = listed.pairing();
		String host = pairing.organisations().contains(item.ownerOrg()) ? item.ownerOrg() : pairing.governmentOrg();
		var data = new HashMap<String, Object>();
		data.put("pairing", pairing.number());
		data.put("title", item.content().substring(0, item.content().offsetByCodePoints(0, length(item.content()))));
		data.put("pillar", (item.kind() == ListItem.Kind.RESOURCE) ? "RESOURCE" : "APPEAL");
		data.put("hostOrg", host);
		data.put("coHosts", List.of(Map.of("organisation", pairing.partnerOf(host))));
		data.put("expectedResult", item.detail());
		data.values().removeIf(Objects::isNull);
		keep(actor, data);
	}

	private static int length(String text) {
		return Math.min(TITLE, text.codePointCount(0, text.length()));
	}

	private void keep(Actor actor, Map<String, Object> data) {
		this.sessions.saveDraft(context(actor), data, null);
	}

	private FormContext context(Actor actor) {
		String definition = this.definitions.newest(ActivityProposalRule.PROCESS)
			.orElseThrow(() -> new NotFound(ActivityProposalRule.PROCESS))
			.id();
		return FormContext.start(actor, ActivityProposalRule.PROCESS, this.forms.catalogue(definition));
	}

}
