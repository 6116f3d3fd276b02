package org.gongjian.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.Assignees;
import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Stop;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.springframework.stereotype.Component;

/** Whom steps would ask today, by the same rules as when they are really opened. */
@Component
class RehearsedPeople {

	private final Assignees assignees;

	private final Eligibility eligibility;

	RehearsedPeople(Assignees assignees, Eligibility eligibility) {
		this.assignees = assignees;
		this.eligibility = eligibility;
	}

	/** Steps both ways have in common that ask others, and steps that find nobody. */
	List<Rehearsed.Finding> compared(CaseFile file, Course old, Course now) {
		Map<String, Stop> before = old.stops()
			.stream()
			.filter(Stop::asksPeople)
			.collect(Collectors.toMap(Stop::element, Function.identity(), (one, other) -> one));
		List<Rehearsed.Finding> findings = new ArrayList<>();
		Map<String, Asked> known = new HashMap<>();
		now.stops().stream().filter(Stop::asksPeople).forEach((stop) -> {
			Asked after = asked(file, stop, now, known);
			Stop same = before.get(stop.element());
			Asked was = (same == null) ? null : asked(file, same, old, known);
			if (was != null && !was.people().equals(after.people())) {
				findings.add(finding(Rehearsed.Kind.PEOPLE, stop, was.words(), after.words()));
			}
			if (after.nobody() && (was == null || !was.nobody())) {
				findings.add(finding(Rehearsed.Kind.NOBODY, stop, "", after.words()));
			}
		});
		return findings;
	}

	/**
	 * Who is asked.
	 *
	 * @param nobody whether those really meant cannot be asked
	 */
	record Asked(Set<String> people, boolean nobody) {

		String words() {
			return String.join(", ", this.people);
		}

	}

	private Asked asked(CaseFile file, Stop stop, Course course, Map<String, Asked> known) {
		String who = stop.settings().getOrDefault("who", "");
		boolean review = "true".equals(stop.settings().get("review"));
		List<String> slots = this.assignees.slots(who, course.facts()::get);
		return known.computeIfAbsent(slots + " " + review, (key) -> eligible(file, slots, review));
	}

	private Asked eligible(CaseFile file, List<String> slots, boolean review) {
		Set<String> people = new TreeSet<>();
		boolean nobody = false;
		for (String slot : slots) {
			Eligible eligible = this.eligibility.eligible(slot, review ? Set.copyOf(file.parties()) : Set.of(),
					review ? Set.of(file.initiator()) : Set.of(), review);
			people.addAll(eligible.usernames());
			nobody |= !Eligible.ROLE.equals(eligible.reason());
		}
		return new Asked(people, nobody);
	}

	/** Whom a step of a made-up case would ask, by slot. */
	Map<String, Set<String>> of(Stop stop, Map<String, Object> facts) {
		Map<String, Set<String>> asked = new java.util.LinkedHashMap<>();
		this.assignees.slots(stop.settings().getOrDefault("who", ""), facts::get)
			.forEach((slot) -> asked.put(slot,
					new TreeSet<>(this.eligibility.eligible(slot, Set.of(), Set.of(), false).usernames())));
		return asked;
	}

	private static Rehearsed.Finding finding(Rehearsed.Kind kind, Stop stop, String from, String to) {
		return new Rehearsed.Finding(kind, stop.element(), stop.name(), from, to);
	}

}
