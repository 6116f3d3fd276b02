package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
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

/** Breaches on record, for those who check awards. Others do not learn that it exists. */
@Controller
@RequestMapping("/breaches")
class BreachController {

	private static final String BACK = "redirect:/breaches";

	private final Breaches breaches;

	private final Organisations organisations;

	BreachController(Breaches breaches, Organisations organisations) {
		this.breaches = breaches;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) String cursor, Model model) {
		Slice<Breach> rows = this.breaches.list(actor, cursor);
		model.addAttribute("breaches", rows);
		model.addAttribute("names",
				this.organisations.byCodes(rows.items().stream().map(Breach::organisation).distinct().toList()));
		return "plaque/breaches";
	}

	@GetMapping("/new")
	ModelAndView blank(Actor actor) {
		Breaches.requireKeeper(actor);
		return form(new BreachForm(null, null, null, null, null), Mistakes.NONE);
	}

	@PostMapping
	ModelAndView record(Actor actor, @ModelAttribute BreachForm form, RedirectAttributes next) {
		try {
			this.breaches.record(actor, form);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK);
		}
		catch (InvalidInput invalid) {
			return form(form, Mistakes.of(invalid));
		}
	}

	private static ModelAndView form(BreachForm form, Mistakes mistakes) {
		return mistakes.page("plaque/breach-form", Map.of("form", form, "kinds", Breach.Kind.values()));
	}

	@GetMapping("/{id}")
	ModelAndView show(Actor actor, @PathVariable UUID id) {
		return page(this.breaches.get(actor, id), null, Mistakes.NONE);
	}

	@PostMapping("/{id}/settle")
	ModelAndView settle(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String settlement,
			@RequestParam int version, RedirectAttributes next) {
		try {
			this.breaches.settle(actor, id, settlement, version);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK + "/" + id);
		}
		catch (InvalidInput invalid) {
			return page(this.breaches.get(actor, id), settlement, Mistakes.of(invalid));
		}
	}

	private ModelAndView page(Breach breach, String settlement, Mistakes mistakes) {
		return mistakes
			.page("plaque/breach",
					Map.of("breach", breach, "organisation",
							this.organisations.find(breach.organisation())
								.orElseThrow(() -> new NotFound("organisation " + breach.organisation()))))
			.addObject("settlement", settlement);
	}

	/** What is typed to put a breach on record. */
	record BreachForm(String organisation, String kind, LocalDate foundOn, String source, String note) {
	}

}
