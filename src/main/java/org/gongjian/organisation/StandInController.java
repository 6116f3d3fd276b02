package org.gongjian.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.engine.Definitions;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.shared.Actor;
import org.gongjian.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stand-ins during leave: one's own on the profile, everybody's for administrators. */
@Controller
class StandInController {

	private static final String MINE = "/profile/stand-ins";

	private static final String ALL = "/admin/stand-ins";

	private static final StandInForm EMPTY = new StandInForm("", "", "", "", List.of(), "");

	private final StandIns standIns;

	private final People people;

	private final Definitions definitions;

	StandInController(StandIns standIns, People people, Definitions definitions) {
		this.standIns = standIns;
		this.people = people;
		this.definitions = definitions;
	}

	@GetMapping(MINE)
	String mine(Actor actor, HttpServletRequest request, Locale locale, Model model) {
		begin(request, actor, model);
		return page(this.standIns.of(actor.username()), colleagues(actor), MINE, locale, model);
	}

	@GetMapping(ALL)
	String all(Actor actor, HttpServletRequest request, Locale locale, Model model) {
		begin(request, actor, model);
		return page(this.standIns.all(), List.of(), ALL, locale, model);
	}

	/** An empty form, or what was typed into it before a session ended. */
	private static void begin(HttpServletRequest request, Actor actor, Model model) {
		StandInForm typed = InterruptedForms.takeMain(request, actor).map(StandInForm::of).orElse(null);
		model.addAttribute("form", (typed != null) ? typed : EMPTY);
		if (typed != null) {
			model.addAttribute("notice", "web.not-sent");
		}
	}

	@PostMapping(path = { MINE, ALL }, params = Language.PARAMETER)
	String inOtherLanguage(@ModelAttribute("form") StandInForm form, BindingResult errors, Actor actor,
			HttpServletRequest request, Locale locale, Model model) {
		boolean own = request.getRequestURI().endsWith(MINE);
		return own ? page(this.standIns.of(actor.username()), colleagues(actor), MINE, locale, model)
				: page(this.standIns.all(), List.of(), ALL, locale, model);
	}

	@PostMapping(MINE)
	ModelAndView name(Actor actor, @ModelAttribute("form") StandInForm form, BindingResult errors, Locale locale,
			Model model, RedirectAttributes next) {
		return keep(errors, () -> this.standIns.name(form, actor), MINE, next,
				() -> page(this.standIns.of(actor.username()), colleagues(actor), MINE, locale, model));
	}

	@PostMapping(ALL)
	ModelAndView nameFor(Actor actor, @ModelAttribute("form") StandInForm form, BindingResult errors, Locale locale,
			Model model, RedirectAttributes next) {
		return keep(errors, () -> this.standIns.nameFor(form, actor), ALL, next,
				() -> page(this.standIns.all(), List.of(), ALL, locale, model));
	}

	private static ModelAndView keep(BindingResult errors, Supplier<StandIn> work, String path, RedirectAttributes next,
			Supplier<String> again) {
		return Problems.handle(errors, () -> {
			work.get();
			next.addFlashAttribute("notice", "organisation.stand-in.named");
			return path;
		}, () -> new ModelAndView(again.get()));
	}

	@PostMapping(MINE + "/{id}/end")
	String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
		this.standIns.end(id, actor, false);
		next.addFlashAttribute("notice", "organisation.stand-in.ended");
		return "redirect:" + MINE;
	}

	@PostMapping(ALL + "/{id}/end")
	String endAny(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
		this.standIns.end(id, actor, true);
		next.addFlashAttribute("notice", "organisation.stand-in.ended");
		return "redirect:" + ALL;
	}

	private String page(List<StandIn> rows, List<Person> colleagues, String path, Locale locale, Model model) {
		Set<String> usernames = new HashSet<>();
		rows.forEach((row) -> usernames.addAll(List.of(row.absent(), row.username())));
		Map<String, String> names = this.people.names(usernames, locale);
		model.addAttribute("rows", rows);
		model.addAttribute("names", names);
		model.addAttribute("colleagues", colleagues);
		model.addAttribute("processes", this.definitions.newest());
		model.addAttribute("path", path);
		return path.equals(MINE) ? "organisation/stand-ins-mine" : "organisation/stand-ins";
	}

	private List<Person> colleagues(Actor actor) {
		return actor.organisations()
			.stream()
			.sorted()
			.limit(1)
			.flatMap((org) -> this.people.search("", org).stream())
			.filter((person) -> person.username() != null && !person.username().equals(actor.username()))
			.toList();
	}

}
