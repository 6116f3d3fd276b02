package org.gongjian.notification;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one is told. */
@Controller
@RequestMapping("/notifications")
class NotificationController {

	private static final int PAGE = 30;

	private final Notifications notices;

	private final People people;

	NotificationController(Notifications notices, People people) {
		this.notices = notices;
		this.people = people;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean unread,
			@RequestParam(required = false) String cursor, Locale locale, Model model) {
		var page = this.notices.page(actor, unread, cursor, PAGE);
		model.addAttribute("notices", page);
		var actors = page.items().stream().map(Notification::actor).filter(Objects::nonNull).distinct().toList();
		model.addAttribute("names", this.people.names(actors, locale));
		model.addAttribute("unreadOnly", unread);
		return "notification/list";
	}

	/** Opening a message marks it as read, so it is a POST. */
	@PostMapping("/{id}/open")
	String open(Actor actor, @PathVariable UUID id) {
		return "redirect:" + this.notices.open(actor, id).path();
	}

	@PostMapping("/read")
	String readAll(Actor actor, RedirectAttributes next) {
		this.notices.readAll(actor);
		next.addFlashAttribute("notice", "notification.all-read");
		return "redirect:/notifications";
	}

}
