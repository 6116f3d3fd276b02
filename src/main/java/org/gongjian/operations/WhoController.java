package org.gongjian.operations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.gongjian.approval.Called;
import org.gongjian.approval.WhoDecides;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.form.Forms;
import org.gongjian.organisation.People;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who would get this, if somebody started a case so? */
@Controller
@RequestMapping("/admin/operations/who")
class WhoController {

	private final WhoDecides who;

	private final Definitions definitions;

	private final Forms forms;

	private final Called called;

	private final People people;

	WhoController(WhoDecides who, Definitions definitions, Forms forms, Called called, People people) {
		this.who = who;
		this.definitions = definitions;
		this.forms = forms;
		this.called = called;
		this.people = people;
	}

	@GetMapping
	ModelAndView ask(@RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "") String initiator,
			@RequestParam Map<String, String> typed, Locale locale) {
		List<Released> processes = this.definitions.newest()
			.stream()
			.filter((one) -> this.forms.start(one.process()).isPresent())
			.toList();
		boolean chosen = processes.stream().anyMatch((one) -> one.process().equals(process));
		Map<String, Object> model = new HashMap<>();
		model.put("processes", processes);
		model.put("process", chosen ? process : "");
		model.put("questions", chosen ? this.who.questions(process) : List.of());
		model.put("typed", typed);
		Mistakes mistakes = answer(model, chosen ? process : "", initiator.strip(), typed, locale);
		return mistakes.page("operations/who", model);
	}

	private Mistakes answer(Map<String, Object> model, String process, String initiator, Map<String, String> typed,
			Locale locale) {
		boolean asked = !process.isEmpty() && !initiator.isEmpty();
		List<WhoDecides.Step> steps = List.of();
		Mistakes mistakes = Mistakes.NONE;
		try {
			steps = asked ? this.who.ask(process, this.called.one(initiator, "initiator"), typed) : steps;
		}
		catch (InvalidInput unknown) {
			mistakes = Mistakes.of(unknown);
		}
		model.put("asked", asked && mistakes.none());
		model.put("steps", steps);
		model.put("names", names(steps, locale));
		return mistakes;
	}

	private Map<String, String> names(List<WhoDecides.Step> steps, Locale locale) {
		Set<String> usernames = new HashSet<>();
		steps.forEach((step) -> step.asked().forEach((asked) -> {
			usernames.addAll(asked.people());
			usernames.addAll(asked.standIns().keySet());
		}));
		return this.people.names(usernames, locale);
	}

}
