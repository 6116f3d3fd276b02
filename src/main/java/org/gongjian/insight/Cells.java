package org.gongjian.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;

/**
 * The cells of one table that is taken away, as people read them: moments by the clock of
 * the office, codes in words, organisations by name.
 */
final class Cells {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(Time.OFFICE);

	private static final Set<String> ORGANISATIONS = Set.of("governmentOrg", "enterpriseOrg", "organisation",
			"organisations", "hostOrg", "ownerOrg", "reporterOrg", "pairedOrg", "lead", "parties");

	/**
	 * What the message keys of a column's codes begin with; by ledger where they differ.
	 */
	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("pairings.status", "pairing.status."),
			Map.entry("activities.status", "activity.status."), Map.entry("problems.status", "problem.state."),
			Map.entry("plaques.state", "plaque.state."), Map.entry("meetings.state", "meeting.state."),
			Map.entry("follow-ups.state", "meeting.follow-up."),
			Map.entry("follow-ups.kind", "meeting.follow-up.kind."), Map.entry("follow-ups.role", "organisation.role."),
			Map.entry("status", "inbox.status."), Map.entry("focusAreas", "pairing.focus."),
			Map.entry("activityType", "activity.type."), Map.entry("pillar", "activity.pillar."),
			Map.entry("placeKind", "activity.place."), Map.entry("riskLevel", "activity.risk."),
			Map.entry("approvalLevel", "activity.level."), Map.entry("resourceKind", "activity.resource.kind."),
			Map.entry("meetings.type", "meeting.type."), Map.entry("problems.type", "problem.kind."),
			Map.entry("category", "problem.category."), Map.entry("severity", "problem.severity."),
			Map.entry("channel", "problem.channel."), Map.entry("resultClass", "problem.result."),
			Map.entry("hangPlace", "plaque.place."), Map.entry("ceremonyState", "plaque.ceremony.state."),
			Map.entry("evaluations.kind", "plaque.evaluation.kind."), Map.entry("grade", "plaque.grade."),
			Map.entry("violation", "plaque.reason."), Map.entry("retention", "archive.retention."),
			Map.entry("outcome", "inbox.outcome."));

	private final String ledger;

	private final Locale locale;

	private final MessageSource messages;

	private final Organisations organisations;

	private final Map<String, String> names = new HashMap<>();

	Cells(String ledger, Locale locale, MessageSource messages, Organisations organisations) {
		this.ledger = ledger;
		this.locale = locale;
		this.messages = messages;
		this.organisations = organisations;
	}

	/** The cell of a column, as text or a number. */
	Object of(String column, Object value) {
		if (value instanceof Instant at) {
			return MOMENT.format(at);
		}
		if (value instanceof Boolean yes) {
			return this.messages.getMessage(yes ? "insight.yes" : "insight.no", null, this.locale);
		}
		if (value instanceof Collection<?> several) {
			return several.stream().map((one) -> String.valueOf(of(column, one))).collect(Collectors.joining("; "));
		}
		return (value instanceof String text) ? text(column, text) : value;
	}

	private String text(String column, String text) {
		if (ORGANISATIONS.contains(column)) {
			return this.names.computeIfAbsent(text, this::name);
		}
		String beginning = WORDS.getOrDefault(this.ledger + "." + column, WORDS.get(column));
		return (beginning != null) ? this.messages.getMessage(beginning + text, null, text, this.locale) : moment(text);
	}

	private String name(String code) {
		Organisation organisation = this.organisations.byCodes(Set.of(code)).get(code);
		return (organisation == null) ? code : organisation.name(this.locale);
	}

	/** Registers give moments to programs as text. */
	private static String moment(String text) {
		if (text.length() < 20 || text.charAt(10) != 'T' || !text.endsWith("Z")) {
			return text;
		}
		try {
			return MOMENT.format(Instant.parse(text));
		}
		catch (DateTimeException words) {
			return text;
		}
	}

}
