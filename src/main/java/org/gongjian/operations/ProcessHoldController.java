package org.gongjian.operations;

import java.util.Locale;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A whole process is suspended, and goes on. */
@Controller
@RequestMapping("/admin/operations/{process}")
class ProcessHoldController {

	private final ProcessHolds holds;

	private final ProcessHoldWork work;

	private final OverviewController overview;

	ProcessHoldController(ProcessHolds holds, ProcessHoldWork work, OverviewController overview) {
		this.holds = holds;
		this.work = work;
		this.overview = overview;
	}

	@PostMapping("/suspend")
	ModelAndView suspend(Actor actor, @PathVariable String process, @RequestParam(defaultValue = "") String reason,
			Locale locale, RedirectAttributes next) {
		try {
			this.holds.suspend(actor, process, reason);
		}
		catch (InvalidInput invalid) {
			return this.overview.page(process, null, null, null, Mistakes.of(invalid), locale)
				.addObject("reason", reason);
		}
		return done(process, "operations.halt.done", next);
	}

	@PostMapping("/resume")
	ModelAndView resume(Actor actor, @PathVariable String process, RedirectAttributes next) {
		this.holds.resume(actor, process);
		return done(process, "operations.halt.undone", next);
	}

	private ModelAndView done(String process, String notice, RedirectAttributes next) {
		this.work.begin(process);
		next.addFlashAttribute("notice", notice);
		return new ModelAndView("redirect:/admin/operations/" + process);
	}

}
