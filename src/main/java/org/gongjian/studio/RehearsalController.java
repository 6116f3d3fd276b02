package org.gongjian.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.studio.Rehearsals.Met;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a draft would have done with past cases, and does with a made-up one. */
@Controller
@RequestMapping("/admin/process/drafts/{id}/rehearse")
class RehearsalController {

	private static final String FACT = "fact.";

	private final Studio studio;

	private final Rehearsals rehearsals;

	private final EditorChoices choices;

	private final FindingWords words;

	RehearsalController(Studio studio, Rehearsals rehearsals, EditorChoices choices, FindingWords words) {
		this.words = words;
		this.choices = choices;
		this.studio = studio;
		this.rehearsals = rehearsals;
	}

	/** Past cases, and one made up of the facts in the address. */
	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> sent, Locale locale) {
		Map<String, Object> model = new HashMap<>(Map.of("draft", this.studio.draft(actor, id), "cases", List.of(),
				"typed", Map.of(), "facts", List.of(), "way", List.of(), "unplayed", List.of(), "decided", Map.of()));
		try {
			List<Rehearsed> past = this.rehearsals.past(actor, id);
			model.put("cases", this.words.of(past, locale));
			model.put("all", past.size());
			model.put("unplayed", this.rehearsals.unplayed(actor, id));
			madeUp(actor, id, sent, locale, model);
			return Mistakes.NONE.page("studio/rehearse", model);
		}
		catch (InvalidInput unsound) {
			return Mistakes.of(unsound).page("studio/rehearse", model);
		}
	}

	private void madeUp(Actor actor, UUID id, Map<String, String> sent, Locale locale, Map<String, Object> model) {
		Map<String, String> typed = new LinkedHashMap<>();
		this.rehearsals.names(actor, id).forEach((name) -> typed.put(name, sent.getOrDefault(FACT + name, "").strip()));
		EditorChoices.Offered offered = offered(this.studio.draft(actor, id), locale);
		model.put("typed", typed);
		model.put("facts", facts(offered, typed));
		model.put("decided", decided(offered));
		if (sent.keySet().stream().anyMatch((key) -> key.startsWith(FACT))) {
			model.put("way", way(actor, id, typed));
		}
	}

	/** What can be said of a made-up case, called as people call it. */
	private static List<DraftFacts.Fact> facts(EditorChoices.Offered offered, Map<String, String> typed) {
		return offered.facts()
			.stream()
			.filter((fact) -> typed.containsKey(fact.name()))
			.sorted(Comparator.comparing(DraftFacts.Fact::label))
			.toList();
	}

	private EditorChoices.Offered offered(DiagramDraft draft, Locale locale) {
		return this.choices.of(draft.xml(), this.studio.files(draft), locale);
	}

	/** What decisions are called, by step and code. */
	private static Map<String, String> decided(EditorChoices.Offered offered) {
		Map<String, String> decided = new HashMap<>();
		offered.decisions()
			.forEach((step, choices) -> choices
				.forEach((choice) -> decided.put(step + " " + choice.value(), choice.label())));
		return decided;
	}

	private List<Met> way(Actor actor, UUID id, Map<String, String> typed) {
		Map<String, Object> facts = new HashMap<>();
		typed.forEach((name, text) -> {
			if (!text.isEmpty()) {
				facts.put(name, value(text));
			}
		});
		return new ArrayList<>(this.rehearsals.madeUp(actor, id, facts));
	}

	/** A word, a number, yes or no, as conditions know them. */
	private static Object value(String text) {
		if (text.matches("true|false")) {
			return Boolean.valueOf(text);
		}
		if (text.matches("-?\\d{1,9}")) {
			return Integer.valueOf(text);
		}
		return text.matches("-?\\d{1,12}\\.\\d{1,6}") ? (Object) Double.valueOf(text) : text;
	}

}
