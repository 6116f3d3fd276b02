package org.gongjian.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.organisation.People;
import org.gongjian.shared.Overtaken;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page that somebody was first: who, when and with what. */
@Component
public class LatePages {

	/** Refusals that say no more than who was first. */
	private static final Set<String> PLAIN = Set.of("approval.decided", "approval.held", "approval.gone",
			"approval.handed-on");

	private final People people;

	private final Timeline timeline;

	private final Outcomes outcomes;

	private final MessageSource messages;

	LatePages(People people, Timeline timeline, Outcomes outcomes, MessageSource messages) {
		this.people = people;
		this.timeline = timeline;
		this.outcomes = outcomes;
		this.messages = messages;
	}

	/**
	 * Adds it to a page of a task or of a case, shown by {@code fragments/typed}.
	 * @param page has the {@code file} of the case and perhaps the {@code item} decided
	 * @param typed what was typed into a small form; shown, so that it is not lost
	 */
	public ModelAndView page(ModelAndView page, Map<String, String> typed, Overtaken overtaken, Locale locale) {
		String first = overtaken.decidedBy();
		boolean named = first != null && overtaken.decidedAt() != null;
		page.addObject("overtaken", overtaken);
		page.addObject("overtakenBy",
				named ? this.people.names(Set.of(first), locale).getOrDefault(first, first) : null);
		page.addObject("overtakenWhat", what(page.getModel(), overtaken.decision(), locale));
		page.addObject("overtakenWhy", !named || !PLAIN.contains(overtaken.code()));
		page.addObject("kept",
				Stream.of("reason", "question", "text")
					.map(typed::get)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null));
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	/** What was done, in words: a deed, a decision of the step or the end of a case. */
	private String what(Map<String, Object> model, String what, Locale locale) {
		if (what == null) {
			return null;
		}
		String deed = this.messages.getMessage("inbox.deed." + what, null, "", locale);
		if (!deed.isEmpty()) {
			return deed;
		}
		return (model.get("item") instanceof WorkItem item) ? this.timeline.decision(item, what, locale)
				: this.outcomes.of(((CaseFile) model.get("file")).definition(), what);
	}

}
