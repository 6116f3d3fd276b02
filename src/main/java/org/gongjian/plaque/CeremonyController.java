package org.gongjian.plaque;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
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

/** Ceremonies: planned, changed, held. */
@Controller
@RequestMapping("/ceremonies")
class CeremonyController {

	private static final int PAGE = 25;

	private static final String BACK = "redirect:/ceremonies/";

	private final Ceremonies ceremonies;

	private final Organisations organisations;

	CeremonyController(Ceremonies ceremonies, Organisations organisations) {
		this.ceremonies = ceremonies;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) String cursor, Model model) {
		model.addAttribute("ceremonies", this.ceremonies.list(cursor, PAGE));
		model.addAttribute("officer", actor.has(Batches.OFFICER));
		return "plaque/ceremonies";
	}

	@GetMapping("/new")
	ModelAndView blank(Actor actor) {
		Batches.requireOfficer(actor);
		return form(null, 0, new CeremonyForm(null, null, null, null), Mistakes.NONE);
	}

	@PostMapping
	ModelAndView plan(Actor actor, @ModelAttribute CeremonyForm form, RedirectAttributes next) {
		try {
			UUID id = this.ceremonies.plan(actor, form);
			next.addFlashAttribute("notice", "plaque.ceremony.planned");
			return new ModelAndView(BACK + id);
		}
		catch (InvalidInput invalid) {
			return form(null, 0, form, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		Ceremony ceremony = this.ceremonies.get(id);
		List<Plaque> recipients = this.ceremonies.recipients(id)
			.stream()
			.filter((plaque) -> actor.zoneWide() || actor.organisations().contains(plaque.organisation()))
			.toList();
		model.addAttribute("ceremony", ceremony);
		model.addAttribute("recipients", recipients);
		model.addAttribute("officer", actor.has(Batches.OFFICER));
		if (actor.zoneWide()) {
			List<Delivery> deliveries = this.ceremonies.deliveries(id);
			model.addAttribute("deliveries", deliveries);
			model.addAttribute("pending", deliveries.stream().anyMatch((one) -> one.outcome().equals("PENDING")));
			model.addAttribute("pairings", ceremony.planned() ? this.ceremonies.waitingPairings() : List.of());
			model.addAttribute("names", names(deliveries));
		}
		return "plaque/ceremony";
	}

	private Map<String, Organisation> names(List<Delivery> deliveries) {
		Set<String> codes = deliveries.stream()
			.flatMap((delivery) -> Arrays.stream(delivery.subject().split(",")))
			.collect(Collectors.toSet());
		this.ceremonies.waitingPairings().forEach((pairing) -> codes.addAll(pairing.organisations()));
		return this.organisations.all(codes)
			.stream()
			.collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(Actor actor, @PathVariable UUID id) {
		Batches.requireOfficer(actor);
		Ceremony ceremony = this.ceremonies.get(id);
		return form(id, ceremony.version(), CeremonyForm.of(ceremony), Mistakes.NONE);
	}

	@PostMapping("/{id}")
	ModelAndView change(Actor actor, @PathVariable UUID id, @ModelAttribute CeremonyForm form,
			@RequestParam int version, RedirectAttributes next) {
		try {
			this.ceremonies.change(actor, id, form, version);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK + id);
		}
		catch (InvalidInput invalid) {
			return form(id, version, form, Mistakes.of(invalid));
		}
	}

	private static ModelAndView form(UUID id, int version, CeremonyForm form, Mistakes mistakes) {
		ModelAndView page = mistakes.page("plaque/ceremony-form", Map.of("form", form, "version", version));
		return page.addObject("id", id);
	}

	@PostMapping("/{id}/cancel")
	String cancel(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
		this.ceremonies.cancel(actor, id);
		next.addFlashAttribute("notice", "plaque.ceremony.cancelled");
		return BACK + id;
	}

	@PostMapping("/{id}/hand-over")
	String handOver(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
		this.ceremonies.handOver(actor, id);
		next.addFlashAttribute("notice", "plaque.ceremony.handed-over");
		return BACK + id;
	}

}
