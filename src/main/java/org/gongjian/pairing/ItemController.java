package org.gongjian.pairing;

import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item of the three lists: how far it is, and what became of it. */
@Controller
@RequestMapping("/pairings/{number}/items/{id}")
class ItemController {

	private final Items items;

	ItemController(Items items) {
		this.items = items;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable String number, @PathVariable UUID id) {
		return page(this.items.open(actor, number, id), "", "", Mistakes.NONE);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView inOtherLanguage(Actor actor, @PathVariable String number, @PathVariable UUID id,
			@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String note) {
		return page(this.items.open(actor, number, id), status, note, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView move(Actor actor, @PathVariable String number, @PathVariable UUID id,
			@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String note,
			@RequestParam int version, RedirectAttributes next) {
		try {
			this.items.move(actor, number, id, version, status, note);
		}
		catch (InvalidInput invalid) {
			ModelAndView again = page(this.items.open(actor, number, id), status, note, Mistakes.of(invalid));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView("redirect:/pairings/{number}");
	}

	private static ModelAndView page(Items.Opened opened, String status, String note, Mistakes mistakes) {
		return new ModelAndView("pairing/item").addObject("opened", opened)
			.addObject("chosen", status)
			.addObject("note", note)
			.addObject("mistakes", mistakes);
	}

}
