package org.gongjian.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The common phrases for comments. */
@Controller
@RequestMapping("/phrases")
class PhraseController {

	private static final String ALL = "redirect:/phrases";

	private final Phrases phrases;

	PhraseController(Phrases phrases) {
		this.phrases = phrases;
	}

	@GetMapping
	ModelAndView list(Actor actor, Locale locale) {
		return page(actor, locale, "", Mistakes.NONE);
	}

	/** Those offered, as the page of a task takes them in when somebody wants one. */
	@GetMapping("/offered")
	ModelAndView offered(Actor actor, Locale locale) {
		return new ModelAndView("inbox/phrases :: offered", Map.of("phrases", this.phrases.offered(actor, locale)));
	}

	@PostMapping
	ModelAndView add(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "false") boolean house, Locale locale) {
		try {
			this.phrases.add(actor, text, house, locale);
			return new ModelAndView(ALL);
		}
		catch (InvalidInput invalid) {
			return page(actor, locale, text, Mistakes.of(invalid));
		}
	}

	@PostMapping("/{id}/change")
	ModelAndView change(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String text,
			Locale locale) {
		try {
			this.phrases.change(actor, id, text);
			return new ModelAndView(ALL);
		}
		catch (InvalidInput invalid) {
			return page(actor, locale, text, Mistakes.of(invalid)).addObject("changed", id);
		}
	}

	@PostMapping("/{id}/forget")
	String forget(Actor actor, @PathVariable UUID id) {
		this.phrases.forget(actor, id);
		return ALL;
	}

	private ModelAndView page(Actor actor, Locale locale, String text, Mistakes mistakes) {
		return mistakes.page("inbox/phrases",
				Map.of("phrases", this.phrases.offered(actor, locale), "keeps", Phrases.keeps(actor), "text", text));
	}

}
