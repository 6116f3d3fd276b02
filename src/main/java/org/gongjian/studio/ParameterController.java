package org.gongjian.studio;

import java.util.Map;
import java.util.UUID;

import org.gongjian.engine.Thresholds;
import org.gongjian.organisation.NewParameter;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a number of a diagram or table a parameter that is changed without a release. */
@Controller("studioParameterController")
@RequestMapping("/admin/process/drafts/{id}/parameter")
class ParameterController {

	private final Studio studio;

	private final Parameters parameters;

	ParameterController(Studio studio, Parameters parameters) {
		this.studio = studio;
		this.parameters = parameters;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
		return page(this.studio.draft(actor, id), name, new NewParameter("", new Bilingual("", ""), ""), Mistakes.NONE);
	}

	private static ModelAndView page(DiagramDraft draft, String name, NewParameter typed, Mistakes mistakes) {
		return mistakes.page("studio/parameter",
				Map.of("draft", draft, "name", name, "typed", typed, "back", back(draft.id(), name)));
	}

	private static String back(UUID id, String name) {
		String draft = "/admin/process/drafts/" + id;
		return name.matches(DraftCheck.TABLE) ? draft + "/table?name=" + name : draft;
	}

	@PostMapping
	ModelAndView add(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String en,
			@RequestParam(defaultValue = "") String zh, @RequestParam(defaultValue = "") String value,
			RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		NewParameter typed = new NewParameter(key.strip(), new Bilingual(en.strip(), zh.strip()), value.strip());
		try {
			next.addFlashAttribute("added", Thresholds.name(this.parameters.add(typed, actor)));
			next.addFlashAttribute("notice", "studio.parameter.added");
			return new ModelAndView("redirect:" + back(id, name));
		}
		catch (InvalidInput invalid) {
			return page(draft, name, typed, Mistakes.of(invalid));
		}
	}

}
