package org.gongjian.operations;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Failures;
import org.gongjian.engine.Processes;
import org.gongjian.engine.Repairs;
import org.gongjian.engine.RunningInstances;
import org.gongjian.engine.Suspensions;
import org.gongjian.inbox.LatePages;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Mistakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case as the engine sees it, and what can be done about it. */
@Controller
@RequestMapping("/admin/operations/cases/{number}")
class CaseRoomController {

	private static final Logger logger = LoggerFactory.getLogger(CaseRoomController.class);

	private final Cases cases;

	private final CaseRecord record;

	private final CaseRoom room;

	private final RunningInstances instances;

	private final Repairs repairs;

	private final Processes processes;

	private final Desk desk;

	private final People people;

	private final TransactionOperations reading;

	private final Failures failures;

	private final LatePages late;

	private final Suspensions suspensions;

	CaseRoomController(Cases cases, CaseRecord record, CaseRoom room, RunningInstances instances, Failures failures,
			LatePages late, Repairs repairs, Processes processes, Desk desk, People people,
			TransactionOperations reading, Suspensions suspensions) {
		this.suspensions = suspensions;
		this.failures = failures;
		this.late = late;
		this.cases = cases;
		this.record = record;
		this.room = room;
		this.instances = instances;
		this.repairs = repairs;
		this.processes = processes;
		this.desk = desk;
		this.people = people;
		this.reading = reading;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String number, @RequestParam Map<String, String> typed,
			Locale locale) {
		if (!typed.containsKey("token")) {
			return page(actor, number, typed, Mistakes.NONE, locale);
		}
		try {
			CaseFile file = this.cases.visible(actor, number);
			CaseRoom.Preview preview = this.reading
				.execute((status) -> this.room.preview(file, typed.get("token"), typed.getOrDefault("target", "")));
			return page(actor, number, typed, Mistakes.NONE, locale).addObject("preview", preview);
		}
		catch (InvalidInput invalid) {
			return page(actor, number, typed, Mistakes.of(invalid), locale);
		}
	}

	@PostMapping("/move")
	ModelAndView move(Actor actor, @PathVariable String number, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		return act(actor, number, typed, locale, next, "operations.done.move",
				() -> carriedOut(number, "target", () -> this.room.move(actor, number, typed.get("token"),
						typed.getOrDefault("target", ""), typed.get("reason"))));
	}

	@PostMapping("/give")
	ModelAndView give(Actor actor, @PathVariable String number, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		return act(actor, number, typed, locale, next, "operations.done.give", () -> this.room.give(actor, number,
				typed.getOrDefault("task", ""), typed.getOrDefault("to", "").strip(), typed.get("reason")));
	}

	@PostMapping("/suspend")
	ModelAndView suspend(Actor actor, @PathVariable String number, @RequestParam Map<String, String> typed,
			Locale locale, RedirectAttributes next) {
		return act(actor, number, typed, locale, next, "operations.done.suspend",
				() -> this.room.suspend(actor, number, typed.get("reason")));
	}

	@PostMapping("/resume")
	ModelAndView resume(Actor actor, @PathVariable String number, Locale locale, RedirectAttributes next) {
		return act(actor, number, Map.of(), locale, next, "operations.done.resume",
				() -> this.room.resume(actor, number));
	}

	@PostMapping("/repair")
	ModelAndView repair(Actor actor, @PathVariable String number, Locale locale, RedirectAttributes next) {
		return act(actor, number, Map.of(), locale, next, "operations.done.repair",
				() -> carriedOut(number, "", () -> this.room.repair(actor, number)));
	}

	/**
	 * Says so when a step that is reached by hand cannot be done in this case. All of it
	 * is undone then; the cause is in the log of the program.
	 */
	private static void carriedOut(String number, String field, Runnable act) {
		try {
			act.run();
		}
		catch (InvalidInput | Overtaken | NotFound refused) {
			throw refused;
		}
		catch (RuntimeException failed) {
			logger.warn("Case {} could not be moved on by hand", number, failed);
			throw new InvalidInput(field, "operations.move.failed");
		}
	}

	@PostMapping("/retry")
	String retry(Actor actor, @PathVariable String number, @RequestParam String job, RedirectAttributes next) {
		String problem = this.room.retry(actor, number, job);
		next.addFlashAttribute("notice", (problem == null) ? "operations.done.retry" : "operations.failed.retry");
		return "redirect:/admin/operations/cases/" + number;
	}

	private ModelAndView act(Actor actor, String number, Map<String, String> typed, Locale locale,
			RedirectAttributes next, String notice, Runnable act) {
		this.cases.visible(actor, number);
		try {
			act.run();
		}
		catch (InvalidInput invalid) {
			return page(actor, number, typed, Mistakes.of(invalid), locale);
		}
		catch (Overtaken overtaken) {
			ModelAndView page = page(actor, number, typed, Mistakes.NONE, locale);
			this.desk.find(typed.getOrDefault("task", "")).ifPresent((item) -> page.addObject("item", item));
			return this.late.page(page, typed, overtaken, locale);
		}
		next.addFlashAttribute("notice", notice);
		return new ModelAndView("redirect:/admin/operations/cases/" + number);
	}

	private ModelAndView page(Actor actor, String number, Map<String, String> typed, Mistakes mistakes, Locale locale) {
		CaseFile file = this.cases.visible(actor, number);
		return this.reading.execute((status) -> model(file, typed, mistakes, locale));
	}

	private ModelAndView model(CaseFile file, Map<String, String> typed, Mistakes mistakes, Locale locale) {
		List<WorkItem> tasks = this.desk.openTasks(file);
		Set<String> usernames = new HashSet<>();
		tasks.forEach((task) -> usernames.addAll(this.desk.people(task)));
		ModelAndView page = mistakes.page("operations/case", Map.of("file", file, "typed", typed, "tasks", tasks));
		page.addObject("names", this.people.names(usernames, locale));
		page.addObject("room", this.room);
		page.addObject("desk", this.desk);
		page.addObject("picture", this.room.picture(file, locale));
		page.addObject("wrong", this.record.firstWrong(file.number()));
		page.addObject("lines", this.record.lines(file.number()).size());
		page.addObject("tokens", file.open() ? this.instances.tokens(file.instance()) : List.of());
		page.addObject("work", file.open() ? this.failures.of(file.instance()) : List.of());
		page.addObject("awaited", file.open() ? this.instances.awaited(file.instance()) : List.of());
		page.addObject("facts", new TreeMap<>(this.processes.facts(file.number())));
		page.addObject("suspended", file.open() && this.instances.suspended(file.instance()));
		page.addObject("halt", this.suspensions.of(file.process()).orElse(null));
		page.addObject("stuck", file.open() && this.repairs.isStuck(file.number()));
		page.addObject("targets", file.open() ? this.room.targets(file) : List.of());
		return page;
	}

}
