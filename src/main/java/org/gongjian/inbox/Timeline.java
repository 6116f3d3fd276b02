package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Decision;
import org.gongjian.form.Forms;
import org.gongjian.organisation.People;
import org.gongjian.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The action log of a case in words, oldest first. */
@Component
@Transactional(readOnly = true)
public class Timeline {

	private static final String SYSTEM = "system";

	private static final String CLOSED = "CLOSED";

	/** What the system says that everybody wants to see. */
	private static final Set<String> LOUD = Set.of(CLOSED, "ESCALATED", "OVERDUE", "REGISTERED", "ACTIVATED", "VOIDED");

	private final Cases cases;

	private final Forms forms;

	private final People people;

	private final MessageSource messages;

	private final Outcomes outcomes;

	Timeline(Cases cases, Forms forms, People people, MessageSource messages, Outcomes outcomes) {
		this.outcomes = outcomes;
		this.cases = cases;
		this.forms = forms;
		this.people = people;
		this.messages = messages;
	}

	/** The lines of a case. */
	public List<TimelineEntry> of(CaseFile file, Locale locale) {
		List<LogEntry> log = this.cases.log(file.number());
		Map<String, String> names = this.people.names(people(file), locale);
		Catalogue catalogue = this.forms.catalogue(file.definition());
		return log.stream().map((entry) -> line(entry, file, names, catalogue, locale)).toList();
	}

	/**
	 * Lines that follow each other and of which the reader wants all, or only to know
	 * that they are there.
	 */
	public record Stretch(boolean quiet, List<TimelineEntry> entries) {
	}

	/** The same lines, those that only say that the case moved on folded together. */
	public List<Stretch> folded(List<TimelineEntry> lines) {
		var stretches = new ArrayList<Stretch>();
		for (TimelineEntry line : lines) {
			Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
			if (last == null || last.quiet() != line.quiet()) {
				last = new Stretch(line.quiet(), new ArrayList<>());
				stretches.add(last);
			}
			last.entries().add(line);
		}
		return stretches;
	}

	/** The accounts its lines name. */
	Set<String> people(CaseFile file) {
		return this.cases.log(file.number())
			.stream()
			.flatMap((entry) -> Stream.of(entry.actor(), String.valueOf(entry.about()),
					String.valueOf(entry.actingFor())))
			.collect(Collectors.toSet());
	}

	private TimelineEntry line(LogEntry entry, CaseFile file, Map<String, String> names, Catalogue catalogue,
			Locale locale) {
		String actor = entry.actor().equals(SYSTEM) ? this.messages.getMessage("web.system", null, locale)
				: names.getOrDefault(entry.actor(), entry.actor());
		String step = (entry.stepName() == null) ? null : Bilingual.ofName(entry.stepName()).in(locale);
		return new TimelineEntry(entry.at(), entry.action().toLowerCase(Locale.ROOT), actor,
				named(entry.actingFor(), names), entry.step(), step, decision(entry, file, catalogue, locale),
				entry.comment(), entry.round(), named(entry.about(), names),
				entry.actor().equals(SYSTEM) && entry.comment() == null && !LOUD.contains(entry.action()));
	}

	private static String named(String username, Map<String, String> names) {
		return (username == null) ? null : names.getOrDefault(username, username);
	}

	/** What a decision of a task is called. */
	String decision(WorkItem item, String code, Locale locale) {
		return this.forms.of(item.definition(), item.step())
			.decision(code)
			.map((known) -> known.label().in(locale))
			.orElseGet(() -> this.messages.getMessage("inbox.decision." + code, null, code, locale));
	}

	private String decision(LogEntry entry, CaseFile file, Catalogue catalogue, Locale locale) {
		if (entry.decision() == null) {
			return null;
		}
		if (entry.action().equals(CLOSED)) {
			return this.outcomes.of(file.definition(), entry.decision());
		}
		var form = catalogue.forms().get(String.valueOf(entry.step()));
		return java.util.Optional.ofNullable(form)
			.flatMap((known) -> known.decision(entry.decision()))
			.map(Decision::label)
			.map((label) -> label.in(locale))
			.orElseGet(() -> word(entry.decision(), locale));
	}

	/** A decision of the house, or the group asked when a task was overdue. */
	private String word(String code, Locale locale) {
		String role = this.messages.getMessage("organisation.role." + code.split("@")[0], null, code, locale);
		return this.messages.getMessage("inbox.decision." + code, null, role, locale);
	}

}
