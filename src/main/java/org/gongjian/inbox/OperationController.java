package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.Desk;
import org.gongjian.approval.HandOvers;
import org.gongjian.approval.Recalls;
import org.gongjian.approval.Sharing;
import org.gongjian.approval.Signers;
import org.gongjian.approval.WorkItem;
import org.gongjian.form.FormSessions;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What may be done with a task besides deciding it. */
@Controller
@RequestMapping("/tasks/{id}")
class OperationController {

	private final Desk desk;

	private final HandOvers handOvers;

	private final Signers signers;

	private final Recalls recalls;

	private final FormSessions forms;

	private final TaskPages pages;

	private final OperationPages operations;

	private final LatePages late;

	private final Undo undo;

	OperationController(Desk desk, HandOvers handOvers, Signers signers, Recalls recalls, FormSessions forms,
			TaskPages pages, OperationPages operations, LatePages late, Undo undo) {
		this.late = late;
		this.undo = undo;
		this.operations = operations;
		this.desk = desk;
		this.handOvers = handOvers;
		this.signers = signers;
		this.recalls = recalls;
		this.forms = forms;
		this.pages = pages;
	}

	/** Whom one may think of, as the page takes them in when it is wanted. */
	@GetMapping("/colleagues")
	ModelAndView colleagues(Actor actor, @PathVariable String id) {
		return new ModelAndView("inbox/operations/panel :: colleagues",
				Map.of("colleagues", this.operations.colleagues(actor, this.desk.see(actor, id))));
	}

	@PostMapping("/transfer")
	ModelAndView transfer(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		return carryOut(new Attempt(actor, id, "transfer", typed, locale), next, "/inbox",
				() -> this.handOvers.transfer(actor, id, typed.get("to"), typed.get("reason")));
	}

	@PostMapping("/delegate")
	ModelAndView delegate(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		return carryOut(new Attempt(actor, id, "delegate", typed, locale), next, "/tasks/" + id,
				() -> this.handOvers.ask(actor, id, typed.get("to"), typed.get("question")));
	}

	@PostMapping("/answer")
	ModelAndView answer(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		return carryOut(new Attempt(actor, id, "answer", typed, locale), next, "/inbox",
				() -> this.handOvers.answer(actor, id, typed.get("text")));
	}

	@PostMapping("/take-back")
	ModelAndView takeBack(Actor actor, @PathVariable String id, Locale locale, RedirectAttributes next) {
		return carryOut(new Attempt(actor, id, "take-back", Map.of(), locale), next, "/tasks/" + id,
				() -> this.handOvers.takeBack(actor, id));
	}

	@PostMapping("/add-signers")
	ModelAndView addSigners(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed,
			@RequestParam(defaultValue = "BEFORE") Place where, @RequestParam(defaultValue = "ALL") Rule rule,
			Locale locale, RedirectAttributes next) {
		List<String> users = Sharing.names(typed.get("users"));
		return carryOut(new Attempt(actor, id, "add-signers", typed, locale), next, "/tasks/" + id,
				() -> this.signers.add(actor, id, users, where, rule, typed.get("reason")));
	}

	@PostMapping("/remove-signer")
	ModelAndView removeSigner(Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed,
			Locale locale, RedirectAttributes next) {
		return carryOut(new Attempt(actor, id, "remove-signer", typed, locale), next, "/tasks/" + id,
				() -> this.signers.remove(actor, id, typed.get("user"), typed.get("reason")));
	}

	@PostMapping("/recall")
	ModelAndView recall(Actor actor, @PathVariable String id, Locale locale, RedirectAttributes next) {
		return back(actor, id, locale, next, () -> this.recalls.recall(actor, id));
	}

	/** Takes the decision back in the first moments after it. */
	@PostMapping("/undo")
	ModelAndView undo(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale,
			RedirectAttributes next) {
		this.undo.forget(request);
		return back(actor, id, locale, next, () -> this.recalls.undo(actor, id));
	}

	private ModelAndView back(Actor actor, String id, Locale locale, RedirectAttributes next, Supplier<String> taking) {
		try {
			String open = taking.get();
			next.addFlashAttribute("notice", "inbox.operations.done.recall");
			return new ModelAndView("redirect:/tasks/" + open);
		}
		catch (Overtaken late) {
			return this.pages.late(actor, id, Map.of(), late, locale);
		}
	}

	/** Who tries what, as typed. */
	private record Attempt(Actor actor, String task, String name, Map<String, String> typed, Locale locale) {
	}

	private ModelAndView carryOut(Attempt attempt, RedirectAttributes next, String onward, Runnable operation) {
		this.desk.see(attempt.actor(), attempt.task());
		try {
			operation.run();
		}
		catch (InvalidInput invalid) {
			ModelAndView page = again(attempt).addObject("mistakes", Mistakes.of(invalid));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
		catch (Overtaken overtaken) {
			return this.late.page(again(attempt), attempt.typed(), overtaken, attempt.locale());
		}
		next.addFlashAttribute("notice", "inbox.operations.done." + attempt.name().replaceFirst("-signers?$", ""));
		return new ModelAndView("redirect:" + onward);
	}

	/** The page again, with what was typed. */
	private ModelAndView again(Attempt attempt) {
		WorkItem item = this.desk.see(attempt.actor(), attempt.task());
		ModelAndView page = this.desk.mayDecide(attempt.actor(), item) ? this.pages.open(attempt.actor(), item,
				this.forms.open(this.desk.context(attempt.actor(), item)), attempt.locale())
				: this.pages.closed(attempt.actor(), item, attempt.locale());
		page.addObject("failed", attempt.name());
		return page.addObject("typed", attempt.typed());
	}

}
