package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Requests;
import org.gongjian.approval.Sharing;
import org.gongjian.approval.Urges;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Discussion;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
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

/** The page of a case. */
@Controller
@RequestMapping("/cases/{number}")
class CaseController {

	private final Cases cases;

	private final Discussion discussion;

	private final Requests requests;

	private final Urges urges;

	private final Sharing sharing;

	private final CasePages pages;

	private final LatePages late;

	private final List<CaseDoor> doors;

	CaseController(Cases cases, Discussion discussion, Requests requests, Urges urges, Sharing sharing, CasePages pages,
			LatePages late, List<CaseDoor> doors) {
		this.late = late;
		this.doors = doors;
		this.cases = cases;
		this.discussion = discussion;
		this.requests = requests;
		this.urges = urges;
		this.sharing = sharing;
		this.pages = pages;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String number, HttpServletRequest request, Locale locale) {
		Optional<String> elsewhere = elsewhere(actor, number);
		if (elsewhere.isPresent()) {
			return new ModelAndView("redirect:" + elsewhere.get());
		}
		CaseFile file = this.cases.visible(actor, number);
		ModelAndView page = new ModelAndView("inbox/case", this.pages.model(actor, file, locale));
		InterruptedForms.take(request, actor).ifPresent((form) -> {
			typed(page, form.name(), form.typed());
			page.addObject("notice", "web.not-sent");
		});
		return page;
	}

	/** Puts what was typed into a form of the page back into it. */
	private static ModelAndView typed(ModelAndView page, String form, Map<String, String> typed) {
		return switch (form) {
			case "comments" -> page.addObject("commentText", typed.get("text"));
			case "withdraw" -> page.addObject("withdrawReason", typed.get("reason"));
			case "copies" -> page.addObject("copyUsers", typed.get("users"));
			default -> page;
		};
	}

	/** The page of a person who is only let in by another door. */
	private Optional<String> elsewhere(Actor actor, String number) {
		return this.cases.find(number)
			.filter((file) -> !Cases.mayGetToSee(actor, file))
			.flatMap((file) -> this.doors.stream().flatMap((door) -> door.path(actor, file).stream()).findFirst());
	}

	@PostMapping("/comments")
	ModelAndView comment(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String text,
			Locale locale, RedirectAttributes redirect) {
		try {
			this.discussion.add(actor, number, text);
		}
		catch (InvalidInput invalid) {
			return again(actor, number, locale, invalid).addObject("commentText", text);
		}
		redirect.addFlashAttribute("notice", "inbox.comment.added");
		return new ModelAndView("redirect:/cases/" + number);
	}

	@PostMapping("/copies")
	ModelAndView copy(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String users,
			Locale locale, RedirectAttributes redirect) {
		try {
			this.sharing.copy(actor, number, Sharing.names(users));
		}
		catch (InvalidInput invalid) {
			return again(actor, number, locale, invalid).addObject("copyUsers", users);
		}
		redirect.addFlashAttribute("notice", "inbox.copy.given");
		return new ModelAndView("redirect:/cases/" + number);
	}

	@PostMapping("/urge")
	ModelAndView urge(Actor actor, @PathVariable String number, Locale locale, RedirectAttributes redirect) {
		try {
			this.urges.urge(actor, number);
		}
		catch (Overtaken overtaken) {
			return overtaken(actor, number, locale, Map.of(), overtaken);
		}
		redirect.addFlashAttribute("notice", "inbox.case.urged");
		return new ModelAndView("redirect:/cases/" + number);
	}

	@PostMapping("/withdraw")
	ModelAndView withdraw(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String reason,
			Locale locale, RedirectAttributes redirect) {
		try {
			this.requests.withdraw(actor, number, reason);
		}
		catch (InvalidInput invalid) {
			return again(actor, number, locale, invalid).addObject("withdrawReason", reason);
		}
		catch (Overtaken overtaken) {
			return overtaken(actor, number, locale, Map.of("reason", reason), overtaken);
		}
		redirect.addFlashAttribute("notice", "inbox.case.withdrawn");
		return new ModelAndView("redirect:/cases/" + number);
	}

	private ModelAndView overtaken(Actor actor, String number, Locale locale, Map<String, String> typed,
			Overtaken overtaken) {
		CaseFile file = this.cases.visible(actor, number);
		return this.late.page(new ModelAndView("inbox/case", this.pages.model(actor, file, locale)), typed, overtaken,
				locale);
	}

	private ModelAndView again(Actor actor, String number, Locale locale, InvalidInput invalid) {
		CaseFile file = this.cases.visible(actor, number);
		var page = new ModelAndView("inbox/case", this.pages.model(actor, file, locale),
				HttpStatus.UNPROCESSABLE_CONTENT);
		return page.addObject("violations", List.copyOf(invalid.violations()));
	}

}
