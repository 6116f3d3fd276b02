package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.NewParameter;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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

	private final TableLimits limits;

	ParameterController(Studio studio, TableLimits limits) {
		this.studio = studio;
		this.limits = limits;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, Locale locale) {
		return page(this.studio.draft(actor, id), name, "", new NewParameter("", new Bilingual("", ""), ""), locale,
				Mistakes.NONE);
	}

	private ModelAndView page(DiagramDraft draft, String name, String at, NewParameter typed, Locale locale,
			Mistakes mistakes) {
		return mistakes.page("studio/parameter", Map.of("draft", draft, "name", name, "at", at, "typed", typed, "back",
				back(draft.id(), name), "limits", this.limits.of(draft, name, locale)));
	}

	private static String back(UUID id, String name) {
		String draft = "/admin/process/drafts/" + id;
		return name.matches(DraftCheck.TABLE) ? draft + "/table?name=" + name : draft;
	}

	@PostMapping
	ModelAndView add(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent,
			@RequestParam int version, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		String name = of(sent, "name");
		String at = of(sent, "at");
		NewParameter typed = new NewParameter(of(sent, "key"), new Bilingual(of(sent, "en"), of(sent, "zh")),
				of(sent, "value"));
		try {
			next.addFlashAttribute("added", this.limits.replace(actor, draft, name, at, typed, version, locale));
			next.addFlashAttribute("notice", at.isEmpty() ? "studio.parameter.added" : "studio.parameter.placed");
			return new ModelAndView("redirect:" + back(id, name));
		}
		catch (InvalidInput invalid) {
			return page(draft, name, at, typed, locale, Mistakes.of(invalid));
		}
		catch (Overtaken overtaken) {
			ModelAndView again = page(this.studio.draft(actor, id), name, at, typed, locale,
					new Mistakes(List.of(Violation.of("version", overtaken.code()))));
			again.setStatus(HttpStatus.CONFLICT);
			return again;
		}
	}

	private static String of(MultiValueMap<String, String> sent, String key) {
		return Optional.ofNullable(sent.getFirst(key)).orElse("").strip();
	}

}
