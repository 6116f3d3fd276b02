package org.gongjian.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Called;
import org.gongjian.approval.Reason;
import org.gongjian.approval.Reassignments;
import org.gongjian.approval.WorkItem;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.identity.InterruptedForms.Interrupted;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hands the tasks of somebody who leaves to others, in one sheet. */
@Controller
@RequestMapping("/admin/operations/hand-over")
class HandOverController {

	private final Reassignments reassignments;

	private final People people;

	private final Called called;

	HandOverController(Reassignments reassignments, People people, Called called) {
		this.reassignments = reassignments;
		this.people = people;
		this.called = called;
	}

	@GetMapping
	ModelAndView show(Actor actor, @RequestParam(defaultValue = "") String person, HttpServletRequest request,
			Locale locale) {
		Optional<Interrupted> form = InterruptedForms.take(request, actor);
		Map<String, String> typed = form.map(Interrupted::typed).orElse(Map.of());
		String leaving = typed.getOrDefault("person", person).strip();
		ModelAndView page = leaving.isEmpty() ? page(actor, "", typed, List.of(), Mistakes.NONE, locale)
				: page(actor, leaving, typed, locale);
		form.map((one) -> List.of(one.sent().getOrDefault("tasks", new String[0])))
			.ifPresent((marked) -> page.addObject("marked", marked).addObject("notice", "web.not-sent"));
		return page;
	}

	private ModelAndView page(Actor actor, String leaving, Map<String, String> typed, Locale locale) {
		try {
			return page(actor, this.called.one(leaving, "person"), typed, List.of(), Mistakes.NONE, locale);
		}
		catch (InvalidInput unknown) {
			return page(actor, leaving, typed, List.of(), Mistakes.of(unknown), locale);
		}
	}

	/** The result of a task: to whom it went, or why not. */
	record Result(WorkItem item, String to, String problem, List<Object> arguments) {
	}

	@PostMapping
	ModelAndView handOver(Actor actor, @RequestParam String person, @RequestParam(defaultValue = "") List<String> tasks,
			@RequestParam Map<String, String> typed, Locale locale) {
		return sent(actor, person, tasks, typed, locale).addObject("marked", tasks);
	}

	private ModelAndView sent(Actor actor, String person, List<String> tasks, Map<String, String> typed,
			Locale locale) {
		try {
			check(tasks, typed);
		}
		catch (InvalidInput invalid) {
			return page(actor, person, typed, List.of(), Mistakes.of(invalid), locale);
		}
		List<Result> results = new ArrayList<>();
		for (WorkItem item : this.reassignments.of(actor, person)) {
			if (tasks.contains(item.id())) {
				results.add(one(actor, item, typed));
			}
		}
		return page(actor, person, typed, results, Mistakes.NONE, locale);
	}

	/** What is wrong with the whole sheet is said once, not at every task. */
	private void check(List<String> tasks, Map<String, String> typed) {
		if (tasks.isEmpty()) {
			throw new InvalidInput("tasks", "operations.hand-over.none");
		}
		String to = typed.getOrDefault("to", "").strip();
		if (!to.isEmpty() && this.called.so(to, (anybody) -> true).isEmpty()) {
			throw new InvalidInput("to", "approval.receiver.unknown", to);
		}
		Reason.required("reason", typed.get("reason"), "approval.transfer.reason");
	}

	private Result one(Actor actor, WorkItem item, Map<String, String> typed) {
		String own = typed.getOrDefault("to-" + item.id(), "").strip();
		String to = own.isEmpty() ? typed.getOrDefault("to", "") : own;
		return this.reassignments.attempt(actor, item.id(), to, typed.get("reason"))
			.map((problem) -> new Result(item, to, problem.code(), List.copyOf(problem.arguments())))
			.orElseGet(() -> new Result(item, to, null, List.of()));
	}

	private ModelAndView page(Actor actor, String person, Map<String, String> typed, List<Result> results,
			Mistakes mistakes, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		model.put("person", person);
		model.put("name", this.people.names(List.of(person), locale).get(person));
		model.put("tasks", person.isEmpty() ? List.of() : this.reassignments.of(actor, person));
		model.put("typed", typed);
		model.put("results", results);
		return mistakes.page("operations/hand-over", model);
	}

}
