package org.gongjian.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/**
 * Collects what a meeting is to decide: cases that wait for one, and what earlier
 * meetings postponed. An item points to where it comes from, {@code C:} and a case or
 * {@code I:} and an item.
 */
@Component
class Agenda {

	static final String SOURCE = "source";

	private static final String CASE = "C:";

	private static final String ITEM = "I:";

	private static final int TITLE = 200;

	private final List<AgendaSource> sources;

	private final MeetingItemTable items;

	private final Parameters parameters;

	private final Clock clock;

	Agenda(List<AgendaSource> sources, MeetingItemTable items, Parameters parameters, Clock clock) {
		this.sources = sources;
		this.items = items;
		this.parameters = parameters;
		this.clock = clock;
	}

	/** Until when items are collected for a meeting. */
	Instant closes(Instant meetsAt) {
		return meetsAt.atZone(Time.OFFICE)
			.minusDays(this.parameters.number("meeting.agendaCloseDays"))
			.truncatedTo(ChronoUnit.DAYS)
			.toInstant();
	}

	boolean closed(Meeting meeting) {
		return meeting.agendaClosed() || !this.clock.instant().isBefore(meeting.agendaClosesAt());
	}

	/** The rows of a form with everything added that waits and is not in them yet. */
	List<Map<String, Object>> collect(List<CaseValues> known) {
		var rows = new ArrayList<Map<String, Object>>();
		Set<String> have = new HashSet<>();
		known.forEach((row) -> {
			rows.add(row.all());
			have.add(row.text(SOURCE));
		});
		waiting().forEach((source, row) -> {
			if (!have.contains(source)) {
				rows.add(row);
			}
		});
		return rows;
	}

	/** What waits for a meeting, by where it comes from. */
	Map<String, Map<String, Object>> waiting() {
		var rows = new LinkedHashMap<String, Map<String, Object>>();
		for (MeetingItem item : this.items.unfinished()) {
			rows.put(ITEM + item.id(),
					row(ITEM + item.id(), item.title(), item.proposer(), item.background(), item.wanted()));
		}
		List<AgendaItem> cases = this.sources.stream().flatMap((source) -> source.waiting().stream()).toList();
		List<String> invited = this.items.invitedSubjects(cases.stream().map(AgendaItem::subject).toList());
		Set<String> postponed = new HashSet<>();
		this.items.unfinished().forEach((item) -> postponed.add(item.subject()));
		cases.stream()
			.filter((item) -> !invited.contains(item.subject()) && !postponed.contains(item.subject()))
			.forEach((item) -> rows.put(CASE + item.subject(),
					row(CASE + item.subject(), item.title().zh(), item.proposer(), item.background(), item.wanted())));
		return rows;
	}

	private static Map<String, Object> row(String source, String title, String proposer, String background,
			String wanted) {
		var row = new HashMap<String, Object>();
		row.put(SOURCE, source);
		row.put("title", (title.length() > TITLE) ? title.substring(0, TITLE) : title);
		row.put("proposer", proposer);
		row.put("background", background);
		row.put("wanted", wanted);
		row.values().removeIf(Objects::isNull);
		return row;
	}

	/** The case an item is about, from where it comes, or {@code null}. */
	String subject(String source) {
		if (source != null && source.startsWith(CASE)) {
			return source.substring(CASE.length());
		}
		return rolledFrom(source).flatMap(this.items::find).map(MeetingItem::subject).orElse(null);
	}

	/** The earlier item an item goes on with. */
	static Optional<UUID> rolledFrom(String source) {
		return (source == null || !source.startsWith(ITEM)) ? Optional.empty()
				: Optional.of(UUID.fromString(source.substring(ITEM.length())));
	}

	/** The title of what an item comes from, if that is known. */
	Optional<String> title(String source) {
		if (source != null && source.startsWith(CASE)) {
			return Optional.of(source.substring(CASE.length()));
		}
		return rolledFromSafely(source).flatMap(this.items::find).map(MeetingItem::title);
	}

	private static Optional<UUID> rolledFromSafely(String source) {
		try {
			return rolledFrom(source);
		}
		catch (IllegalArgumentException noId) {
			return Optional.empty();
		}
	}

}
