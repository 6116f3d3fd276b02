package org.gongjian.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.Failures;
import org.gongjian.engine.Repairs;
import org.gongjian.engine.RunningInstances;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The running and ended cases of each process. */
@Service
@Transactional(readOnly = true)
class Overview {

	static final int MOST = 100;

	/** More failures are not shown at once. */
	private static final int FAILED = 25;

	/** A task that has waited so long is warm. */
	private static final Duration WARM = Duration.ofDays(3);

	private static final Comparator<Instant> LAST = Comparator.nullsLast(Comparator.naturalOrder());

	private final Definitions definitions;

	private final RunningInstances instances;

	private final Repairs repairs;

	private final StepTable steps;

	private final DiagramPicture picture;

	private final MessageSource messages;

	private final Clock clock;

	private final Failures failures;

	Overview(Definitions definitions, RunningInstances instances, Repairs repairs, Failures failures, StepTable steps,
			DiagramPicture picture, MessageSource messages, Clock clock) {
		this.failures = failures;
		this.definitions = definitions;
		this.instances = instances;
		this.repairs = repairs;
		this.steps = steps;
		this.picture = picture;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A process in the list.
	 *
	 * @param cases how many there are, by state
	 * @param stuck the numbers of cases nothing can move on
	 * @param failures what failed in them
	 */
	record Process(Released newest, Map<String, Long> cases, List<String> stuck, List<Failures.Failure> failures) {

		long count(String status) {
			return this.cases.getOrDefault(status, 0L);
		}

		/** How many run. */
		public long open() {
			return count("open");
		}

		/** How many have ended. */
		public long ended() {
			return this.cases.values().stream().mapToLong(Long::longValue).sum() - open();
		}

	}

	/**
	 * A step of a process.
	 *
	 * @param tokens how many cases stand there
	 * @param heat 0 for nothing, 1 for waiting, 2 for waiting long, 3 for late
	 */
	record Step(String id, Bilingual name, int tokens, int overdue, Instant oldest, int failed, int heat) {
	}

	List<Process> processes() {
		return this.definitions.newest().stream().map((newest) -> process(newest)).toList();
	}

	Process process(String key) {
		Released newest = this.definitions.newest(key).orElseThrow(() -> new NotFound("process " + key));
		return process(newest);
	}

	private Process process(Released newest) {
		String key = newest.process();
		return new Process(newest, this.steps.cases(key), this.repairs.stuck(key, MOST), this.failures.in(key, FAILED));
	}

	/** The versions of which cases run, and the newest. */
	Map<Released, Long> versions(String key) {
		Map<Released, Long> versions = new LinkedHashMap<>();
		for (Released version : this.instances.versions(key)) {
			long running = this.instances.running(version.id());
			if (running > 0 || versions.isEmpty()) {
				versions.put(version, running);
			}
		}
		return versions;
	}

	/** Where the cases of a version stand. */
	List<Step> steps(Released version) {
		Map<String, StepTable.Open> open = new HashMap<>();
		this.steps.open(version.id(), this.clock.instant()).forEach((one) -> open.put(one.step(), one));
		Map<String, RunningInstances.Standing> standing = new HashMap<>();
		this.instances.standing(version.id()).forEach((one) -> standing.put(one.element(), one));
		Set<String> ids = new TreeSet<>(open.keySet());
		ids.addAll(standing.keySet());
		List<Step> steps = new ArrayList<>();
		for (String id : ids) {
			this.definitions.node(version.id(), id)
				.ifPresent((node) -> steps.add(step(id, node.name(), open.get(id), standing.get(id))));
		}
		steps.sort(
				Comparator.comparing(Step::heat).reversed().thenComparing(Step::oldest, LAST).thenComparing(Step::id));
		return steps;
	}

	private Step step(String id, Bilingual name, StepTable.Open open, RunningInstances.Standing standing) {
		int tokens = (standing == null) ? open.tasks() : Math.max(standing.tokens(), (open == null) ? 0 : 1);
		int overdue = (open == null) ? 0 : open.overdue();
		Instant oldest = (open == null) ? null : open.oldest();
		boolean warm = oldest != null && oldest.isBefore(this.clock.instant().minus(WARM));
		int heat = (overdue > 0) ? 3 : warm ? 2 : (tokens > 0) ? 1 : 0;
		return new Step(id, name, tokens, overdue, oldest, (standing == null) ? 0 : standing.failed(), heat);
	}

	/** The diagram with how many stand where, how long they wait and where they fail. */
	String picture(Released version, List<Step> steps, Locale locale) {
		Map<String, DiagramPicture.Count> counts = new HashMap<>();
		int all = 0;
		for (Step step : steps) {
			if (step.tokens() > 0 || step.failed() > 0) {
				counts.put(step.id(),
						new DiagramPicture.Count(String.valueOf(step.tokens()), step.heat(), step.failed() > 0));
				all += step.tokens();
			}
		}
		int standing = counts.size();
		this.instances.ended(version.id())
			.forEach((end, cases) -> counts.put(end, new DiagramPicture.Count(String.valueOf(cases), 0, false)));
		String description = this.messages.getMessage("operations.picture", new Object[] { all, standing }, locale);
		return this.picture.svg(this.definitions.diagram(version.id()), counts, description, locale);
	}

	/** The cases at a step where nobody is asked: they wait for a date or an event. */
	List<String> unasked(Released version, String step, List<StepTable.Waiting> waiting) {
		if (step == null || !waiting.isEmpty()) {
			return List.of();
		}
		return this.steps.listed(this.instances.at(version.id(), step, MOST));
	}

	/** The cases that have waited longest. */
	List<StepTable.Waiting> waiting(Released version, String step) {
		return this.steps.waiting(version.id(), step, MOST);
	}

}
