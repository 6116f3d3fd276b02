package org.gongjian.inbox;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Operation;
import org.gongjian.approval.Recalls;
import org.gongjian.approval.WorkItem;
import org.gongjian.form.FormSession;
import org.gongjian.form.FormSessions;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a task: see, fill in, decide. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

	private final Desk desk;

	private final Decisions decisions;

	private final FormSessions forms;

	private final Recalls recalls;

	private final TaskPages pages;

	TaskController(Desk desk, Decisions decisions, FormSessions forms, Recalls recalls, TaskPages pages) {
		this.desk = desk;
		this.decisions = decisions;
		this.forms = forms;
		this.recalls = recalls;
		this.pages = pages;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String id, Locale locale) {
		WorkItem item = this.desk.see(actor, id);
		boolean asked = this.desk.operations(actor, item).contains(Operation.ANSWER);
		if (!asked && !this.desk.mayDecide(actor, item)) {
			return this.pages.closed(actor, item, locale);
		}
		return this.pages.open(actor, item, this.forms.open(this.desk.context(actor, item)), locale);
	}

	@PostMapping
	ModelAndView send(Actor actor, @PathVariable String id, @RequestParam(required = false) Integer version,
			HttpServletRequest request, Locale locale, RedirectAttributes redirect) {
		WorkItem item = this.desk.see(actor, id);
		if (item.open() && !this.desk.asked(actor, item)) {
			throw new NotAllowed("approval.not-yours");
		}
		FormSession session = this.forms.receive(this.desk.context(actor, item), request);
		if (session.stays()) {
			return session.isAutosave() ? this.pages.draft(session) : this.pages.open(actor, item, session, locale);
		}
		if (item.open() && !session.check()) {
			return this.pages.open(actor, item, session, locale);
		}
		try {
			Decided decided = item.open() ? this.decisions.decide(actor, id, session.filled(), version)
					: this.decisions.again(actor, id, request.getParameter("_decision"));
			session.forgetDraft();
			if (this.recalls.may(actor, this.desk.see(actor, id))) {
				redirect.addFlashAttribute("undo", id);
			}
			return onward(decided, redirect);
		}
		catch (InvalidInput invalid) {
			session.refuse(invalid);
			return this.pages.open(actor, item, session, locale);
		}
		catch (Overtaken overtaken) {
			session.saveDraft();
			return this.pages.overtaken(actor, this.desk.see(actor, id), session, overtaken, locale);
		}
	}

	@PostMapping("/claim")
	String claim(Actor actor, @PathVariable String id, RedirectAttributes redirect) {
		this.decisions.claim(actor, id);
		redirect.addFlashAttribute("notice", "inbox.task.claimed");
		return "redirect:/tasks/" + id;
	}

	@PostMapping("/release")
	String release(Actor actor, @PathVariable String id, RedirectAttributes redirect) {
		this.decisions.release(actor, id);
		redirect.addFlashAttribute("notice", "inbox.task.released");
		return "redirect:/inbox";
	}

	@PostMapping("/conflict")
	String conflict(Actor actor, @PathVariable String id, RedirectAttributes redirect) {
		this.decisions.declareConflict(actor, id);
		redirect.addFlashAttribute("notice", "inbox.task.conflict-declared");
		return "redirect:/inbox";
	}

	private static ModelAndView onward(Decided decided, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", decided.again() ? "inbox.task.decided-before" : "inbox.task.decided");
		String next = (decided.nextTask() != null) ? "/tasks/" + decided.nextTask() : "/cases/" + decided.caseNumber();
		var page = new ModelAndView("redirect:" + next);
		page.setStatus(HttpStatus.SEE_OTHER);
		return page;
	}

}
