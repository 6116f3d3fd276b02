package org.gongjian.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.engine.Drawings;
import org.gongjian.form.FieldType;
import org.gongjian.form.FormDefinition;
import org.gongjian.organisation.Role;
import org.gongjian.studio.DraftFacts.Choice;
import org.gongjian.studio.DraftFacts.Fact;
import org.gongjian.studio.DraftFacts.Table;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What can be picked in the editor instead of being typed: who is asked, what a condition
 * reads and compares with, the decisions of a step.
 */
@Component
class EditorChoices {

	/** Roles that an organisation named by a field can have. */
	private static final List<String> OF_ORGANISATION = List.of("secretary", "liaison", "dept-handler", "dept-head");

	private static final List<Map.Entry<String, String>> OPERATORS = List.of(Map.entry("==", "is"),
			Map.entry("!=", "not"), Map.entry(">=", "from"), Map.entry(">", "above"), Map.entry("<=", "up-to"),
			Map.entry("<", "below"));

	private static final Pattern AT = Pattern.compile("@(\\w+)");

	private static final Pattern PERSON = Pattern.compile("person:(\\w+)");

	private static final Pattern ROLE = Pattern.compile("role:(\\w+)");

	private final MessageSource messages;

	private final ThresholdNames thresholds;

	private final Drawings drawings;

	private final SlotWords slots;

	EditorChoices(MessageSource messages, ThresholdNames thresholds, Drawings drawings, SlotWords slots) {
		this.slots = slots;
		this.messages = messages;
		this.thresholds = thresholds;
		this.drawings = drawings;
	}

	/**
	 * Everything the editor offers.
	 *
	 * @param who slots of people, in groups
	 * @param facts what conditions can read
	 * @param decisions what can be decided, by step; under no name, at a step drawn anew
	 * @param tables decision tables by key
	 * @param operators how a condition compares, in words
	 * @param amounts parameters a condition can compare with
	 * @param steps system blocks
	 */
	record Offered(List<Choice> who, List<Fact> facts, Map<String, List<Choice>> decisions, List<Table> tables,
			Map<String, String> operators, List<Choice> amounts, List<Choice> steps) {
	}

	Offered of(String xml, Map<String, byte[]> files, Locale locale) {
		Map<String, FormDefinition> forms = DraftFacts.forms(files);
		DraftFacts facts = new DraftFacts(Parts.read(xml.getBytes(UTF_8)), forms, files, locale);
		Map<String, List<Choice>> decisions = new TreeMap<>();
		forms.forEach((step, form) -> decisions.put(step, DraftFacts.decisions(form, locale)));
		DraftFacts.forms(Map.of("forms/new.json", NewProcess.form().getBytes(UTF_8)))
			.values()
			.forEach((form) -> decisions.put("", DraftFacts.decisions(form, locale)));
		Map<String, String> operators = new LinkedHashMap<>();
		OPERATORS.forEach(
				(one) -> operators.put(one.getKey(), say("studio.operator." + one.getValue(), locale, new Object[0])));
		return new Offered(who(xml, facts, locale), facts(xml, files, facts, locale), decisions, facts.tables(),
				operators, amounts(locale), steps());
	}

	private List<Fact> facts(String xml, Map<String, byte[]> files, DraftFacts facts, Locale locale) {
		return facts.all(FactNames.known(xml, files))
			.stream()
			.map((one) -> new Fact(one.name(), label(one.name(), facts, locale), one.kind(),
					one.values().stream().map((value) -> said(value, locale)).toList()))
			.toList();
	}

	/** An answer of a table that is a code, in words where the house has some. */
	private Choice said(Choice value, Locale locale) {
		boolean code = value.label().equals(value.value());
		return !code ? value : new Choice(value.value(),
				this.messages.getMessage("studio.code." + value.value(), null, value.label(), locale), value.group());
	}

	private List<Choice> amounts(Locale locale) {
		return this.thresholds.all(locale)
			.stream()
			.map((one) -> new Choice(one.name(), one.label() + " (" + one.value() + ")", ""))
			.toList();
	}

	private List<Choice> steps() {
		return this.drawings.steps().stream().sorted().map((step) -> new Choice(step, step, "")).toList();
	}

	private List<Choice> who(String xml, DraftFacts facts, Locale locale) {
		List<Choice> who = new ArrayList<>();
		who.add(slot("initiator", facts, "", locale));
		String zone = say("zone", locale);
		Arrays.stream(Role.values())
			.filter((role) -> role.scope() != Role.Scope.ORGANISATION)
			.map((role) -> slot(role.id(), facts, zone, locale))
			.forEach(who::add);
		String of = say("of", locale);
		named(AT, xml, facts.fields(FieldType.ORGANISATION)).forEach(
				(field) -> OF_ORGANISATION.forEach((role) -> who.add(slot(role + "@" + field, facts, of, locale))));
		String person = say("person", locale);
		named(PERSON, xml, facts.fields(FieldType.PERSON))
			.forEach((field) -> who.add(slot("person:" + field, facts, person, locale)));
		who.add(slot("superior:initiator", facts, say("above", locale), locale));
		String table = say("table", locale);
		named(ROLE, xml, facts.answers()).forEach((name) -> who.add(slot("role:" + name, facts, table, locale)));
		return who;
	}

	/** What system blocks and other tables say has no label in the draft itself. */
	private String label(String name, DraftFacts facts, Locale locale) {
		String own = facts.label(name);
		return facts.labelled(name) ? own : this.messages.getMessage("studio.fact." + name, null, own, locale);
	}

	private Choice slot(String slot, DraftFacts facts, String group, Locale locale) {
		return new Choice(slot, this.slots.say(slot, (name) -> label(name, facts, locale), locale), group);
	}

	private String say(String key, Locale locale) {
		return say("studio.who." + key, locale, new Object[0]);
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** What the diagram names already, and what its forms and tables offer. */
	private static TreeSet<String> named(Pattern pattern, String xml, Stream<String> more) {
		return Stream.concat(pattern.matcher(xml).results().map((found) -> found.group(1)), more)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
