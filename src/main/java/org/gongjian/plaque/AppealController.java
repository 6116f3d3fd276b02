package org.gongjian.plaque;

import java.util.List;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the holder of a plaque appeals against its revocation. */
@Controller
@RequestMapping("/plaques/{number}/appeal")
class AppealController {

	private final Appeals appeals;

	private final Plaques plaques;

	AppealController(Appeals appeals, Plaques plaques) {
		this.appeals = appeals;
		this.plaques = plaques;
	}

	@GetMapping
	ModelAndView blank(Actor actor, @PathVariable String number) {
		Plaque plaque = this.plaques.visible(actor, number);
		Measure measure = this.appeals.open(actor, plaque).orElseThrow(() -> new Overtaken("plaque.appeal.over"));
		return form(plaque, measure, new AppealForm(null), Mistakes.NONE);
	}

	@PostMapping
	ModelAndView file(Actor actor, @PathVariable String number, @ModelAttribute AppealForm form,
			@RequestParam(name = Evidence.FIELD, required = false) List<MultipartFile> files, RedirectAttributes next) {
		try {
			this.appeals.file(actor, number, form, files);
			next.addFlashAttribute("notice", "plaque.appeal.sent");
			return new ModelAndView("redirect:/plaques/" + number);
		}
		catch (InvalidInput invalid) {
			Plaque plaque = this.plaques.visible(actor, number);
			Measure measure = this.appeals.open(actor, plaque).orElseThrow(() -> new Overtaken("plaque.appeal.over"));
			return form(plaque, measure, form, Mistakes.of(invalid));
		}
	}

	private static ModelAndView form(Plaque plaque, Measure measure, AppealForm form, Mistakes mistakes) {
		return mistakes.page("plaque/appeal", Map.of("plaque", plaque, "measure", measure, "form", form));
	}

}
