package org.gongjian.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	private final Cases cases;

	private final Forms forms;

	private final People people;

	private final MessageSource messages;

	Timeline(Cases cases, Forms forms, People people, MessageSource messages) {
		this.cases = cases;
		this.forms = forms;
		this.people = people;
		this.messages = messages;
	}

	/** The lines of a case. */
	public List<TimelineEntry> of(CaseFile file, Locale locale) {
		List<LogEntry> log = this.cases.log(file.number());
		var usernames = new HashSet<String>();
		log.forEach((entry) -> {
			usernames.add(entry.actor());
			usernames.add(String.valueOf(entry.about()));
			usernames.add(String.valueOf(entry.actingFor()));
		});
		Map<String, String> names = this.people.names(usernames, locale);
		Catalogue catalogue = this.forms.catalogue(file.definition());
		return log.stream().map((entry) -> line(entry, names, catalogue, locale)).toList();
	}

	private TimelineEntry line(LogEntry entry, Map<String, String> names, Catalogue catalogue, Locale locale) {
		String actor = entry.actor().equals("system") ? this.messages.getMessage("inbox.system", null, locale)
				: names.getOrDefault(entry.actor(), entry.actor());
		String step = (entry.stepName() == null) ? null : Bilingual.ofName(entry.stepName()).in(locale);
		return new TimelineEntry(entry.at(), entry.action().toLowerCase(Locale.ROOT), actor,
				named(entry.actingFor(), names), entry.step(), step, decision(entry, catalogue, locale),
				entry.comment(), entry.round(), named(entry.about(), names));
	}

	private static String named(String username, Map<String, String> names) {
		return (username == null) ? null : names.getOrDefault(username, username);
	}

	private String decision(LogEntry entry, Catalogue catalogue, Locale locale) {
		if (entry.decision() == null) {
			return null;
		}
		var form = catalogue.forms().get(String.valueOf(entry.step()));
		return java.util.Optional.ofNullable(form)
			.flatMap((known) -> known.decision(entry.decision()))
			.map(Decision::label)
			.map((label) -> label.in(locale))
			.orElseGet(() -> this.messages.getMessage("inbox.decision." + entry.decision(), null, entry.decision(),
					locale));
	}

}
