package org.gongjian.inbox;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists a person works from. */
@Controller
class ListController {

	private static final int PAGE = 20;

	private static final Set<String> STATUSES = Set.of("open", "completed", "withdrawn", "rejected", "terminated");

	private final Inbox inbox;

	private final ProcessNames processes;

	private final People people;

	ListController(Inbox inbox, ProcessNames processes, People people) {
		this.inbox = inbox;
		this.processes = processes;
		this.people = people;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/inbox";
	}

	@GetMapping("/inbox")
	String todo(Actor actor, Filter filter, @RequestParam(required = false) String cursor, Locale locale, Model model) {
		return tasks(actor, View.TODO, filter, cursor, locale, model);
	}

	@GetMapping("/done")
	String done(Actor actor, Filter filter, @RequestParam(required = false) String cursor, Locale locale, Model model) {
		return tasks(actor, View.DONE, filter, cursor, locale, model);
	}

	private String tasks(Actor actor, View view, Filter filter, String cursor, Locale locale, Model model) {
		Slice<Row> rows = this.inbox.tasks(actor, view, filter, cursor, PAGE);
		var usernames = new HashSet<String>();
		rows.items().forEach((row) -> {
			usernames.add(row.item().requestedBy());
			usernames.add(String.valueOf(row.item().assignee()));
		});
		model.addAttribute("view", view.name().toLowerCase(Locale.ROOT));
		model.addAttribute("rows", rows);
		model.addAttribute("count", this.inbox.count(actor, view, filter));
		frame(filter, usernames, locale, model);
		return "inbox/tasks";
	}

	@GetMapping("/requests")
	String requests(Actor actor, Filter filter, @RequestParam(required = false) String cursor, Locale locale,
			Model model) {
		return cases("requests", this.inbox.requests(actor, filter, cursor, PAGE), filter, locale, model);
	}

	@GetMapping("/copied")
	String copied(Actor actor, Filter filter, @RequestParam(required = false) String cursor, Locale locale,
			Model model) {
		return cases("copied", this.inbox.copied(actor, filter, cursor, PAGE), filter, locale, model);
	}

	@GetMapping("/cases")
	String all(Actor actor, Filter filter, @RequestParam(required = false) String status,
			@RequestParam(required = false) String cursor, Locale locale, Model model) {
		String wanted = (status != null && STATUSES.contains(status)) ? status : null;
		model.addAttribute("status", wanted);
		return cases("cases", this.inbox.cases(actor, filter, wanted, null, cursor, PAGE), filter, locale, model);
	}

	private String cases(String view, Slice<CaseRow> rows, Filter filter, Locale locale, Model model) {
		var usernames = new HashSet<String>();
		rows.items().forEach((row) -> usernames.add(row.initiator()));
		model.addAttribute("view", view);
		model.addAttribute("rows", rows);
		frame(filter, usernames, locale, model);
		return "inbox/cases";
	}

	private void frame(Filter filter, Set<String> usernames, Locale locale, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("processes", this.processes.all(locale));
		model.addAttribute("names", this.people.names(usernames, locale));
	}

}
