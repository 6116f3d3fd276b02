package org.gongjian.operations;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.Definitions.Released;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What runs, process by process. */
@Controller
@RequestMapping("/admin/operations")
class OverviewController {

	private final Overview overview;

	private final Retention retention;

	private final CaseRoom room;

	private final ProcessHolds holds;

	OverviewController(Overview overview, Retention retention, CaseRoom room, ProcessHolds holds) {
		this.holds = holds;
		this.room = room;
		this.overview = overview;
		this.retention = retention;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("processes", this.overview.processes());
		model.addAttribute("suspended", this.holds.all());
		return "operations/processes";
	}

	@GetMapping("/{process}")
	ModelAndView process(@PathVariable String process, @RequestParam(required = false) Integer version,
			@RequestParam(required = false) String step, Locale locale) {
		return page(process, version, step, null, Mistakes.NONE, locale);
	}

	/** The page of a process, perhaps after something about it was not right. */
	ModelAndView page(String process, Integer version, String step, String days, Mistakes mistakes, Locale locale) {
		Overview.Process about = this.overview.process(process);
		Map<Released, Long> versions = this.overview.versions(process);
		Released shown = versions.keySet()
			.stream()
			.filter((one) -> version != null && one.version() == version)
			.findFirst()
			.orElse(about.newest());
		List<Overview.Step> steps = this.overview.steps(shown);
		List<StepTable.Waiting> waiting = this.overview.waiting(shown, step);
		ModelAndView page = mistakes.page("operations/process",
				Map.of("process", about, "versions", versions, "shown", shown, "steps", steps, "picture",
						this.overview.picture(shown, steps, locale), "waiting", waiting, "most", Overview.MOST));
		page.addObject("unasked", this.overview.unasked(shown, step, waiting));
		page.addObject("room", this.room);
		page.addObject("step", step);
		page.addObject("hold", this.holds.of(process).orElse(null));
		page.addObject("days", (days == null) ? String.valueOf(this.retention.days(process)) : days);
		page.addObject("due", this.retention.due(process));
		return page;
	}

	@PostMapping("/{process}/retention")
	ModelAndView retention(Actor actor, @PathVariable String process, @RequestParam(defaultValue = "") String days,
			Locale locale, RedirectAttributes next) {
		try {
			this.retention.keep(process, days);
		}
		catch (InvalidInput invalid) {
			return page(process, null, null, days, Mistakes.of(invalid), locale);
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView("redirect:/admin/operations/" + process);
	}

	@PostMapping("/{process}/clean-up")
	String cleanUp(@PathVariable String process, RedirectAttributes next) {
		int removed = this.retention.cleanUp(process);
		next.addFlashAttribute("notice", "operations.retention.done");
		next.addFlashAttribute("noticeArguments", new Object[] { removed });
		return "redirect:/admin/operations/" + process;
	}

}
