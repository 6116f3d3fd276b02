package org.gongjian.studio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.organisation.People;
import org.gongjian.shared.Bilingual;
import org.gongjian.studio.Rehearsed.Finding;
import org.gongjian.studio.Rehearsed.Kind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what past cases would have met in a draft: people by name, roles in words. */
@Component
class FindingWords {

	private static final Set<Kind> PEOPLE = Set.of(Kind.PEOPLE, Kind.NOBODY);

	private final People people;

	private final ValueWords values;

	private final MessageSource messages;

	FindingWords(People people, ValueWords values, MessageSource messages) {
		this.people = people;
		this.values = values;
		this.messages = messages;
	}

	/** A past case and what would have been otherwise, in words. */
	record Told(Rehearsed about, List<Line> lines) {
	}

	/**
	 * One difference.
	 *
	 * @param bad whether nobody could have gone on
	 */
	record Line(String badge, String text, boolean bad) {
	}

	/** Those of some cases that would have met something else. */
	List<Told> of(List<Rehearsed> cases, Locale locale) {
		Set<String> usernames = new HashSet<>();
		cases.stream()
			.flatMap((one) -> one.findings().stream())
			.filter((finding) -> PEOPLE.contains(finding.kind()))
			.forEach((finding) -> {
				usernames.addAll(split(finding.from()));
				usernames.addAll(split(finding.to()));
			});
		Map<String, String> names = this.people.names(usernames, locale);
		return cases.stream()
			.filter((one) -> !one.findings().isEmpty())
			.map((one) -> new Told(one,
					one.findings().stream().map((finding) -> line(finding, names, locale)).toList()))
			.toList();
	}

	private Line line(Finding finding, Map<String, String> names, Locale locale) {
		String kind = finding.kind().name();
		boolean asks = finding.kind() == Kind.ADDED && !finding.to().isBlank();
		return new Line(this.messages.getMessage("studio.rehearse.badge." + kind, null, locale),
				this.messages
					.getMessage("studio.rehearse." + kind,
							new Object[] { finding.words().in(locale), value(finding, finding.from(), names, locale),
									value(finding, finding.to(), names, locale) },
							locale),
				finding.kind() == Kind.NOBODY);
	}

	private String value(Finding finding, String text, Map<String, String> names, Locale locale) {
		if (PEOPLE.contains(finding.kind())) {
			return split(text).stream().map((one) -> names.getOrDefault(one, one)).collect(Collectors.joining(", "));
		}
		return switch (finding.kind()) {
			case ADDED, DROPPED -> text.isBlank() ? "" : this.values.say(text, locale);
			case ENDS, NO_RETURN ->
				split(text).stream().map((name) -> Bilingual.ofName(name).in(locale)).collect(Collectors.joining(", "));
			default -> text;
		};
	}

	private static List<String> split(String text) {
		return Arrays.stream(text.split(", ")).filter((one) -> !one.isBlank()).toList();
	}

}
