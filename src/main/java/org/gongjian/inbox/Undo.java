package org.gongjian.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Offers to undo the decision made last, on whatever page of one's work one is, for some
 * seconds. It is kept in the session, which outlives a restart.
 */
@ControllerAdvice(assignableTypes = { ListController.class, TaskController.class, CaseController.class })
class Undo {

	private static final String NAME = "gongjian.undo";

	private final Clock clock;

	Undo(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The next pages offer it.
	 * @param until how long it can be undone, or {@code null} if it cannot
	 */
	void offer(String task, Instant until, HttpServletRequest request) {
		if (until == null) {
			forget(request);
		}
		else {
			request.getSession().setAttribute(NAME, until.toEpochMilli() + " " + task);
		}
	}

	/** It was undone, or cannot be any more. */
	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(NAME);
		}
	}

	@ModelAttribute
	void show(HttpServletRequest request, Model model) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(NAME) instanceof String offered)) {
			return;
		}
		String[] parts = offered.split(" ", 2);
		Instant until = Instant.ofEpochMilli(Long.parseLong(parts[0]));
		long seconds = Duration.between(this.clock.instant(), until).toSeconds();
		if (seconds > 0) {
			model.addAttribute("undo", parts[1]);
			model.addAttribute("undoSeconds", seconds);
		}
	}

}
