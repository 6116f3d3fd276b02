package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with an activity after it was published: change, call off, report. */
@Service
@Transactional
class Published {

	private static final String SAFETY = "safety";

	private final Activities activities;

	private final ActivityTable table;

	private final Cases cases;

	private final Processes processes;

	private final Clock clock;

	Published(Activities activities, ActivityTable table, Cases cases, Processes processes, Clock clock) {
		this.activities = activities;
		this.table = table;
		this.cases = cases;
		this.processes = processes;
		this.clock = clock;
	}

	/** Whether this person may change it now: the host's people until it begins. */
	boolean mayChange(Actor actor, Activity activity) {
		return ahead(activity) && hosts(actor, activity);
	}

	/** Whether this person may call it off now: the host's people, and safety. */
	boolean mayCancel(Actor actor, Activity activity) {
		return ahead(activity) && (hosts(actor, activity) || actor.has(SAFETY));
	}

	/** Whether this person may report an incident: people of those who take part. */
	boolean mayReport(Actor actor, Activity activity) {
		boolean held = activity.status() == ActivityStatus.PUBLISHED && activity.caseNumber() != null;
		return held && this.activities.parts(activity).stream().anyMatch((part) -> holds(actor, part.organisation()));
	}

	private boolean ahead(Activity activity) {
		return activity.status() == ActivityStatus.PUBLISHED && activity.caseNumber() != null
				&& activity.startsAt().isAfter(this.clock.instant());
	}

	private static boolean hosts(Actor actor, Activity activity) {
		return holds(actor, activity.hostOrg());
	}

	private static boolean holds(Actor actor, String organisation) {
		return Stream.of("gov-liaison", "gov-secretary", "ent-liaison", "ent-secretary")
			.anyMatch((role) -> actor.groups().contains(role + "@" + organisation));
	}

	/**
	 * Changes a published activity: its bookings are made anew, and a major change is
	 * approved anew.
	 * @throws NotAllowed if this person may not
	 * @throws Overtaken if it begins, was changed or cancelled meanwhile
	 */
	void change(Actor actor, String handle, ChangeForm form) {
		ChangeForm.Change change = form.check(this.clock.instant());
		Activity activity = locked(actor, handle);
		if (!hosts(actor, activity)) {
			throw new NotAllowed("activity.change.not-yours");
		}
		require(ahead(activity), activity);
		this.cases.write(activity.caseNumber(), data(activity.caseNumber(), change), actor, "change");
		this.cases.log(activity.caseNumber(), LogEntry.of(actor.username(), "ACTIVITY_CHANGED", null, change.reason()));
		require(this.processes.deliver("ActivityChanged", activity.caseNumber(), Map.of()), activity);
	}

	private Map<String, Object> data(String caseNumber, ChangeForm.Change change) {
		var data = new HashMap<String, Object>();
		data.put("start", PrepareSteps.written(change.start()));
		data.put("end", PrepareSteps.written(change.end()));
		data.put("place", change.place());
		data.put("placeKind", change.placeKind());
		data.put("expectedParticipants", change.participants());
		data.put("minorsInvolved", change.minors());
		data.put("minorsCount", change.minors() ? change.minorsCount() : null);
		if (change.extraBudget().signum() > 0) {
			List<Object> rows = new ArrayList<>();
			if (this.cases.data(caseNumber).get("budget") instanceof List<?> before) {
				rows.addAll(before);
			}
			rows.add(Map.of("item", "OTHER", "qty", BigDecimal.ONE, "unitPrice", change.extraBudget()));
			data.put("budget", rows);
		}
		return data;
	}

	/**
	 * Calls a published activity off.
	 * @throws NotAllowed if this person may not
	 * @throws Overtaken if it begins, was changed or cancelled meanwhile
	 */
	void cancel(Actor actor, String handle, String reason) {
		String why = reason(reason);
		Activity activity = locked(actor, handle);
		if (!hosts(actor, activity) && !actor.has(SAFETY)) {
			throw new NotAllowed("activity.cancel.not-yours");
		}
		require(ahead(activity), activity);
		this.cases.log(activity.caseNumber(), LogEntry.of(actor.username(), "ACTIVITY_CALLED_OFF", null, why));
		require(this.processes.deliver("ActivityCancelled", activity.caseNumber(), Map.of("cancelReason", why)),
				activity);
	}

	/**
	 * Reports that something happened.
	 * @throws NotAllowed if this person may not
	 */
	void reportIncident(Actor actor, String handle, String notice) {
		String what = reason(notice);
		Activity activity = locked(actor, handle);
		if (!mayReport(actor, activity)) {
			throw new NotAllowed("activity.incident.not-yours");
		}
		this.cases.write(activity.caseNumber(), Map.of("incidentNotice", what), actor, "incident");
		this.cases.log(activity.caseNumber(), LogEntry.of(actor.username(), "INCIDENT_REPORTED", null, what));
		require(this.processes.deliver("IncidentReported", activity.caseNumber(), Map.of()), activity);
	}

	private static String reason(String typed) {
		var wrong = new ArrayList<Violation>();
		String text = ChangeForm.line("reason", typed, 5, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return text;
	}

	/** The activity, with its case locked. */
	private Activity locked(Actor actor, String handle) {
		Activity seen = this.activities.visible(actor, handle);
		if (seen.caseNumber() == null) {
			throw new NotFound("case of " + handle);
		}
		this.cases.lock(seen.caseNumber());
		return this.table.lockOfCase(seen.caseNumber()).orElseThrow();
	}

	private static void require(boolean fine, Activity now) {
		if (!fine) {
			throw new Overtaken("activity.overtaken", null, null, now.status().name());
		}
	}

}
