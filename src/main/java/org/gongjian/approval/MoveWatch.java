package org.gongjian.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.gongjian.approval.MoveImpact.Fate;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Node;
import org.gongjian.engine.Failures;
import org.gongjian.engine.Failures.Work;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Looks at a case before and after a move and says what the move did. */
@Component
class MoveWatch {

	private final WorkTable work;

	private final ShareTable shares;

	private final Failures failures;

	private final Definitions definitions;

	MoveWatch(WorkTable work, ShareTable shares, Failures failures, Definitions definitions) {
		this.work = work;
		this.shares = shares;
		this.failures = failures;
		this.definitions = definitions;
	}

	/**
	 * A case at a moment.
	 *
	 * @param steps the step of each open task
	 * @param people who has it
	 * @param timers when each timer of the diagram fires, by its element
	 */
	record Seen(Map<String, String> steps, Map<String, List<String>> people, Map<String, Instant> timers) {
	}

	Seen look(String caseNumber, String instance) {
		Map<String, String> steps = new TreeMap<>();
		Map<String, List<String>> people = new TreeMap<>();
		this.work.ofCase(caseNumber).stream().filter(WorkItem::open).forEach((item) -> {
			steps.put(item.id(), item.step());
			people.put(item.id(), this.shares.people(item.id()));
		});
		Map<String, Instant> timers = this.failures.of(instance)
			.stream()
			.filter((one) -> one.kind() != Failures.Kind.CONTINUE && one.due() != null
					&& !steps.containsValue(one.element()))
			.collect(Collectors.toMap(Work::element, Work::due, (one, other) -> one, TreeMap::new));
		return new Seen(steps, people, timers);
	}

	/** What happened between two looks. */
	MoveImpact between(Seen before, Seen after, String definition) {
		List<MoveImpact.Task> tasks = new ArrayList<>();
		for (String id : all(before.steps().keySet(), after.steps().keySet())) {
			String step = after.steps().getOrDefault(id, before.steps().get(id));
			List<String> had = before.people().getOrDefault(id, List.of());
			List<String> has = after.people().getOrDefault(id, List.of());
			Fate fate = !after.steps().containsKey(id) ? Fate.TAKEN
					: before.steps().containsKey(id) ? Fate.STAYS : Fate.CREATED;
			tasks.add(
					new MoveImpact.Task(step, name(definition, step), fate, has, without(had, has), without(has, had)));
		}
		List<MoveImpact.Timer> timers = all(before.timers().keySet(), after.timers().keySet()).stream()
			.filter((element) -> !Objects.equals(before.timers().get(element), after.timers().get(element)))
			.map((element) -> new MoveImpact.Timer(element, name(definition, element), before.timers().get(element),
					after.timers().get(element)))
			.toList();
		return new MoveImpact(tasks, timers);
	}

	private Bilingual name(String definition, String element) {
		return this.definitions.node(definition, element)
			.map(Node::name)
			.filter((name) -> !name.en().isBlank())
			.orElse(new Bilingual(element, element));
	}

	private static Set<String> all(Collection<String> some, Collection<String> others) {
		Set<String> all = new LinkedHashSet<>(some);
		all.addAll(others);
		return all;
	}

	private static List<String> without(List<String> some, List<String> others) {
		return some.stream().filter((one) -> !others.contains(one)).toList();
	}

}
