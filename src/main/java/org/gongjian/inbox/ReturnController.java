package org.gongjian.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.ReturnChoice;
import org.gongjian.approval.ReturnPlans;
import org.gongjian.approval.WorkItem;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.identity.InterruptedForms.Interrupted;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sends a task back: first one chooses and reads what it will do, then one confirms.
 */
@Controller
@RequestMapping("/tasks/{id}/return")
class ReturnController {

	private static final String BACK_TO_ME = "back-to-me";

	private final Desk desk;

	private final Decisions decisions;

	private final ReturnPlans plans;

	private final People people;

	private final TaskPages pages;

	ReturnController(Desk desk, Decisions decisions, ReturnPlans plans, People people, TaskPages pages) {
		this.pages = pages;
		this.desk = desk;
		this.decisions = decisions;
		this.plans = plans;
		this.people = people;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String id, @RequestParam Map<String, String> asked,
			HttpServletRequest request, Locale locale) {
		Map<String, String> typed = InterruptedForms.take(request, actor).map(Interrupted::typed).orElse(null);
		ModelAndView page = page(actor, id, (typed != null) ? typed : asked, Mistakes.NONE, locale);
		return (typed == null) ? page : page.addObject("notice", "web.not-sent");
	}

	@PostMapping
	ModelAndView carryOut(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed,
			@RequestParam(required = false) Integer version, Locale locale, RedirectAttributes next) {
		this.desk.see(actor, id);
		String only = typed.getOrDefault("only", "").isBlank() ? null : typed.get("only");
		var back = new Decisions.Back(typed.get("to"), typed.get("reason"), BACK_TO_ME.equals(typed.get("resume")),
				only);
		try {
			Decided decided = this.decisions.returnTo(actor, id, back, version);
			next.addFlashAttribute("notice", "inbox.return.done");
			return new ModelAndView("redirect:/cases/" + decided.caseNumber());
		}
		catch (InvalidInput invalid) {
			return page(actor, id, typed, Mistakes.of(invalid), locale);
		}
		catch (Overtaken overtaken) {
			return this.pages.late(actor, id, typed, overtaken, locale);
		}
	}

	private ModelAndView page(Actor actor, String id, Map<String, String> typed, Mistakes mistakes, Locale locale) {
		WorkItem item = this.desk.see(actor, id);
		if (!this.desk.mayDecide(actor, item)) {
			throw new NotAllowed("approval.not-yours");
		}
		List<ReturnChoice> choices = this.plans.of(item);
		List<String> here = choices.isEmpty() ? List.of() : this.plans.signedHere(item);
		var usernames = new HashSet<>(here);
		choices.forEach((choice) -> usernames.addAll(choice.signers()));
		Map<String, Object> model = new HashMap<>();
		model.put("item", item);
		model.put("choices", choices);
		model.put("here", here);
		model.put("chosen",
				choices.stream().filter((choice) -> choice.step().equals(typed.get("to"))).findFirst().orElse(null));
		model.put("again", item.step().equals(typed.get("to")) && !here.isEmpty());
		model.put("names", this.people.names(usernames, locale));
		model.put("typed", typed);
		return mistakes.page("inbox/operations/return", model);
	}

}
