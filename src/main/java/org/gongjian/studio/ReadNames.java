package org.gongjian.studio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.form.Decision;
import org.gongjian.form.Field;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Option;
import org.gongjian.shared.Bilingual;
import org.gongjian.studio.Difference.Change;

/**
 * What people read instead of the names and codes that stand in a diagram: steps,
 * decisions, fields and choices, in conditions in braces and in both languages.
 */
final class ReadNames {

	private static final Pattern COMPARED = Pattern
		.compile("(?<![\\w'.])([a-z]\\w*)(\\s*(?:[=!<>]=|[<>])\\s*)(?:'(\\w+)')?");

	/** Settings that say who is asked or told. */
	private static final Set<String> SLOTS = Set.of("who", "to", "superior");

	/** The field a slot reads. */
	private static final Pattern SLOT_OF = Pattern.compile("(?<=@|person:|role:)\\w+");

	private final Parts parts;

	private final Map<String, FormDefinition> forms;

	ReadNames(Parts parts, Map<String, byte[]> files) {
		this.parts = parts;
		this.forms = DraftFacts.forms(files);
	}

	/** What is said of an element, or {@code null} where nothing is. */
	String of(Change change, String text) {
		if (text == null) {
			return null;
		}
		if (change.attribute().equals("conditionExpression")) {
			return condition(text);
		}
		if (change.attribute().equals("order")) {
			return Stream.of(text.split(","))
				.map((code) -> decision(change.element(), code).map(ReadNames::both).orElse(code))
				.collect(Collectors.joining(", "));
		}
		if (SLOTS.contains(change.attribute())) {
			return SLOT_OF.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(label(found.group())));
		}
		return Difference.REFERENCES.contains(change.attribute()) ? this.parts.name(text) : text;
	}

	private String label(String name) {
		return field(name).map(Field::label).map(ReadNames::both).orElse(name);
	}

	private String condition(String condition) {
		return COMPARED.matcher(condition).replaceAll((found) -> Matcher.quoteReplacement(compared(found)));
	}

	private String compared(MatchResult found) {
		String name = found.group(1);
		Set<String> steps = this.parts.marked("outcome", name);
		String said = steps.stream()
			.findFirst()
			.map((step) -> "{" + this.parts.name(step).replaceAll("[{}|]", "") + "}")
			.orElseGet(() -> label(name));
		String code = found.group(3);
		return said + found.group(2) + ((code == null) ? "" : "'" + chosen(steps, name, code) + "'");
	}

	private String chosen(Set<String> steps, String name, String code) {
		return steps.stream()
			.flatMap((step) -> decision(step, code).stream())
			.findFirst()
			.or(() -> option(name, code))
			.map(ReadNames::both)
			.orElse(code);
	}

	private Optional<Bilingual> decision(String step, String code) {
		return Optional.ofNullable(this.forms.get(step)).flatMap((form) -> form.decision(code)).map(Decision::label);
	}

	private Optional<Bilingual> option(String name, String code) {
		return field(name).map(Field::options)
			.stream()
			.flatMap(List::stream)
			.filter((option) -> option.value().equals(code))
			.map(Option::label)
			.findFirst();
	}

	private Optional<Field> field(String name) {
		return this.forms.values()
			.stream()
			.map((form) -> form.field(name))
			.flatMap(Optional::stream)
			.filter(Field::fact)
			.findFirst();
	}

	private static String both(Bilingual label) {
		UnaryOperator<String> plain = (text) -> text.replaceAll("[{}|,']", "");
		return "{" + plain.apply(label.en()) + "|" + plain.apply(label.zh()) + "}";
	}

}
