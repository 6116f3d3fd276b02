package org.gongjian.pairing;

import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;

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

/** The programmes, kept by the system administrator. */
@Controller
@RequestMapping("/admin/programmes")
class ProgrammeController {

	private static final String LIST = "redirect:/admin/programmes";

	private static final String VIEW = "pairing/programme-form";

	private final Programmes programmes;

	ProgrammeController(Programmes programmes) {
		this.programmes = programmes;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("programmes", this.programmes.all());
		model.addAttribute("open", this.programmes.open());
		return "pairing/programmes";
	}

	@GetMapping("/new")
	ModelAndView add() {
		return form(null, 0, ProgrammeForm.EMPTY);
	}

	@GetMapping("/{code}")
	ModelAndView edit(@PathVariable String code) {
		Programme programme = this.programmes.find(code).orElseThrow(() -> new NotFound("programme " + code));
		return form(code, programme.version(), ProgrammeForm.of(programme));
	}

	@PostMapping(path = "/new", params = Language.PARAMETER)
	ModelAndView addInOtherLanguage(@ModelAttribute ProgrammeForm form) {
		return form(null, 0, form);
	}

	@PostMapping(path = "/{code}", params = Language.PARAMETER)
	ModelAndView editInOtherLanguage(@PathVariable String code, @ModelAttribute ProgrammeForm form,
			@RequestParam int version) {
		return form(code, version, form);
	}

	@PostMapping("/new")
	ModelAndView add(@ModelAttribute ProgrammeForm form, RedirectAttributes next) {
		try {
			this.programmes.add(form);
		}
		catch (InvalidInput invalid) {
			return refused(null, 0, form, invalid);
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView(LIST);
	}

	@PostMapping("/{code}")
	ModelAndView change(@PathVariable String code, @ModelAttribute ProgrammeForm form, @RequestParam int version,
			RedirectAttributes next) {
		try {
			this.programmes.change(code, form, version);
		}
		catch (InvalidInput invalid) {
			return refused(code, version, form, invalid);
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView(LIST);
	}

	private static ModelAndView form(String code, int version, ProgrammeForm form) {
		return new ModelAndView(VIEW, Map.of("form", form, "version", version, "mistakes", Mistakes.NONE))
			.addObject("code", code);
	}

	private static ModelAndView refused(String code, int version, ProgrammeForm form, InvalidInput invalid) {
		return Mistakes.of(invalid).page(VIEW, Map.of("form", form, "version", version)).addObject("code", code);
	}

}
