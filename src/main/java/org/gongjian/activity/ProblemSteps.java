package org.gongjian.activity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.gongjian.approval.Copies;
import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Call;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that open a case of its own for each problem an activity found, and for an
 * incident. A problem that cannot be opened keeps its row and is shown as not opened.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProblemSteps {

	static final String PROCESS = "problem-escalation";

	private static final Logger logger = LoggerFactory.getLogger(ProblemSteps.class);

	private static final int INCIDENT = 0;

	private static final int TITLE = 60;

	private static final String LEADER = "wc-deputy";

	private final ActivityProposals proposals;

	private final ActivityTable table;

	private final ProblemTable problems;

	private final HouseRequests requests;

	private final Cases cases;

	private final Copies copies;

	private final Roles roles;

	private final ActorSource actors;

	ProblemSteps(ActivityProposals proposals, ActivityTable table, ProblemTable problems, HouseRequests requests,
			Cases cases, Copies copies, Roles roles, ActorSource actors) {
		this.proposals = proposals;
		this.table = table;
		this.problems = problems;
		this.requests = requests;
		this.cases = cases;
		this.copies = copies;
		this.roles = roles;
		this.actors = actors;
	}

	/** One case for each row of the record. */
	void raise(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		List<CaseValues> rows = this.proposals.data(call.caseNumber()).rows("problemsFound");
		for (int row = 1; row <= rows.size(); row++) {
			CaseValues found = rows.get(row - 1);
			var data = new HashMap<String, Object>(common(activity, found.text("organisation")));
			data.put("category", found.text("category"));
			data.put("title", found.text("title"));
			data.put("description", found.text("description"));
			data.put("desiredResult", found.text("desiredResult"));
			data.put("impact", List.of("NONE"));
			data.put("severity", found.text("severity"));
			open(activity, row, data);
		}
	}

	/** A case of the highest severity; the leader in charge is told. */
	void reportIncident(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		CaseValues facts = this.proposals.data(call.caseNumber());
		this.table.incident(activity.id());
		var data = new HashMap<String, Object>(common(activity, activity.hostOrg()));
		data.put("category", "ENVIRONMENT");
		data.put("title", cut("突发情况：" + activity.title().zh()));
		data.put("description", facts.text("incidentFacts"));
		data.put("desiredResult", facts.text("incidentMeasures"));
		data.put("impact", List.of("SAFETY_RISK"));
		data.put("severity", "S1");
		open(activity, INCIDENT, data);
		this.copies.give(call.caseNumber(), new LinkedHashSet<>(this.roles.holders(LEADER)));
	}

	private static String cut(String title) {
		return (title.length() > TITLE) ? title.substring(0, TITLE) : title;
	}

	private static Map<String, Object> common(Activity activity, String organisation) {
		return Map.of("reporterOrg", organisation, "channel", "ACTIVITY", "sourceRef", activity.handle(), "type",
				"HELP", "consentShare", true);
	}

	/** Opens the case of a row, once. */
	private void open(Activity activity, int row, Map<String, Object> data) {
		String title = String.valueOf(data.get("title"));
		if (!this.problems.note(activity.id(), row, title)) {
			return;
		}
		if (!this.requests.knows(PROCESS)) {
			logger.warn("No process {} is released: a problem of {} waits", PROCESS, activity.handle());
			return;
		}
		try {
			CaseFile opened = this.requests.open(PROCESS, reporter(activity), data);
			this.problems.opened(activity.id(), row, opened.number());
			this.cases.log(activity.caseNumber(),
					LogEntry.of(Actor.SYSTEM.username(), "PROBLEM_OPENED", null, opened.number() + " " + title));
		}
		catch (InvalidInput refused) {
			logger.warn("A problem of {} could not be opened: {}", activity.handle(), refused.violations());
		}
	}

	private Actor reporter(Activity activity) {
		return this.roles.holders("liaison@" + activity.hostOrg())
			.stream()
			.findFirst()
			.map(this.actors::actor)
			.orElse(Actor.SYSTEM);
	}

}
