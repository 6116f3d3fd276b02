package org.gongjian.approval;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongjian.engine.Definitions;
import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Option;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Makes the title of a case from what its start form says. */
@Component
class Titles {

	private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

	private final Organisations organisations;

	private final Definitions definitions;

	Titles(Organisations organisations, Definitions definitions) {
		this.organisations = organisations;
		this.definitions = definitions;
	}

	Bilingual of(FormDefinition form, String process, Map<String, Object> values) {
		if (form.caseTitle() == null) {
			return this.definitions.newest(process).map((released) -> Bilingual.ofName(released.name())).orElseThrow();
		}
		return new Bilingual(fill(form.caseTitle().en(), form, values, Locale.ENGLISH),
				fill(form.caseTitle().zh(), form, values, Locale.SIMPLIFIED_CHINESE));
	}

	private String fill(String pattern, FormDefinition form, Map<String, Object> values, Locale locale) {
		return PLACE.matcher(pattern)
			.replaceAll((MatchResult place) -> Matcher
				.quoteReplacement(label(form, place.group(1), values.get(place.group(1)), locale)));
	}

	private String label(FormDefinition form, String name, Object value, Locale locale) {
		if (value == null) {
			return "";
		}
		Field field = form.field(name).orElse(null);
		if (field != null && field.type() == FieldType.ORGANISATION) {
			return this.organisations.find(value.toString())
				.map((Organisation found) -> found.shortName(locale))
				.orElse(value.toString());
		}
		if (field != null && field.option(value.toString()).isPresent()) {
			return field.option(value.toString()).map(Option::label).orElseThrow().in(locale);
		}
		return value.toString();
	}

}
