package org.gongjian.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Violation;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My own account: who I am here, language and time zone. */
@Controller
@RequestMapping("/profile")
class ProfileController {

	private final Accounts accounts;

	private final Zones zones;

	private final ObjectProvider<ActorSource> source;

	ProfileController(Accounts accounts, Zones zones, ObjectProvider<ActorSource> source) {
		this.accounts = accounts;
		this.zones = zones;
		this.source = source;
	}

	/** What one prefers; empty means as the browser and the office have it. */
	record PreferenceForm(String language, String zone, Boolean shortcuts) {

		PreferenceForm {
			language = (language == null) ? "" : language;
			zone = (zone == null) ? "" : zone;
			shortcuts = Boolean.TRUE.equals(shortcuts); // a box that is not ticked sends
														// nothing
		}

	}

	@GetMapping
	ModelAndView show(Actor actor) {
		Account account = account(actor);
		String language = (account.language() == null) ? "" : account.language().toLanguageTag();
		String zone = (account.zone() == null) ? "" : account.zone().getId();
		return page(actor, new PreferenceForm(language, zone, account.shortcuts()), Mistakes.NONE);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView again(Actor actor, @ModelAttribute("form") PreferenceForm form) {
		return page(actor, form, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView save(Actor actor, @ModelAttribute("form") PreferenceForm form, RedirectAttributes next) {
		Mistakes mistakes = mistakes(form);
		if (!mistakes.none()) {
			return page(actor, form, mistakes);
		}
		this.accounts.prefer(actor.username(), Language.of(form.language()).orElse(null),
				Zones.of(form.zone()).orElse(null));
		this.accounts.shortcuts(actor.username(), form.shortcuts());
		next.addFlashAttribute("notice", "web.saved");
		return new ModelAndView("redirect:/profile");
	}

	/** Only what the page offers is taken; empty is a choice too. */
	private static Mistakes mistakes(PreferenceForm form) {
		var mistakes = new ArrayList<Violation>();
		if (!form.language().isEmpty() && Language.of(form.language()).isEmpty()) {
			mistakes.add(Violation.of("language", "web.language.unknown"));
		}
		if (!form.zone().isEmpty() && Zones.of(form.zone()).isEmpty()) {
			mistakes.add(Violation.of("zone", "identity.zone.unknown"));
		}
		return new Mistakes(mistakes);
	}

	private ModelAndView page(Actor actor, PreferenceForm form, Mistakes mistakes) {
		Account account = account(actor);
		return mistakes.page("identity/profile", Map.of("form", form, "account", account, "person", actor, "zones",
				this.zones.offered(account.zone()), "organisations", organisations(actor)));
	}

	private List<Bilingual> organisations(Actor actor) {
		ActorSource known = this.source.getIfAvailable();
		return (known == null) ? List.of() : known.organisations(actor.organisations());
	}

	private Account account(Actor actor) {
		return this.accounts.find(actor.username()).orElseThrow();
	}

}
