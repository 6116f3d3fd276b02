package org.gongjian.inbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.calendar.WorkingDays;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.form.FormSession;
import org.gongjian.form.FormView;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of a task shows, open or closed. */
@Component
@Transactional
class TaskPages {

	private final Cases cases;

	private final Desk desk;

	private final People people;

	private final ProcessNames processes;

	private final Timeline timeline;

	private final Journey journey;

	private final CasePages casePages;

	private final OperationPages operations;

	private final LatePages late;

	private final WorkingDays workingDays;

	TaskPages(Cases cases, Desk desk, People people, ProcessNames processes, Timeline timeline, Journey journey,
			CasePages casePages, OperationPages operations, LatePages late, WorkingDays workingDays) {
		this.late = late;
		this.workingDays = workingDays;
		this.cases = cases;
		this.desk = desk;
		this.people = people;
		this.processes = processes;
		this.timeline = timeline;
		this.journey = journey;
		this.casePages = casePages;
		this.operations = operations;
	}

	/** The form of a task that this person may decide, as typed so far. */
	ModelAndView open(Actor actor, WorkItem item, FormSession session, Locale locale) {
		var page = new ModelAndView("inbox/task", frame(actor, item, locale), session.status());
		return form(page, item, session, locale);
	}

	/**
	 * The same after somebody else was first: what was typed is kept as a draft and
	 * shown.
	 */
	ModelAndView overtaken(Actor actor, WorkItem item, FormSession session, Overtaken overtaken, Locale locale) {
		var page = new ModelAndView("inbox/task", frame(actor, item, locale));
		page.addObject("below", true);
		return form(this.late.page(page, Map.of(), overtaken, locale), item, session, locale);
	}

	/**
	 * The page of a task after something else than its form came too late.
	 * @param typed what was typed; shown, so that it is not lost
	 */
	ModelAndView late(Actor actor, String id, Map<String, String> typed, Overtaken overtaken, Locale locale) {
		return this.late.page(closed(actor, this.desk.see(actor, id), locale), typed, overtaken, locale);
	}

	private ModelAndView form(ModelAndView page, WorkItem item, FormSession session, Locale locale) {
		FormView view = session.view(locale);
		List<LogEntry> log = this.cases.log(item.caseNumber());
		page.addObject("held", Held.in(log));
		page.addObject("known", Known.parts(view.read(), session.context().catalogue(), log, locale));
		return page.addObject("form", view);
	}

	/** A task that is closed, or that a colleague holds. */
	ModelAndView closed(Actor actor, WorkItem item, Locale locale) {
		return new ModelAndView("inbox/task", frame(actor, item, locale));
	}

	/** The short answer to a draft that was kept by itself. */
	ModelAndView draft(FormSession session) {
		var view = session.view(Locale.ENGLISH);
		return new ModelAndView("form/draft :: status", Map.of("form", view), session.status());
	}

	private Map<String, Object> frame(Actor actor, WorkItem item, Locale locale) {
		CaseFile file = this.cases.get(item.caseNumber());
		List<WorkItem> open = this.desk.openTasks(file);
		var usernames = new HashSet<String>(this.desk.people(item));
		usernames.add(item.requestedBy());
		Optional.ofNullable(item.decidedBy()).ifPresent(usernames::add);
		var model = new HashMap<String, Object>();
		model.put("item", item);
		model.put("held", null);
		model.put("file", file);
		boolean mine = this.desk.mayDecide(actor, item);
		model.put("mine", mine);
		model.put("returnsUsedUp", mine && this.desk.returnsUsedUp(item));
		model.put("calendarKnown",
				item.dueAt() == null || this.workingDays.known(LocalDate.ofInstant(item.dueAt(), Time.OFFICE)));
		model.put("operations", this.desk.operations(actor, item).stream().map(Enum::name).collect(Collectors.toSet()));
		model.put("people", this.desk.people(item));
		this.operations.add(model, actor, file, item, usernames);
		if (item.open() && this.desk.asked(actor, item)) {
			model.put("came", Came.of(this.cases.log(file.number()), item, actor).orElse(null));
		}
		usernames.addAll(this.timeline.people(file));
		model.put("names", this.people.names(usernames, locale));
		model.put("processName", this.processes.of(item.definition(), locale));
		model.put("parties", this.casePages.parties(file));
		model.put("timeline", this.timeline.of(file, locale));
		model.put("journey", this.journey.names(file, open, locale));
		return model;
	}

}
