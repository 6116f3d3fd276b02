package org.gongjian.api;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.DueDates;
import org.gongjian.inbox.CaseRow;
import org.gongjian.inbox.Journey;
import org.gongjian.inbox.ProcessNames;
import org.gongjian.organisation.People;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases as programs see them. */
@Component
@Transactional(readOnly = true)
class CaseViews {

	private static final Pattern DURATION = Pattern.compile("dueIn\\('([^']+)'\\)");

	private final Cases cases;

	private final Desk desk;

	private final Definitions definitions;

	private final ProcessNames names;

	private final People people;

	private final Journey journey;

	private final DueDates dueDates;

	private final Clock clock;

	CaseViews(Cases cases, Desk desk, Definitions definitions, ProcessNames names, People people, Journey journey,
			DueDates dueDates, Clock clock) {
		this.cases = cases;
		this.desk = desk;
		this.definitions = definitions;
		this.names = names;
		this.people = people;
		this.journey = journey;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/**
	 * A case.
	 *
	 * @param outcome how it ended, {@code IN_FORCE}, or {@code null}
	 * @param parties codes of the organisations it concerns
	 * @param data its fields by name
	 */
	record CaseView(String number, String process, String processName, int processVersion, String title, String status,
			String outcome, String initiator, List<String> parties, Map<String, Object> data,
			List<OpenTaskView> openTasks, Instant openedAt, Instant closedAt) {
	}

	/**
	 * An open task of a case.
	 *
	 * @param actors the accounts among whom somebody will decide
	 */
	record OpenTaskView(String id, String step, String name, List<String> actors, Instant dueAt) {
	}

	/**
	 * A line of a list of cases.
	 *
	 * @param waitingFor the names of the open steps
	 * @param dueAt the earliest deadline of an open task
	 */
	record CaseLine(String number, String process, String processName, String title, String status, String outcome,
			String initiator, List<String> parties, List<String> waitingFor, Instant dueAt, Instant openedAt,
			Instant closedAt) {
	}

	/** What was done, by whom and why. */
	record Done(Instant at, String actor, String actorName, String actingFor, String action, String step,
			String stepName, String decision, String comment, int round, String about) {
	}

	/**
	 * A step to come.
	 *
	 * @param due when it would be decided at the latest if every step from now on took
	 * all its time, one after the other
	 * @param certain whether nothing undecided can lead around it
	 */
	record Ahead(String step, String stepName, List<String> actors, Instant due, boolean certain) {
	}

	CaseView view(String number, Locale locale) {
		return view(this.cases.get(number), locale);
	}

	CaseView view(CaseFile file, Locale locale) {
		List<OpenTaskView> open = this.desk.openTasks(file)
			.stream()
			.map((item) -> new OpenTaskView(item.id(), item.step(), item.stepName().in(locale), this.desk.people(item),
					item.dueAt()))
			.toList();
		return new CaseView(file.number(), file.process(), this.names.of(file.definition(), locale),
				this.definitions.get(file.definition()).version(), file.title().in(locale), file.status(),
				file.outcome(), file.initiator(), file.parties(), this.cases.data(file.number()), open, file.openedAt(),
				file.closedAt());
	}

	CaseLine line(CaseRow row, Map<String, String> processes, Locale locale) {
		return new CaseLine(row.number(), row.process(), processes.getOrDefault(row.process(), row.process()),
				row.title().in(locale), row.status(), row.outcome(), row.initiator(), row.parties(),
				row.waiting().stream().map((step) -> step.in(locale)).toList(), row.dueAt(), row.openedAt(),
				row.closedAt());
	}

	List<Done> timeline(CaseFile file, Locale locale) {
		List<LogEntry> log = this.cases.log(file.number());
		var usernames = new HashSet<String>();
		log.forEach((entry) -> usernames.add(entry.actor()));
		Map<String, String> known = this.people.names(usernames, locale);
		return log.stream()
			.map((entry) -> new Done(entry.at(), entry.actor(), known.getOrDefault(entry.actor(), entry.actor()),
					entry.actingFor(), entry.action().toLowerCase(Locale.ROOT), entry.step(),
					(entry.stepName() == null) ? null : Bilingual.ofName(entry.stepName()).in(locale), entry.decision(),
					entry.comment(), entry.round(), entry.about()))
			.toList();
	}

	List<Ahead> forecast(CaseFile file, Locale locale) {
		List<WorkItem> open = this.desk.openTasks(file);
		Instant now = this.clock.instant();
		Instant at = open.stream()
			.map(WorkItem::dueAt)
			.filter((due) -> due != null && due.isAfter(now))
			.max(Instant::compareTo)
			.orElse(now);
		var ahead = new ArrayList<Ahead>();
		for (Journey.Stop stop : this.journey.of(file, open, locale)) {
			Matcher duration = DURATION.matcher(String.valueOf(stop.due()));
			boolean timed = duration.find();
			at = timed ? this.dueDates.after(at, duration.group(1)) : at;
			ahead.add(new Ahead(stop.step(), stop.name(), stop.actors(), timed ? at : null, stop.certain()));
		}
		return ahead;
	}

}
