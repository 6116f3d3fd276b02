package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The thresholds of the house, with a value for every day. A migration adds a parameter,
 * an administrator changes its value and says why.
 */
@Service
@Transactional
public class Parameters {

	private static final int LARGEST = 1_000_000_000;

	private final ParameterTable table;

	private final Journal journal;

	private final Clock clock;

	Parameters(ParameterTable table, Journal journal, Clock clock) {
		this.table = table;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The value as text.
	 * @throws IllegalArgumentException if there is no such parameter
	 */
	@Transactional(readOnly = true)
	public String text(String key) {
		return this.table.value(key, today())
			.orElseThrow(() -> new IllegalArgumentException("No parameter is called " + key));
	}

	/** The value of a number. */
	public int number(String key) {
		return Integer.parseInt(text(key));
	}

	/** The value of a switch. */
	public boolean flag(String key) {
		return Boolean.parseBoolean(text(key));
	}

	/** The value of a day. */
	public LocalDate date(String key) {
		return LocalDate.parse(text(key));
	}

	/** Whether there is such a parameter. */
	@Transactional(readOnly = true)
	public boolean exists(String key) {
		return this.table.definition(key).isPresent();
	}

	/**
	 * Adds a number for diagrams and tables to read.
	 * @return its key
	 * @throws InvalidInput if it is not named in both languages, is no whole number or is
	 * known already
	 */
	public String add(NewParameter added, Actor by) {
		Answers answers = new Answers();
		answers.line("parameterEn", added.label().en(), 100, true);
		answers.line("parameterZh", added.label().zh(), 100, true);
		answers.line("parameterValue", added.value(), 10, true);
		Integer value = answers.number("parameterValue", added.value(), 0, LARGEST);
		String key = "studio." + added.key();
		// digits at the end only: FEEL reads 1e5 inside a name as a number
		if (!key.matches("studio\\.[a-z][A-Za-z]{1,35}[0-9]{0,4}")) {
			answers.wrong("parameterKey", "organisation.violation.parameter-key");
		}
		else if (exists(key)) {
			answers.wrong("parameterKey", "organisation.violation.parameter-taken");
		}
		answers.check();
		this.table.insert(added, key, LARGEST);
		this.table.insert(new ParameterChange(key, String.valueOf(value), today(), ParameterChange.ADDED, by.username(),
				this.clock.instant(), 0));
		this.journal.record("parameter.changed", key, "→ " + value);
		return key;
	}

	/** The numbers there are, with their names. */
	@Transactional(readOnly = true)
	public List<Number> numbers() {
		return all().stream()
			.filter((one) -> one.kind() == Parameter.Kind.NUMBER)
			.map((one) -> new Number(one.key(), one.label(), one.value()))
			.toList();
	}

	/**
	 * A number.
	 *
	 * @param label what an administrator called it, or {@code null} for those of the
	 * house, which have a message {@code organisation.parameter.<key>}
	 * @param value in force today
	 */
	public record Number(String key, Bilingual label, String value) {
	}

	@Transactional(readOnly = true)
	List<Parameter> all() {
		Map<String, List<ParameterChange>> log = this.table.log(null, Integer.MAX_VALUE)
			.stream()
			.collect(Collectors.groupingBy(ParameterChange::key));
		return this.table.definitions()
			.stream()
			.map((definition) -> withValue(definition, log.get(definition.key()), today()))
			.toList();
	}

	@Transactional(readOnly = true)
	Parameter get(String key) {
		return this.table.definition(key)
			.map((definition) -> withValue(definition, this.table.log(key, Integer.MAX_VALUE), today()))
			.orElseThrow(() -> new NotFound("parameter"));
	}

	/** The values a parameter had, newest first; of all parameters for {@code null}. */
	@Transactional(readOnly = true)
	List<ParameterChange> log(String key) {
		return this.table.log(key, 200);
	}

	/**
	 * Gives a parameter another value from a day on, today at the earliest.
	 * @throws Overtaken if somebody changed it since
	 */
	void change(String key, ParameterForm form, int version, Actor by) {
		Parameter parameter = get(key);
		Answers answers = new Answers();
		String value = value(parameter, form.value(), answers);
		LocalDate from = answers.date("validFrom", form.validFrom(), true);
		if (from != null && from.isBefore(today())) {
			answers.wrong("validFrom", "organisation.violation.past");
		}
		String reason = answers.line("reason", form.reason(), 500, true);
		if (reason != null && reason.length() < 5) {
			answers.wrong("reason", "organisation.violation.too-short", 5);
		}
		answers.check();
		if (!this.table.touch(key, version)) {
			ParameterChange last = this.table.log(key, 1).get(0);
			throw new Overtaken(Organisations.CHANGED_MEANWHILE, last.changedBy(), last.changedAt(), last.value());
		}
		this.table.insert(new ParameterChange(key, value, from, reason, by.username(), this.clock.instant(), 0));
		this.journal.record("parameter.changed", key, parameter.value() + " → " + value + ", " + from + ": " + reason);
	}

	private static String value(Parameter parameter, String typed, Answers answers) {
		String text = answers.line("value", typed, 200, true);
		if (text == null) {
			return null;
		}
		return switch (parameter.kind()) {
			case NUMBER ->
				OrganisationForm.text(answers.number("value", text, parameter.minimum(), parameter.maximum()));
			case DATE -> OrganisationForm.text(answers.date("value", text, true));
			case FLAG -> oneOf(text, List.of("true", "false"), answers);
			case CHOICE -> oneOf(text, parameter.choices(), answers);
			case MONTH_DAY -> OrganisationForm.text(answers.monthDay("value", text));
			case TEXT -> text;
		};
	}

	private static String oneOf(String text, List<String> choices, Answers answers) {
		if (!choices.contains(text)) {
			answers.wrong("value", "organisation.violation.choice", String.join(", ", choices));
		}
		return text;
	}

	private static Parameter withValue(ParameterTable.Definition definition, List<ParameterChange> log,
			LocalDate today) {
		Optional<ParameterChange> now = log.stream()
			.filter((change) -> !change.validFrom().isAfter(today))
			.max(Comparator.comparing(ParameterChange::validFrom).thenComparing(ParameterChange::sequence));
		Optional<ParameterChange> next = log.stream()
			.filter((change) -> change.validFrom().isAfter(today))
			.min(Comparator.comparing(ParameterChange::validFrom)
				.thenComparing(Comparator.comparing(ParameterChange::sequence).reversed()));
		ParameterChange current = now.or(() -> next).orElseThrow();
		return new Parameter(definition.key(), definition.kind(), definition.unit(), definition.minimum(),
				definition.maximum(), definition.choices(), definition.basis(), current.value(), current.validFrom(),
				next.map(ParameterChange::value).orElse(null), next.map(ParameterChange::validFrom).orElse(null),
				definition.version(), definition.label());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
