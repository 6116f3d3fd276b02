package org.gongjian.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Operation;
import org.gongjian.approval.Seen;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Drafts;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormPost;
import org.gongjian.form.FormSession;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.identity.InterruptedForms.Interrupted;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The page of a task: see, fill in, decide. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

	private final Desk desk;

	private final Decisions decisions;

	private final FormSessions forms;

	private final Undo undo;

	private final TaskPages pages;

	private final Inbox inbox;

	private final Cases cases;

	private final Looks looks;

	TaskController(Desk desk, Decisions decisions, FormSessions forms, Undo undo, TaskPages pages, Inbox inbox,
			Cases cases, Looks looks) {
		this.cases = cases;
		this.looks = looks;
		this.desk = desk;
		this.decisions = decisions;
		this.forms = forms;
		this.undo = undo;
		this.pages = pages;
		this.inbox = inbox;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String id, HttpServletRequest request, Locale locale) {
		WorkItem item = this.desk.see(actor, id);
		Optional<Interrupted> sent = InterruptedForms.take(request, actor);
		Set<Operation> operations = this.desk.operations(actor, item);
		boolean form = operations.contains(Operation.ANSWER) || operations.contains(Operation.EDIT);
		if (!form && !this.desk.mayDecide(actor, item)) {
			return OperationPages.back(this.pages.closed(actor, item, locale), sent.orElse(null));
		}
		FormContext context = this.desk.context(actor, item);
		Optional<FormSession> typed = sent.filter((one) -> one.path().equals(request.getRequestURI()))
			.map((one) -> this.forms.restore(context, one.sent()));
		ModelAndView page = this.pages.open(actor, item, typed.orElseGet(() -> this.forms.open(context)), locale);
		page.addObject("changed", this.looks.look(actor, this.cases.get(item.caseNumber()), locale).orElse(null));
		if (typed.isPresent()) {
			return page.addObject("notice", "inbox.form.back");
		}
		return OperationPages.back(page, sent.orElse(null));
	}

	/** Where in which list the task was opened, for every answer that shows it. */
	@ModelAttribute
	void place(@RequestParam(name = "in", required = false) String in, Model model) {
		Place.of(in).ifPresent((place) -> model.addAttribute("place", place));
	}

	@PostMapping
	ModelAndView send(Actor actor, @PathVariable String id, @RequestParam(required = false) Integer version,
			@RequestParam(name = "in", required = false) String in, HttpServletRequest request, Locale locale,
			RedirectAttributes redirect) {
		Sent sent = ReadOnce.look(() -> sent(actor, id, FormPost.wanted(request)));
		WorkItem item = sent.item();
		FormSession session = this.forms.receive(sent.context(), request);
		if (sent.handedOn() != null) {
			return late(actor, id, session, sent.handedOn(), locale);
		}
		if (session.stays()) {
			return session.isAutosave() ? this.pages.draft(session) : this.pages.open(actor, item, session, locale);
		}
		if (item.open() && (session.behind() || !session.check())) {
			return this.pages.open(actor, item, session, locale);
		}
		try {
			Decided decided = item.open()
					? this.decisions.decideUndoably(actor, id, session.filled(), version, sent.seen())
					: this.decisions.again(actor, id, request.getParameter("_decision"));
			if (sent.drafted()) {
				session.forgetDraft();
			}
			this.undo.offer(id, decided.undoable(), request);
			return ReadOnce.look(() -> onward(actor, id, decided, Place.of(in).orElse(null), redirect));
		}
		catch (InvalidInput invalid) {
			session.refuse(invalid);
			return this.pages.open(actor, item, session, locale);
		}
		catch (Overtaken overtaken) {
			return late(actor, id, session, overtaken, locale);
		}
	}

	/**
	 * What a form was sent to.
	 *
	 * @param handedOn who handed the task on meanwhile, or {@code null}
	 * @param drafted whether there may be a draft of it
	 */
	private record Sent(WorkItem item, Overtaken handedOn, FormContext context, boolean drafted, Seen seen) {
	}

	private Sent sent(Actor actor, String id, FormPost.Action wanted) {
		WorkItem item = this.desk.see(actor, id);
		Overtaken handedOn = lost(actor, item, wanted).orElse(null);
		return new Sent(item, handedOn, this.desk.context(actor, item), Drafts.perhaps(id), this.desk.seen(item));
	}

	/**
	 * Who handed the task on meanwhile, if somebody did.
	 * @throws NotAllowed if it is not theirs and never was
	 */
	private Optional<Overtaken> lost(Actor actor, WorkItem item, FormPost.Action wanted) {
		boolean helps = wanted.stays() && wanted != FormPost.Action.DISCARD && this.desk.mayEdit(actor, item);
		if (!item.open() || helps || this.desk.asked(actor, item)) {
			return Optional.empty();
		}
		Optional<Overtaken> handedOn = (wanted == FormPost.Action.SUBMIT) ? this.decisions.handedOn(actor, item.id())
				: Optional.empty();
		if (handedOn.isEmpty()) {
			throw new NotAllowed("approval.not-yours");
		}
		return handedOn;
	}

	private ModelAndView late(Actor actor, String id, FormSession session, Overtaken overtaken, Locale locale) {
		session.saveDraft();
		return this.pages.overtaken(actor, this.desk.see(actor, id), session, overtaken, locale);
	}

	@PostMapping("/claim")
	ModelAndView claim(Actor actor, @PathVariable String id, Locale locale, RedirectAttributes redirect) {
		return carryOut(actor, id, locale, () -> {
			this.decisions.claim(actor, id);
			redirect.addFlashAttribute("notice", "inbox.task.claimed");
			return "redirect:/tasks/" + id;
		});
	}

	@PostMapping("/release")
	ModelAndView release(Actor actor, @PathVariable String id, Locale locale, RedirectAttributes redirect) {
		return carryOut(actor, id, locale, () -> {
			this.decisions.release(actor, id);
			redirect.addFlashAttribute("notice", "inbox.task.released");
			return "redirect:/inbox";
		});
	}

	@PostMapping("/conflict")
	ModelAndView conflict(Actor actor, @PathVariable String id, Locale locale, RedirectAttributes redirect) {
		return carryOut(actor, id, locale, () -> {
			this.decisions.declareConflict(actor, id);
			redirect.addFlashAttribute("notice", "inbox.task.conflict-declared");
			return "redirect:/inbox";
		});
	}

	private ModelAndView carryOut(Actor actor, String id, Locale locale, Supplier<String> operation) {
		try {
			return new ModelAndView(operation.get());
		}
		catch (Overtaken overtaken) {
			return this.pages.late(actor, id, Map.of(), overtaken, locale);
		}
	}

	/** To my next task of the case, else of the list I came from, else to the case. */
	private ModelAndView onward(Actor actor, String id, Decided decided, Place place, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", decided.again() ? "inbox.task.decided-before" : "inbox.task.decided");
		String next = "/cases/" + decided.caseNumber();
		Optional<String> mine = this.desk.next(actor, decided.caseNumber());
		if (mine.isPresent()) {
			next = "/tasks/" + mine.get() + ((place == null) ? "" : "?in=" + place.text());
		}
		else if (place != null) {
			next = this.inbox.following(actor, place.gone(), id)
				.map((following) -> "/tasks/" + following.cursor().id() + "?in=" + following.text())
				.orElse(place.path());
		}
		var view = new RedirectView(next, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(view);
	}

}
