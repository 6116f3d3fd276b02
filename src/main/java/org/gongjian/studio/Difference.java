package org.gongjian.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What makes one version of a process another.
 *
 * @param added elements that are new
 * @param removed elements that are gone
 * @param changed what is said otherwise about an element
 * @param layoutOnly elements that are only drawn elsewhere
 */
public record Difference(List<Named> added, List<Named> removed, List<Change> changed, List<String> layoutOnly) {

	/** What names another element. */
	static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "attachedToRef", "default");

	/**
	 * An element with its name as drawn.
	 *
	 * @param kind what it is, {@code sequenceFlow}; empty for a file beside the diagram
	 * @param ends of a way: the names of where it begins and where it leads
	 */
	public record Named(String element, String name, String kind, List<String> ends) {
	}

	/**
	 * One thing that is said otherwise.
	 *
	 * @param element the id of the element, or the name of a file beside the diagram
	 * @param name its name as drawn
	 * @param attribute what is said, {@code timerEventDefinition.timeDuration}
	 * @param from what was said, or {@code null}
	 * @param to what is said now, or {@code null}
	 */
	public record Change(String element, String name, String attribute, String from, String to) {
	}

	/** Whether nothing but the drawing changed. */
	public boolean none() {
		return this.added.isEmpty() && this.removed.isEmpty() && this.changed.isEmpty();
	}

	/** Compares two diagrams with the files beside them. */
	static Difference of(byte[] before, Map<String, byte[]> filesBefore, byte[] after, Map<String, byte[]> filesAfter) {
		Parts old = Parts.read(before);
		Parts now = Parts.read(after);
		List<Change> changed = new ArrayList<>();
		List<Change> other = new ArrayList<>();
		old.said().forEach((id, about) -> {
			if (now.said().containsKey(id)) {
				compare(id, now.told(id), about, now.said().get(id), other);
			}
		});
		ReadNames once = new ReadNames(old, filesBefore);
		ReadNames today = new ReadNames(now, filesAfter);
		other.forEach((change) -> changed.add(new Change(change.element(), change.name(), change.attribute(),
				once.of(change, change.from()), today.of(change, change.to()))));
		files(filesBefore, filesAfter, changed);
		List<String> moved = old.drawn()
			.keySet()
			.stream()
			.filter((id) -> now.drawn().containsKey(id) && !Objects.equals(old.drawn().get(id), now.drawn().get(id)))
			.filter((id) -> changed.stream().noneMatch((change) -> change.element().equals(id)))
			.toList();
		return new Difference(both(only(now, old), onlyFiles(now, filesAfter, filesBefore)),
				both(only(old, now), onlyFiles(old, filesBefore, filesAfter)), List.copyOf(changed), moved);
	}

	private static List<Named> only(Parts in, Parts notIn) {
		return in.said()
			.keySet()
			.stream()
			.filter((id) -> !notIn.said().containsKey(id))
			.map((id) -> named(in, id))
			.toList();
	}

	private static Named named(Parts parts, String id) {
		Map<String, String> about = parts.said().get(id);
		List<String> ends = Stream.of("sourceRef", "targetRef")
			.filter(about::containsKey)
			.map((end) -> parts.name(about.get(end)))
			.toList();
		return new Named(id, parts.name(id), about.getOrDefault("kind", ""), ends);
	}

	private static void compare(String element, String name, Map<String, String> before, Map<String, String> after,
			List<Change> changed) {
		var keys = new TreeSet<>(before.keySet());
		keys.addAll(after.keySet());
		keys.stream()
			.filter((key) -> !Objects.equals(before.get(key), after.get(key)))
			.forEach((key) -> changed.add(new Change(element, name, key, before.get(key), after.get(key))));
	}

	private static void files(Map<String, byte[]> before, Map<String, byte[]> after, List<Change> changed) {
		before.forEach((name, content) -> {
			if (after.containsKey(name) && !Arrays.equals(content, after.get(name))) {
				changed.addAll(name.endsWith(".json") ? FormWords.compared(name, content, after.get(name))
						: TableWords.compared(name, content, after.get(name)));
			}
		});
	}

	private static List<Named> onlyFiles(Parts parts, Map<String, byte[]> in, Map<String, byte[]> notIn) {
		return in.keySet()
			.stream()
			.filter((name) -> !notIn.containsKey(name))
			.sorted()
			.map((name) -> new Named(name, parts.name(name.replaceAll("^forms/|\\.json$", "")), "", List.of()))
			.toList();
	}

	private static <T> List<T> both(List<T> some, List<T> others) {
		return Stream.concat(some.stream(), others.stream()).toList();
	}

	/** What to mark in the picture of the version before, by element. */
	public Map<String, String> marksBefore() {
		Map<String, String> marks = marksBoth();
		this.removed.forEach((one) -> marks.put(one.element(), "removed"));
		return marks;
	}

	/** What to mark in the picture of the version after, by element. */
	public Map<String, String> marksAfter() {
		Map<String, String> marks = marksBoth();
		this.added.forEach((one) -> marks.put(one.element(), "added"));
		return marks;
	}

	private Map<String, String> marksBoth() {
		Map<String, String> marks = new TreeMap<>();
		this.layoutOnly.forEach((element) -> marks.put(element, "moved"));
		this.changed.forEach((change) -> marks.put(change.element(), "changed"));
		return marks;
	}

}
