package org.gongjian.identity;

import java.util.Map;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind a set-up link. */
@Controller
class SetupController {

	private final Setup setup;

	SetupController(Setup setup) {
		this.setup = setup;
	}

	@GetMapping("/setup")
	ModelAndView show(@ModelAttribute("form") SetupForm form) {
		return page(form, Mistakes.NONE);
	}

	@PostMapping(path = "/setup", params = Language.PARAMETER)
	ModelAndView again(@ModelAttribute("form") SetupForm form) {
		return page(form, Mistakes.NONE);
	}

	@PostMapping("/setup")
	ModelAndView finish(@ModelAttribute("form") SetupForm form, RedirectAttributes next) {
		try {
			this.setup.finish(form);
		}
		catch (InvalidInput ex) {
			return page(form, Mistakes.of(ex));
		}
		catch (NotFound ex) {
			return dead();
		}
		next.addFlashAttribute("notice", "identity.setup.done");
		return new ModelAndView("redirect:/login");
	}

	private ModelAndView page(SetupForm form, Mistakes mistakes) {
		return this.setup.find(form.token())
			.map((purpose) -> mistakes.page("identity/setup", Map.of("form", form, "purpose", purpose)))
			.orElseGet(SetupController::dead);
	}

	private static ModelAndView dead() {
		return new ModelAndView("identity/setup-dead", HttpStatus.NOT_FOUND);
	}

}
