package org.gongjian.sla;

import java.util.HashMap;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the duty roster. */
@Controller
@RequestMapping("/duty")
class DutyController {

	private static final int PAGE = 31;

	private static final String BACK = "redirect:/duty";

	private final DutyRoster roster;

	DutyController(DutyRoster roster) {
		this.roster = roster;
	}

	@GetMapping
	ModelAndView list(Actor actor, @RequestParam(required = false) String cursor) {
		return list(actor, cursor, new DutyForm("", "", "", "", ""), Mistakes.NONE);
	}

	private ModelAndView list(Actor actor, String cursor, DutyForm form, Mistakes mistakes) {
		var model = new HashMap<String, Object>();
		model.put("days", this.roster.page(actor, cursor, PAGE));
		model.put("keeper", DutyRoster.keeps(actor));
		model.put("today", this.roster.today());
		model.put("form", form);
		return mistakes.page("sla/duty", model);
	}

	@PostMapping
	ModelAndView add(Actor actor, @ModelAttribute DutyForm form, RedirectAttributes next) {
		try {
			this.roster.add(actor, form);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK);
		}
		catch (InvalidInput invalid) {
			return list(actor, null, form, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{day}/edit")
	ModelAndView edit(Actor actor, @PathVariable String day) {
		Duty duty = this.roster.get(actor, day);
		return form(duty, duty.version(), DutyForm.of(duty), Mistakes.NONE);
	}

	@PostMapping("/{day}")
	ModelAndView change(Actor actor, @PathVariable String day, @ModelAttribute DutyForm form, @RequestParam int version,
			RedirectAttributes next) {
		try {
			this.roster.change(actor, day, form, version);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK);
		}
		catch (InvalidInput invalid) {
			return form(this.roster.get(actor, day), version, form, Mistakes.of(invalid));
		}
	}

	@PostMapping("/{day}/remove")
	String remove(Actor actor, @PathVariable String day, @RequestParam int version, RedirectAttributes next) {
		this.roster.remove(actor, day, version);
		next.addFlashAttribute("notice", "sla.duty.removed");
		return BACK;
	}

	private static ModelAndView form(Duty duty, int version, DutyForm form, Mistakes mistakes) {
		return mistakes.page("sla/duty-form", Map.of("duty", duty, "version", version, "form", form));
	}

}
