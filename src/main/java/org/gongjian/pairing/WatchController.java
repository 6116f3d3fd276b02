package org.gongjian.pairing;

import java.util.Arrays;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the Party-building officer decides about inactive pairings. */
@Controller
@RequestMapping("/pairings")
class WatchController {

	private static final int MOST = 200;

	private final Watch watch;

	private final Pairings pairings;

	private final Organisations organisations;

	WatchController(Watch watch, Pairings pairings, Organisations organisations) {
		this.watch = watch;
		this.pairings = pairings;
		this.organisations = organisations;
	}

	@GetMapping("/inactive")
	String inactive(Actor actor, Model model) {
		model.addAttribute("rows", this.watch.inactive(actor, MOST));
		return "pairing/inactive";
	}

	@GetMapping("/{number}/watch/{kind}")
	ModelAndView ask(Actor actor, @PathVariable String number, @PathVariable String kind) {
		return page(this.pairings.visible(actor, number), kind(kind), "", Mistakes.NONE);
	}

	@PostMapping(path = "/{number}/watch/{kind}", params = Language.PARAMETER)
	ModelAndView inOtherLanguage(Actor actor, @PathVariable String number, @PathVariable String kind,
			@RequestParam(defaultValue = "") String note) {
		return page(this.pairings.visible(actor, number), kind(kind), note, Mistakes.NONE);
	}

	@PostMapping("/{number}/watch/{kind}")
	ModelAndView decide(Actor actor, @PathVariable String number, @PathVariable String kind,
			@RequestParam(defaultValue = "") String note, RedirectAttributes next) {
		try {
			this.watch.decide(actor, number, kind(kind), note);
		}
		catch (InvalidInput invalid) {
			ModelAndView again = page(this.pairings.visible(actor, number), kind(kind), note, Mistakes.of(invalid));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView("redirect:/pairings/{number}");
	}

	private ModelAndView page(Pairing pairing, WatchEntry.Kind kind, String note, Mistakes mistakes) {
		return new ModelAndView("pairing/watch").addObject("pairing", pairing)
			.addObject("government", name(pairing.governmentOrg()))
			.addObject("enterprise", name(pairing.enterpriseOrg()))
			.addObject("kind", kind)
			.addObject("note", note)
			.addObject("mistakes", mistakes);
	}

	private static WatchEntry.Kind kind(String name) {
		return Arrays.stream(WatchEntry.Kind.values())
			.filter((kind) -> kind.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new NotFound("decision " + name));
	}

	private Bilingual name(String code) {
		return this.organisations.find(code).map(Organisation::names).orElse(new Bilingual(code, code));
	}

}
