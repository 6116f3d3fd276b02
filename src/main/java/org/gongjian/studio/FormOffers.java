package org.gongjian.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.gongjian.form.FormDefinition;
import org.gongjian.organisation.Role;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Shows what a form says beside its fields, and takes down what is said instead. */
@Component
class FormOffers {

	private final Studio studio;

	FormOffers(Studio studio) {
		this.studio = studio;
	}

	void show(Map<String, Object> model, DiagramDraft draft, String name, FormOffer offer, Locale locale) {
		String step = name.replaceAll("^forms/|\\.json$", "");
		String kind = Parts.read(draft.xml().getBytes(UTF_8)).said().getOrDefault(step, Map.of()).get("kind");
		model.put("begins", "startEvent".equals(kind));
		model.put("offer", offer);
		model.put("kinds", FormOffer.KINDS);
		model.put("roles", Role.values());
		model.put("known", known(draft, step, offer, locale));
	}

	/**
	 * The fields of the other forms, and what is shown already, by what people call it.
	 */
	private Map<String, String> known(DiagramDraft draft, String step, FormOffer offer, Locale locale) {
		Map<String, String> labels = new TreeMap<>();
		offer.read().stream().filter((name) -> !"*".equals(name)).forEach((name) -> labels.put(name, name));
		Map<String, FormDefinition> forms = DraftFacts.forms(this.studio.files(draft));
		forms.remove(step);
		forms.values()
			.stream()
			.flatMap((form) -> form.fields().stream())
			.forEach((field) -> labels.put(field.name(), field.label().in(locale)));
		Map<String, String> sorted = new LinkedHashMap<>();
		labels.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.forEach((one) -> sorted.put(one.getKey(), one.getValue()));
		return sorted;
	}

	/**
	 * Takes down what was sent; a part the page did not show stays as it is.
	 * @throws InvalidInput if a decision or the number is not right
	 */
	static void say(FormOffer offer, Map<String, String> sent, MultiValueMap<String, String> all) {
		List<String> parts = all.getOrDefault("part", List.of());
		if (parts.contains("decisions")) {
			offer.decisions(sent);
		}
		if (parts.contains("read")) {
			offer.read(sent.containsKey("readAll"), all.getOrDefault("read", List.of()));
		}
		if (parts.contains("begin")) {
			String prefix = sent.getOrDefault("prefix", "").strip();
			if (!prefix.matches("([A-Z]{2,6})?")) {
				throw new InvalidInput("prefix", "studio.violation.prefix");
			}
			offer.begin(all.getOrDefault("starters", List.of()), sent.getOrDefault("caseTitle.en", "").strip(),
					sent.getOrDefault("caseTitle.zh", "").strip(), prefix);
		}
	}

}
