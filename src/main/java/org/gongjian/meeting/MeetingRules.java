package org.gongjian.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.calendar.WorkingDays;
import org.gongjian.casefile.CaseValues;
import org.gongjian.form.Filled;
import org.gongjian.form.FormRule;
import org.gongjian.form.Violations;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Parameters;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** What forms of a meeting must hold beyond what their files can say. */
@Component
class MeetingRules implements FormRule {

	static final String PROCESS = "joint-meeting";

	private static final String REQUIRED = "form.violation.required";

	private static final Set<String> STEPS = Set.of("start-meeting", "task-agenda", "task-minutes");

	private final Agenda agenda;

	private final MeetingTable meetings;

	private final MeetingItemTable items;

	private final Parameters parameters;

	private final WorkingDays workingDays;

	private final People people;

	private final ActorSource actors;

	private final Clock clock;

	MeetingRules(Agenda agenda, MeetingTable meetings, MeetingItemTable items, Parameters parameters,
			WorkingDays workingDays, People people, ActorSource actors, Clock clock) {
		this.agenda = agenda;
		this.meetings = meetings;
		this.items = items;
		this.parameters = parameters;
		this.workingDays = workingDays;
		this.people = people;
		this.actors = actors;
		this.clock = clock;
	}

	@Override
	public boolean concerns(String process, String step) {
		return process.equals(PROCESS) && STEPS.contains(step);
	}

	@Override
	public void check(Filled filled, Violations out) {
		switch (filled.step()) {
			case "start-meeting" -> notice(filled, out);
			case "task-agenda" -> agenda(filled, out);
			default -> minutes(filled, out);
		}
	}

	/** The first day a meeting may be called for now. */
	LocalDate earliest() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return this.workingDays.plus(today, this.parameters.number("meeting.noticeWd"));
	}

	private void notice(Filled filled, Violations out) {
		LocalDate on = filled.date(AgendaSteps.MEETS_AT);
		if (on != null && on.isBefore(earliest())) {
			out.add(AgendaSteps.MEETS_AT, "meeting.violation.notice", this.parameters.number("meeting.noticeWd"),
					earliest().toString());
		}
	}

	private void agenda(Filled filled, Violations out) {
		if ("COLLECT".equals(filled.decision())) {
			this.meetings.ofCase(String.valueOf(filled.caseNumber()))
				.filter(this.agenda::closed)
				.ifPresent((meeting) -> out.add("decision", "meeting.violation.closed"));
		}
		if (!"INVITE".equals(filled.decision())) {
			return;
		}
		notice(filled, out);
		attendees(filled, out);
		leaders(filled, out);
		sources(filled, out);
	}

	private void attendees(Filled filled, Violations out) {
		List<Map<String, Object>> rows = filled.rows(InvitationSteps.ATTENDEES);
		Set<Object> codes = new HashSet<>();
		for (int i = 0; i < rows.size(); i++) {
			Object code = rows.get(i).get(InvitationSteps.ORGANISATION);
			if (code != null && !codes.add(code)) {
				out.add(InvitationSteps.ATTENDEES + "[" + i + "].organisation", "meeting.violation.twice");
			}
		}
		int least = this.parameters.number("meeting.minOrganisations");
		if (codes.size() < least) {
			out.add(InvitationSteps.ATTENDEES, "meeting.violation.organisations", least);
		}
	}

	private void leaders(Filled filled, Violations out) {
		for (String field : List.of("place", "chair", "recorder")) {
			if (filled.text(field) == null) {
				out.add(field, REQUIRED);
			}
		}
		String chair = filled.text("chair");
		String recorder = filled.text("recorder");
		if (chair != null && chair.equals(recorder)) {
			out.add("recorder", "meeting.violation.same-person");
		}
		for (String field : List.of("chair", "recorder")) {
			if (filled.text(field) != null && !ofTheZone(filled.text(field))) {
				out.add(field, "meeting.violation.zone-person");
			}
		}
	}

	private boolean ofTheZone(String person) {
		return this.people.byId(UUID.fromString(person))
			.map(Person::username)
			.filter((username) -> this.actors.actor(username).zoneWide())
			.isPresent();
	}

	/** An item that comes from somewhere comes from there once, and waits there still. */
	private void sources(Filled filled, Violations out) {
		List<Map<String, Object>> rows = filled.rows(AgendaSteps.ITEMS);
		if (rows.isEmpty()) {
			out.add(AgendaSteps.ITEMS, "meeting.violation.items");
		}
		Set<String> waiting = rows.stream().anyMatch((row) -> row.get(Agenda.SOURCE) != null)
				? this.agenda.waiting().keySet() : Set.of();
		Set<Object> seen = new HashSet<>();
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i).get("background") == null) {
				out.add(AgendaSteps.ITEMS + "[" + i + "].background", REQUIRED);
			}
			Object source = rows.get(i).get(Agenda.SOURCE);
			if (source == null) {
				continue;
			}
			String path = AgendaSteps.ITEMS + "[" + i + "].source";
			if (!seen.add(source)) {
				out.add(path, "meeting.violation.twice");
			}
			else if (!waiting.contains(source.toString())) {
				out.add(path, "meeting.violation.source");
			}
		}
	}

	private void minutes(Filled filled, Violations out) {
		Meeting meeting = this.meetings.ofCase(String.valueOf(filled.caseNumber())).orElse(null);
		if (meeting == null) {
			return;
		}
		Set<String> open = new HashSet<>();
		this.items.of(meeting.id()).forEach((item) -> open.add(item.id().toString()));
		List<Map<String, Object>> rows = filled.rows(MinutesSteps.DECISIONS);
		for (int i = 0; i < rows.size(); i++) {
			var row = new CaseValues(rows.get(i));
			String path = MinutesSteps.DECISIONS + "[" + i + "].";
			if (row.text(MinutesSteps.ITEM) != null && !open.remove(row.text(MinutesSteps.ITEM))) {
				out.add(path + MinutesSteps.ITEM, "meeting.violation.twice");
			}
			LocalDate deadline = row.date("deadline");
			if (deadline != null && deadline.isBefore(day(meeting.meetsAt()))) {
				out.add(path + "deadline", "meeting.violation.deadline", day(meeting.meetsAt()).toString());
			}
		}
		if (!open.isEmpty()) {
			out.add(MinutesSteps.DECISIONS, "meeting.violation.every-item", open.size());
		}
		held(filled, meeting, out);
	}

	private void held(Filled filled, Meeting meeting, Violations out) {
		LocalDate on = filled.date("heldOn");
		if (on != null && on.isBefore(day(meeting.meetsAt()))) {
			out.add("heldOn", "meeting.violation.deadline", day(meeting.meetsAt()).toString());
		}
		boolean anybody = filled.rows(MinutesSteps.ATTENDANCE)
			.stream()
			.anyMatch((row) -> "YES".equals(row.get("present")));
		if (!filled.rows(MinutesSteps.ATTENDANCE).isEmpty() && !anybody) {
			out.add(MinutesSteps.ATTENDANCE, "meeting.violation.nobody");
		}
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, Time.OFFICE);
	}

}
