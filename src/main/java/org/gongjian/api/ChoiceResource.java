package org.gongjian.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.form.Choice;
import org.gongjian.form.Choices;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be chosen in a field of a form, at most 20; a word narrows it down. */
@RestController
@Tag(name = "api.tag.processes")
class ChoiceResource {

	private static final List<String> TYPES = List.of("organisation", "person", "reference");

	private final Choices choices;

	ChoiceResource(Choices choices) {
		this.choices = choices;
	}

	/** Something to choose: what to send, and what people read. */
	record ChoiceView(String id, String label, String detail) {

		static ChoiceView of(Choice choice, Locale locale) {
			return new ChoiceView(choice.id(), choice.label().in(locale),
					(choice.detail() == null) ? null : choice.detail().in(locale));
		}

	}

	@GetMapping("/api/v1/choices")
	@Operation(summary = "api.op.choices", parameters = { @Parameter(in = ParameterIn.QUERY, name = "data.pairing",
			description = "api.parameter.choices.data", schema = @Schema(type = "string")) })
	List<ChoiceView> choices(Actor actor, @Parameter(
			schema = @Schema(allowableValues = { "organisation", "person", "reference" })) @RequestParam String type,
			@Parameter(description = "api.parameter.choices.q") @RequestParam(defaultValue = "") String q,
			@Parameter(description = "api.parameter.choices.side") @RequestParam(defaultValue = "") String side,
			@Parameter(description = "api.parameter.choices.of") @RequestParam(defaultValue = "") String of,
			@Parameter(description = "api.parameter.choices.kind") @RequestParam(defaultValue = "") String kind,
			@Parameter(hidden = true) @RequestParam Map<String, String> parameters, Locale locale) {
		List<Choice> found = switch (type) {
			case "organisation" -> this.choices.organisations(Search.text(q), side);
			case "person" -> this.choices.people(Search.text(q), of);
			case "reference" -> this.choices.references(actor, kind, Search.text(q), parameters);
			default -> throw new InvalidInput("type", "api.violation.choice", Search.list(TYPES));
		};
		return found.stream().map((choice) -> ChoiceView.of(choice, locale)).toList();
	}

}
