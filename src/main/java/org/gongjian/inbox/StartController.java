package org.gongjian.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Requests;
import org.gongjian.casefile.CaseFile;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormPost;
import org.gongjian.form.FormSession;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New: what one may start, its form, the answers before they are sent. */
@Controller
@RequestMapping("/new")
class StartController {

	private static final String CHECK = "inbox/start-check";

	private final StartPages pages;

	private final FormSessions forms;

	private final Requests requests;

	StartController(StartPages pages, FormSessions forms, Requests requests) {
		this.pages = pages;
		this.forms = forms;
		this.requests = requests;
	}

	@GetMapping
	String list(Actor actor, Locale locale, Model model) {
		model.addAttribute("entries", this.pages.entries(actor, locale));
		return "inbox/start";
	}

	@GetMapping("/{process}")
	ModelAndView open(Actor actor, @PathVariable String process, @RequestParam Map<String, String> asked,
			HttpServletRequest request, Locale locale) {
		FormContext context = this.pages.context(actor, process, asked);
		Optional<FormSession> typed = InterruptedForms.takeMain(request, actor)
			.map((sent) -> this.forms.restore(context, sent));
		if (typed.isPresent()) {
			return form(typed.get(), locale).addObject("notice", "inbox.form.back");
		}
		return form(asked.isEmpty() ? this.forms.open(context) : this.forms.openAnew(context), locale);
	}

	/** The language changed in the middle: nothing typed is lost, nothing is sent. */
	@PostMapping(path = "/{process}", params = Language.PARAMETER)
	ModelAndView language(Actor actor, @PathVariable String process, HttpServletRequest request, Locale locale) {
		FormSession session = this.forms.receive(this.pages.context(actor, process), request);
		boolean answers = CHECK.equals(request.getParameter("_page")) && session.check();
		return answers ? check(session, locale) : form(session, locale);
	}

	@PostMapping("/{process}")
	ModelAndView receive(Actor actor, @PathVariable String process, HttpServletRequest request, Locale locale,
			RedirectAttributes redirect) {
		FormSession session = this.forms.receive(this.pages.context(actor, process), request);
		if (session.isAutosave()) {
			return page("form/draft :: status", session, locale);
		}
		if (session.post().action() == FormPost.Action.SUBMIT) {
			Optional<CaseFile> before = this.requests.sent(actor, session.token());
			if (before.isPresent()) {
				return sent(before.get(), redirect);
			}
		}
		if (session.stays() || !session.check()) {
			return form(session, locale);
		}
		if (session.post().action() == FormPost.Action.CHECK) {
			session.saveDraft();
			return check(session, locale);
		}
		return send(session, locale, redirect);
	}

	private ModelAndView send(FormSession session, Locale locale, RedirectAttributes redirect) {
		try {
			CaseFile opened = this.requests.open(session.filled(), session.token());
			session.forgetDraft();
			return sent(opened, redirect);
		}
		catch (InvalidInput refused) {
			session.refuse(refused);
			return form(session, locale);
		}
	}

	private static ModelAndView sent(CaseFile opened, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", "inbox.start.sent");
		redirect.addFlashAttribute("noticeArguments", new Object[] { opened.number() });
		return new ModelAndView("redirect:/cases/" + opened.number());
	}

	private ModelAndView check(FormSession session, Locale locale) {
		return page(CHECK, session, locale).addObject("advice", this.pages.advice(session.filled()));
	}

	private ModelAndView form(FormSession session, Locale locale) {
		return page("inbox/start-form", session, locale);
	}

	private ModelAndView page(String view, FormSession session, Locale locale) {
		ModelAndView page = new ModelAndView(view, "form", session.view(locale));
		page.setStatus(session.status());
		page.addObject("process", session.context().process());
		page.addObject("processName", this.pages.name(session.context().process(), locale));
		return page;
	}

}
