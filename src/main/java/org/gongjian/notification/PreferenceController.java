package org.gongjian.notification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.gongjian.notification.Preference.Rhythm;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one wants to hear by mail. */
@Controller
@RequestMapping("/profile/notifications")
class PreferenceController {

	private static final String BACK = "redirect:/profile/notifications";

	private final Preferences preferences;

	PreferenceController(Preferences preferences) {
		this.preferences = preferences;
	}

	/** When mails come. */
	record TimesForm(Rhythm rhythm, int digestHour, int quietFrom, int quietTo) {

		static TimesForm of(Preference preference) {
			return new TimesForm(preference.rhythm(), preference.digestHour(), preference.quietFrom(),
					preference.quietTo());
		}

	}

	@GetMapping
	ModelAndView show(Actor actor) {
		return page(actor, TimesForm.of(this.preferences.of(actor.username())), "", Mistakes.NONE);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView again(Actor actor, @ModelAttribute("form") TimesForm form) {
		return page(actor, form, "", Mistakes.NONE);
	}

	@PostMapping
	ModelAndView times(Actor actor, @ModelAttribute("form") TimesForm form, RedirectAttributes next) {
		try {
			this.preferences.times(actor.username(), (form.rhythm() == null) ? Rhythm.AT_ONCE : form.rhythm(),
					form.digestHour(), form.quietFrom(), form.quietTo());
		}
		catch (InvalidInput invalid) {
			return page(actor, form, "", Mistakes.of(invalid));
		}
		return done(next, "web.saved");
	}

	@PostMapping("/address")
	ModelAndView address(Actor actor, @RequestParam(defaultValue = "") String address, Locale locale,
			RedirectAttributes next) {
		try {
			this.preferences.ask(actor.username(), address, locale);
		}
		catch (InvalidInput invalid) {
			return page(actor, TimesForm.of(this.preferences.of(actor.username())), address, Mistakes.of(invalid));
		}
		return done(next, "notification.address.asked");
	}

	@PostMapping("/address/confirm")
	ModelAndView confirm(Actor actor, @RequestParam(defaultValue = "") String code, RedirectAttributes next) {
		try {
			this.preferences.confirm(actor.username(), code);
		}
		catch (InvalidInput invalid) {
			return page(actor, TimesForm.of(this.preferences.of(actor.username())), "", Mistakes.of(invalid));
		}
		return done(next, "notification.address.confirmed");
	}

	@PostMapping("/address/forget")
	ModelAndView forget(Actor actor, RedirectAttributes next) {
		this.preferences.forget(actor.username());
		return done(next, "notification.address.forgotten");
	}

	private static ModelAndView done(RedirectAttributes next, String notice) {
		next.addFlashAttribute("notice", notice);
		return new ModelAndView(BACK);
	}

	private ModelAndView page(Actor actor, TimesForm form, String address, Mistakes mistakes) {
		Map<String, Object> model = new HashMap<>();
		model.put("form", form);
		model.put("person", actor);
		model.put("preference", this.preferences.of(actor.username()));
		model.put("mailWorks", this.preferences.mailWorks());
		model.put("typed", address);
		model.put("rhythms", Rhythm.values());
		model.put("hours", IntStream.range(0, 24).boxed().toList());
		return mistakes.page("notification/preferences", model);
	}

}
