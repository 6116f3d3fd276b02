package org.gongjian.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.shared.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be chosen, for the script that searches while one types. */
@Controller
class OptionsController {

	private final Choices choices;

	OptionsController(Choices choices) {
		this.choices = choices;
	}

	@GetMapping(path = "/form/options", params = "type=organisation")
	ResponseEntity<List<Found>> organisations(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String side, Locale locale) {
		return answer(this.choices.organisations(q, side), locale);
	}

	@GetMapping(path = "/form/options", params = "type=person")
	ResponseEntity<List<Found>> people(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String of, Locale locale) {
		return answer(this.choices.people(q, of), locale);
	}

	@GetMapping(path = "/form/options", params = "type=reference")
	ResponseEntity<List<Found>> references(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String kind, @RequestParam Map<String, String> parameters, Locale locale) {
		return answer(this.choices.references(actor, kind, q, parameters), locale);
	}

	private static ResponseEntity<List<Found>> answer(List<Choice> choices, Locale locale) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(choices.stream()
				.map((choice) -> new Found(choice.id(), choice.label().in(locale),
						(choice.detail() == null) ? null : choice.detail().in(locale)))
				.toList());
	}

	/** One answer. */
	record Found(String id, String label, String detail) {
	}

}
