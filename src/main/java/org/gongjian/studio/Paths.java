package org.gongjian.studio;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a case can go in a diagram. */
final class Paths {

	private final Parts parts;

	private final Map<String, Set<String>> next = new HashMap<>();

	private final Set<String> starts;

	Paths(Parts parts) {
		this.parts = parts;
		parts.said().forEach((id, about) -> {
			if ("sequenceFlow".equals(about.get("kind"))) {
				lead(about.get("sourceRef"), about.get("targetRef"));
			}
			if ("boundaryEvent".equals(about.get("kind"))) {
				lead(about.get("attachedToRef"), id);
			}
		});
		this.starts = ids("startEvent");
	}

	private void lead(String from, String to) {
		this.next.computeIfAbsent(String.valueOf(from), (id) -> new HashSet<>()).add(String.valueOf(to));
	}

	private Set<String> ids(String kind) {
		return this.parts.said()
			.entrySet()
			.stream()
			.filter((entry) -> kind.equals(entry.getValue().get("kind")))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Whether a case can come to an element at all. */
	boolean reaches(String element) {
		return reached("").contains(element);
	}

	/**
	 * Whether a case can be completed without passing an element.
	 */
	boolean completesWithout(String element) {
		Set<String> reached = reached(element);
		return ids("endEvent").stream()
			.filter((end) -> "completed".equals(this.parts.said().get(end).get("status")))
			.anyMatch(reached::contains);
	}

	private Set<String> reached(String without) {
		Set<String> seen = new HashSet<>();
		var todo = new ArrayDeque<>(this.starts);
		while (!todo.isEmpty()) {
			String id = todo.poll();
			if (!id.equals(without) && seen.add(id)) {
				todo.addAll(this.next.getOrDefault(id, Set.of()));
			}
		}
		return seen;
	}

	/** The steps that name a form. */
	List<String> forms() {
		return this.parts.said()
			.values()
			.stream()
			.map((about) -> about.get("camunda:formKey"))
			.filter((key) -> key != null && key.startsWith("app:"))
			.map((key) -> "forms/" + key.substring("app:".length()) + ".json")
			.distinct()
			.sorted()
			.toList();
	}

}
