package org.gongjian.form;

import java.util.LinkedHashMap;
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

	private static final int MOST = 20;

	private static final int LONGEST = 100;

	private final Directory directory;

	private final Names.Lookup lookup;

	OptionsController(Directory directory, Names.Lookup lookup) {
		this.directory = directory;
		this.lookup = lookup;
	}

	@GetMapping(path = "/form/options", params = "type=organisation")
	ResponseEntity<List<Found>> organisations(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String side, Locale locale) {
		boolean known = side.isEmpty() || FormReader.SIDES.contains(side);
		return answer(
				known ? this.directory.organisations(shortened(q), side.isEmpty() ? null : side, MOST) : List.of(),
				locale);
	}

	@GetMapping(path = "/form/options", params = "type=person")
	ResponseEntity<List<Found>> people(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String of, Locale locale) {
		boolean asked = !of.isBlank() || !q.isBlank();
		return answer(asked ? this.directory.people(shortened(q), of.isBlank() ? null : of, MOST) : List.of(), locale);
	}

	@GetMapping(path = "/form/options", params = "type=reference")
	ResponseEntity<List<Found>> references(Actor actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") String kind, @RequestParam Map<String, String> parameters, Locale locale) {
		ReferenceSource source = this.lookup.source(kind);
		Map<String, Object> data = new LinkedHashMap<>();
		parameters.forEach((name, value) -> {
			if (name.startsWith("data.") && value.length() <= LONGEST) {
				data.put(name.substring("data.".length()), value);
			}
		});
		return answer((source == null) ? List.of() : source.search(shortened(q), data, actor, MOST), locale);
	}

	private static ResponseEntity<List<Found>> answer(List<Choice> choices, Locale locale) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(choices.stream()
				.map((choice) -> new Found(choice.id(), choice.label().in(locale),
						(choice.detail() == null) ? null : choice.detail().in(locale)))
				.toList());
	}

	private static String shortened(String q) {
		String text = Texts.isClean(q, false) ? q.strip() : "";
		return (text.length() > LONGEST) ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) : text;
	}

	/** One answer. */
	record Found(String id, String label, String detail) {
	}

}
