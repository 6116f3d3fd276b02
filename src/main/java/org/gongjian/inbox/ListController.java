package org.gongjian.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists a person works from. */
@Controller
class ListController {

	private static final int PAGE = 20;

	private static final Set<String> STATUSES = Set.of("open", "completed", "withdrawn", "rejected", "terminated");

	private final Inbox inbox;

	private final SavedFilters saved;

	private final ProcessNames processes;

	private final People people;

	private final Timeline timeline;

	ListController(Inbox inbox, SavedFilters saved, ProcessNames processes, People people, Timeline timeline) {
		this.inbox = inbox;
		this.saved = saved;
		this.processes = processes;
		this.people = people;
		this.timeline = timeline;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/inbox";
	}

	@GetMapping("/inbox")
	ModelAndView todo(Actor actor, Filter filter, @RequestParam(required = false) String cursor,
			@RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
		return tasks(actor, View.TODO, initial(actor, "todo", filter, cursor, all, model), cursor, locale, model);
	}

	@GetMapping("/done")
	ModelAndView done(Actor actor, Filter filter, @RequestParam(required = false) String cursor,
			@RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
		return tasks(actor, View.DONE, initial(actor, "done", filter, cursor, all, model), cursor, locale, model);
	}

	/** The next task of the list a task was opened from. */
	@GetMapping("/inbox/next")
	String next(Actor actor, @RequestParam(name = "in", required = false) String in,
			@RequestParam(defaultValue = "") String task) {
		return "redirect:" + Place.of(in)
			.map((place) -> this.inbox.following(actor, place, task)
				.map((next) -> "/tasks/" + next.cursor().id() + "?in=" + next.text())
				.orElse(place.path()))
			.orElse("/inbox");
	}

	/** The filter asked for, or the one the list opens with. */
	private Filter initial(Actor actor, String view, Filter filter, String cursor, boolean all, Model model) {
		List<SavedFilter> own = this.saved.of(actor).stream().filter((one) -> one.view().equals(view)).toList();
		model.addAttribute("saved", own);
		boolean opened = filter.plain() && cursor == null && !all;
		Filter applied = own.stream()
			.filter((one) -> opened && one.initial())
			.findFirst()
			.map(SavedFilter::filter)
			.orElse(filter);
		model.addAttribute("current",
				own.stream()
					.filter((one) -> one.filter().equals(applied))
					.findFirst()
					.map(SavedFilter::id)
					.orElse(null));
		return applied;
	}

	private ModelAndView tasks(Actor actor, View view, Filter filter, String cursor, Locale locale, Model model) {
		Slice<Row> rows = new Slice<>(List.of(), null);
		ModelAndView page = new ModelAndView("inbox/tasks");
		try {
			rows = this.inbox.tasks(actor, view, filter, cursor, PAGE);
			Count count = this.inbox.count(actor, view, filter, rows, cursor);
			page.addObject("count", count);
			page.addObject("places", places(view, filter, rows, cursor, count));
		}
		catch (InvalidInput invalid) {
			refuse(page, invalid);
			page.addObject("count", Count.of(0));
		}
		page.addObject("view", view.code());
		page.addObject("rows", rows);
		page.addObject("decisions", decisions(rows, locale));
		page.addObject("sorts", Sort.codes());
		page.addObject("marks", Filter.MARKS);
		frame(filter, locale, model);
		return page;
	}

	/**
	 * A page of the list cannot be had: what was typed stays, and what is wrong is said.
	 */
	private static void refuse(ModelAndView page, InvalidInput invalid) {
		if (invalid.violations().stream().anyMatch((wrong) -> wrong.field().equals("cursor"))) {
			throw invalid;
		}
		page.addObject("mistakes", Mistakes.of(invalid));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** How each task was decided, in words. */
	private Map<String, String> decisions(Slice<Row> rows, Locale locale) {
		Map<String, String> decisions = new HashMap<>();
		rows.items()
			.stream()
			.map(Row::item)
			.filter((item) -> item.decision() != null)
			.forEach((item) -> decisions.put(item.id(), this.timeline.decision(item, item.decision(), locale)));
		return decisions;
	}

	private static Map<String, String> places(View view, Filter filter, Slice<Row> rows, String cursor, Count count) {
		Sort sort = Sort.of(filter.sort());
		int seen = Cursor.of(cursor, sort).seen();
		Map<String, String> places = new HashMap<>();
		for (Row row : rows.items()) {
			Cursor at = Inbox.cursor(row, sort, ++seen);
			places.put(row.item().id(), new Place(view, filter, at, count.toString()).text());
		}
		return places;
	}

	@GetMapping("/requests")
	ModelAndView requests(Actor actor, Filter filter, @RequestParam(required = false) String cursor,
			@RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
		return cases(actor, "requests", filter, cursor, all, locale, model,
				(narrowed, from) -> this.inbox.requests(actor, narrowed, from, PAGE),
				(narrowed) -> this.inbox.countRequests(actor, narrowed));
	}

	@GetMapping("/copied")
	ModelAndView copied(Actor actor, Filter filter, @RequestParam(required = false) String cursor,
			@RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
		return cases(actor, "copied", filter, cursor, all, locale, model,
				(narrowed, from) -> this.inbox.copied(actor, narrowed, from, PAGE),
				(narrowed) -> this.inbox.countCopied(actor, narrowed));
	}

	@GetMapping("/cases")
	ModelAndView all(Actor actor, Filter filter, @RequestParam(required = false) String status,
			@RequestParam(required = false) String cursor, @RequestParam(defaultValue = "false") boolean all,
			Locale locale, Model model) {
		String wanted = (status != null && STATUSES.contains(status)) ? status : null;
		model.addAttribute("status", wanted);
		return cases(actor, "cases", filter, cursor, all || wanted != null, locale, model,
				(narrowed, from) -> this.inbox.cases(actor, narrowed, wanted, null, from, PAGE), null);
	}

	private ModelAndView cases(Actor actor, String view, Filter filter, String cursor, boolean all, Locale locale,
			Model model, BiFunction<Filter, String, Slice<CaseRow>> list, Function<Filter, Count> counted) {
		Filter applied = initial(actor, view, filter, cursor, all, model);
		ModelAndView page = new ModelAndView("inbox/cases");
		Slice<CaseRow> rows = new Slice<>(List.of(), null);
		try {
			rows = list.apply(applied, cursor);
			page.addObject("count", (counted == null) ? null : counted.apply(applied));
		}
		catch (InvalidInput invalid) {
			refuse(page, invalid);
		}
		var usernames = new HashSet<String>();
		rows.items().forEach((row) -> usernames.add(row.initiator()));
		page.addObject("view", view);
		page.addObject("rows", rows);
		page.addObject("marks",
				Filter.MARKS.stream().filter((mark) -> !Set.of("mine", "pool").contains(mark)).toList());
		page.addObject("names", this.people.names(usernames, locale));
		frame(applied, locale, model);
		return page;
	}

	private void frame(Filter filter, Locale locale, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("processes", this.processes.all(locale));
	}

}
