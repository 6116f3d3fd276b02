package org.gongjian.identity;

import java.util.Map;

import jakarta.servlet.http.HttpSession;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where I am signed in, and an end to it. */
@Controller
@RequestMapping("/profile/sessions")
class SessionController {

	private final Sessions sessions;

	private final Journal journal;

	SessionController(Sessions sessions, Journal journal) {
		this.sessions = sessions;
		this.journal = journal;
	}

	@GetMapping
	ModelAndView show(Actor actor, HttpSession session) {
		return new ModelAndView("identity/sessions",
				Map.of("person", actor, "sessions", this.sessions.of(actor.username(), session.getId())));
	}

	@PostMapping("/end")
	String end(Actor actor, @RequestParam String session, RedirectAttributes next) {
		this.sessions.endOne(actor.username(), session);
		return ended(actor, next);
	}

	@PostMapping("/end-others")
	String endOthers(Actor actor, HttpSession session, RedirectAttributes next) {
		this.sessions.endOthers(actor.username(), session.getId());
		return ended(actor, next);
	}

	private String ended(Actor actor, RedirectAttributes next) {
		this.journal.record("account.sessions-ended", actor.username(), "");
		next.addFlashAttribute("notice", "identity.sessions.ended");
		return "redirect:/profile/sessions";
	}

}
