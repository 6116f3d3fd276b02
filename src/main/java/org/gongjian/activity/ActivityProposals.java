package org.gongjian.activity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings what a case proposes into the register. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActivityProposals {

	private final Cases cases;

	private final ActivityTable table;

	private final PartTable parts;

	private final Pairings pairings;

	private final Clock clock;

	ActivityProposals(Cases cases, ActivityTable table, PartTable parts, Pairings pairings, Clock clock) {
		this.cases = cases;
		this.table = table;
		this.parts = parts;
		this.pairings = pairings;
		this.clock = clock;
	}

	/** The data of a case. */
	CaseValues data(String caseNumber) {
		return new CaseValues(this.cases.data(caseNumber));
	}

	/**
	 * Keeps the activity as the case has it now, with its organisations and pairings, and
	 * makes these the parties of the case.
	 * @param step what the register says of it besides the case's data
	 */
	Activity keep(String caseNumber, CaseValues data, Assessed step) {
		Optional<Activity> before = this.table.lockOfCase(caseNumber);
		Activity activity = read(caseNumber, data, before.orElse(null), step);
		if (before.isEmpty()) {
			this.table.insert(activity);
		}
		else {
			this.table.propose(activity);
		}
		List<Part> taking = taking(data);
		Set<String> counted = pairings(data);
		this.parts.replace(activity.id(), taking, counted);
		this.cases.parties(caseNumber, parties(taking, counted));
		this.cases.rename(caseNumber, activity.title());
		return activity;
	}

	private Activity read(String caseNumber, CaseValues data, Activity before, Assessed step) {
		boolean known = before != null;
		String title = data.text("title");
		return new Activity(known ? before.id() : UUID.randomUUID(), known ? before.number() : null, caseNumber,
				new Bilingual(title, title), data.text("pairing"), data.text("hostOrg"), data.text("activityType"),
				data.text("pillar"), data.flag("isThemePartyDay"), data.text("place"), data.text("placeKind"),
				data.moment("start"), data.moment("end"), null, step.status(), step.risk(), step.level(),
				data.count("expectedParticipants"), data.flag("minorsInvolved"),
				new Budget(data.rows("budget")).total(), null, null, null, null, data.id("planRow"),
				known ? before.edition() + (step.newEdition() ? 1 : 0) : 1, known && before.incident(), null, null,
				known ? before.proposedAt() : this.clock.instant(), null, null);
	}

	/** Host, co-hosts and guests. */
	static List<Part> taking(CaseValues data) {
		var taking = new ArrayList<Part>();
		taking.add(new Part(data.text("hostOrg"), Part.HOST));
		data.rows("coHosts").forEach((row) -> taking.add(new Part(row.text("organisation"), Part.CO_HOST)));
		data.rows("guestOrgs").forEach((row) -> taking.add(new Part(row.text("organisation"), Part.GUEST)));
		return taking;
	}

	private static Set<String> pairings(CaseValues data) {
		var pairings = new LinkedHashSet<String>();
		pairings.add(data.text("pairing"));
		data.rows("otherPairings").forEach((row) -> pairings.add(row.text("pairing")));
		return pairings;
	}

	private Set<String> parties(List<Part> taking, Set<String> counted) {
		var parties = new LinkedHashSet<String>();
		taking.forEach((part) -> parties.add(part.organisation()));
		counted.forEach((number) -> this.pairings.find(number).map(Pairing::organisations).ifPresent(parties::addAll));
		return parties;
	}

	/**
	 * What an assessment says of an activity.
	 *
	 * @param newEdition whether it replaces an edition that was published
	 */
	record Assessed(ActivityStatus status, String risk, String level, boolean newEdition) {
	}

}
