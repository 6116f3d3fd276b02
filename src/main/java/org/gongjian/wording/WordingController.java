package org.gongjian.wording;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
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

/** The texts of papers and mails, for administrators. */
@Controller
@RequestMapping("/admin/templates")
class WordingController {

	private final Wordings wordings;

	WordingController(Wordings wordings) {
		this.wordings = wordings;
	}

	@GetMapping
	String list(Model model) {
		Map<Wording.Paper, List<WordingVersion>> papers = this.wordings.all()
			.stream()
			.collect(Collectors.groupingBy((one) -> one.wording().paper(), LinkedHashMap::new, Collectors.toList()));
		model.addAttribute("papers", papers);
		return "wording/list";
	}

	/**
	 * @param from the version to begin with, the newest without it
	 */
	@GetMapping("/{key}")
	ModelAndView show(@PathVariable String key, @RequestParam(required = false) Integer from) {
		Wording wording = named(key);
		List<WordingVersion> history = this.wordings.history(wording);
		WordingVersion begin = history.stream()
			.filter((one) -> from != null && one.version() == from)
			.findFirst()
			.orElse(history.get(0));
		return page(wording, WordingForm.of(begin), history.get(0).version(), Mistakes.NONE);
	}

	@PostMapping(path = "/{key}", params = Language.PARAMETER)
	ModelAndView inOtherLanguage(@PathVariable String key, @ModelAttribute WordingForm form,
			@RequestParam int version) {
		return page(named(key), form, version, Mistakes.NONE);
	}

	@PostMapping("/{key}")
	ModelAndView change(Actor actor, @PathVariable String key, @ModelAttribute WordingForm form,
			@RequestParam int version, RedirectAttributes next) {
		Wording wording = named(key);
		try {
			this.wordings.change(wording, form, version, actor);
		}
		catch (InvalidInput invalid) {
			return page(wording, form, version, Mistakes.of(invalid));
		}
		catch (Overtaken overtaken) {
			WordingVersion first = this.wordings.current(wording);
			ModelAndView again = page(wording, form, first.version(), Mistakes.NONE);
			again.setStatus(HttpStatus.CONFLICT);
			return again.addObject("overtaken",
					new Overtaken(overtaken.code(), first.changedBy(), first.changedAt(), null));
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView("redirect:/admin/templates");
	}

	private ModelAndView page(Wording wording, WordingForm form, int version, Mistakes mistakes) {
		var shown = new HashMap<String, Object>();
		shown.put("wording", wording);
		shown.put("form", form);
		shown.put("version", version);
		shown.put("history", this.wordings.history(wording));
		return mistakes.page("wording/show", shown);
	}

	private static Wording named(String key) {
		return Wording.of(key).orElseThrow(() -> new NotFound("template " + key));
	}

}
