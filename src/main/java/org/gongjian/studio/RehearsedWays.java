package org.gongjian.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.engine.Rehearsal.Course;
import org.gongjian.engine.Rehearsal.Stop;

/** What two ways have not in common. */
final class RehearsedWays {

	private static final Pattern DAYS = Pattern.compile("P(\\d+)W?D");

	private RehearsedWays() {
	}

	static List<Rehearsed.Finding> compared(Course old, Course now) {
		Map<String, Stop> before = byElement(old);
		Map<String, Stop> after = byElement(now);
		List<Rehearsed.Finding> findings = new ArrayList<>();
		only(after, before).forEach((stop) -> findings.add(stop.runsOut() ? finding(Rehearsed.Kind.TIMER, stop, "", "")
				: finding(Rehearsed.Kind.ADDED, stop, "", who(stop))));
		only(before, after)
			.forEach((stop) -> findings.add(stop.runsOut() ? finding(Rehearsed.Kind.NO_TIMER, stop, "", "")
					: finding(Rehearsed.Kind.DROPPED, stop, who(stop), "")));
		findings.addAll(unreturned(old, now));
		String from = ends(old);
		String to = ends(now);
		if (!from.equals(to)) {
			findings.add(new Rehearsed.Finding(Rehearsed.Kind.ENDS, "", "", from, to));
		}
		now.stops()
			.stream()
			.filter((stop) -> !stop.certain())
			.findFirst()
			.filter((stop) -> old.stops().stream().allMatch(Stop::certain))
			.ifPresent((stop) -> findings.add(finding(Rehearsed.Kind.UNCLEAR, stop, "", "")));
		return findings;
	}

	/** What lies on one way and not on the other; where they end is told apart. */
	private static Stream<Stop> only(Map<String, Stop> one, Map<String, Stop> other) {
		return one.values().stream().filter((stop) -> !stop.ends() && !other.containsKey(stop.element()));
	}

	private static List<Rehearsed.Finding> unreturned(Course old, Course now) {
		return now.unreturned()
			.stream()
			.filter((stay) -> !old.unreturned().contains(stay))
			.map((stay) -> new Rehearsed.Finding(Rehearsed.Kind.NO_RETURN, stay.step(), name(now, stay.step()),
					name(old, stay.returnedTo()), ""))
			.toList();
	}

	private static String name(Course course, String step) {
		return course.stops()
			.stream()
			.filter((stop) -> stop.element().equals(step))
			.map(Stop::name)
			.findFirst()
			.orElse(step);
	}

	private static Rehearsed.Finding finding(Rehearsed.Kind kind, Stop stop, String from, String to) {
		return new Rehearsed.Finding(kind, stop.element(), stop.name(), from, to);
	}

	private static String who(Stop stop) {
		return stop.settings().getOrDefault("who", "");
	}

	private static Map<String, Stop> byElement(Course course) {
		return course.stops()
			.stream()
			.collect(Collectors.toMap(Stop::element, Function.identity(), (one, other) -> one, LinkedHashMap::new));
	}

	private static String ends(Course course) {
		return course.stops().stream().filter(Stop::ends).map(Stop::name).sorted().collect(Collectors.joining(", "));
	}

	/** The working days allowed on a way, one step after the other. */
	static int days(Course course) {
		return course.stops().stream().map(Stop::due).filter(java.util.Objects::nonNull).mapToInt((due) -> {
			var found = DAYS.matcher(due);
			return found.find() ? Integer.parseInt(found.group(1)) : 0;
		}).sum();
	}

}
