package org.gongjian.pairing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongjian.engine.Call;
import org.gongjian.engine.Rules;
import org.gongjian.engine.Step;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.organisation.Roles;

import org.springframework.stereotype.Component;

/**
 * The step {@code chooseRoute}: whether an integrity check is needed and who approves.
 * Sets {@code needIntegrity}, {@code approvalLevel} and {@code approverRole}.
 */
@Component
class ChooseRoute implements Step {

	private static final List<String> REVIEWERS = List.of("discipline", "party-officer", "party-head", "wc-deputy");

	private static final String NOT_YET = "NONE";

	private final Rules rules;

	private final Roles roles;

	private final People people;

	private final Changes changes;

	ChooseRoute(Rules rules, Roles roles, People people, Changes changes) {
		this.rules = rules;
		this.roles = roles;
		this.people = people;
		this.changes = changes;
	}

	@Override
	public String name() {
		return "chooseRoute";
	}

	@Override
	public void run(Call call) {
		Pairing pairing = this.changes.subject(call.caseNumber());
		boolean hint = reviewerOfEitherSide(pairing);
		var facts = new HashMap<String, Object>();
		facts.put("requestType", call.text("requestType"));
		facts.put("terminateReason", Objects.requireNonNullElse(call.text("terminateReason"), NOT_YET));
		facts.put("waiver", Boolean.TRUE.equals(call.fact("waiver")));
		facts.put("coiHint", hint);
		facts.put("majorChange", Boolean.TRUE.equals(call.fact("majorChange")));
		Map<String, Object> route = this.rules.ask("pairing-route", facts).get(0);
		call.set("coiHint", hint);
		call.set("needIntegrity", route.get("needIntegrity"));
		call.set("approvalLevel", route.get("approvalLevel"));
		call.set("approverRole", "COMMITTEE".equals(route.get("approvalLevel")) ? "wc-secretary" : "wc-deputy");
		call.set("integrityOutcome", NOT_YET);
		call.set("reviewOutcome", NOT_YET);
	}

	/** Whether somebody who reviews belongs to one of the two organisations. */
	private boolean reviewerOfEitherSide(Pairing pairing) {
		return REVIEWERS.stream()
			.flatMap((role) -> this.roles.holders(role).stream())
			.distinct()
			.flatMap((username) -> this.people.byUsername(username).stream())
			.map(Person::orgCode)
			.filter(Objects::nonNull)
			.anyMatch(pairing.organisations()::contains);
	}

}
