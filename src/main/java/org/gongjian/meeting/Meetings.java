package org.gongjian.meeting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Processes;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of meetings. People of the zone see all of it; people of an organisation
 * see the meetings it is invited to, and of their items those that are its own.
 */
@Service
@Transactional
public class Meetings {

	static final String OFFICER = FollowUps.OFFICER;

	private static final LocalDateTime FURTHEST = LocalDateTime.of(2100, 1, 1, 0, 0);

	private static final int PLACE = 200;

	private static final int SOON = 7;

	private final MeetingTable table;

	private final MeetingItemTable items;

	private final AttendeeTable attendees;

	private final HouseRequests requests;

	private final Processes processes;

	private final Cases cases;

	private final MeetingRules rules;

	private final Clock clock;

	Meetings(MeetingTable table, MeetingItemTable items, AttendeeTable attendees, HouseRequests requests,
			Processes processes, Cases cases, MeetingRules rules, Clock clock) {
		this.table = table;
		this.items = items;
		this.attendees = attendees;
		this.requests = requests;
		this.processes = processes;
		this.cases = cases;
		this.rules = rules;
		this.clock = clock;
	}

	/** A page, latest first. */
	@Transactional(readOnly = true)
	public Slice<Meeting> list(Actor actor, String type, String state, String cursor, int limit) {
		Collection<String> seen = actor.zoneWide() ? null : actor.organisations();
		return Slice.cut(this.table.page(type, state, seen, RowCursor.of(cursor), limit + 1), limit,
				(meeting) -> new RowCursor(meeting.meetsAt(), meeting.id()).text());
	}

	/**
	 * A meeting by its number or that of its case.
	 * @throws NotFound if this person may not see it, as if there were none
	 */
	@Transactional(readOnly = true)
	public Meeting visible(Actor actor, String handle) {
		return find(actor, handle).orElseThrow(() -> new NotFound("meeting " + handle));
	}

	/** The same; empty if there is none or this person may not see it. */
	@Transactional(readOnly = true)
	public Optional<Meeting> find(Actor actor, String handle) {
		return this.table.find(handle)
			.filter((meeting) -> actor.zoneWide() || meeting.number() != null && invited(actor, meeting));
	}

	private boolean invited(Actor actor, Meeting meeting) {
		return this.attendees.of(meeting.id())
			.stream()
			.anyMatch((one) -> actor.organisations().contains(one.organisation()));
	}

	/** Who is invited, as this person may see it. */
	@Transactional(readOnly = true)
	List<Attendee> attendees(Meeting meeting) {
		return this.attendees.of(meeting.id());
	}

	/** The items this person may see: all, or those of the own organisations. */
	@Transactional(readOnly = true)
	List<MeetingItem> items(Actor actor, Meeting meeting) {
		return this.items.of(meeting.id())
			.stream()
			.filter((item) -> actor.zoneWide() || concerns(actor, item))
			.toList();
	}

	private boolean concerns(Actor actor, MeetingItem item) {
		boolean own = item.proposer() != null && actor.organisations().contains(item.proposer())
				|| item.lead() != null && actor.organisations().contains(item.lead());
		return own || item.subject() != null
				&& this.cases.find(item.subject()).filter((file) -> Cases.mayGetToSee(actor, file)).isPresent();
	}

	/**
	 * Calls an extraordinary scheduling meeting, the first day that leaves time for the
	 * invitation; its agenda collects what waits. One that is being prepared for the same
	 * days takes the cases up instead.
	 * @param subjects the cases it is for
	 * @param reason why, up to 200 characters
	 * @return the number of the meeting's case
	 */
	public String callExtraordinary(List<String> subjects, String reason) {
		Instant latest = this.rules.earliest().plusDays(SOON).atStartOfDay(Time.OFFICE).toInstant();
		Optional<Meeting> soon = this.table.preparing("SCHEDULING")
			.stream()
			.filter((meeting) -> meeting.meetsAt().isBefore(latest))
			.findFirst();
		if (soon.isPresent()) {
			return soon.get().caseNumber();
		}
		String text = reason + " (" + String.join(", ", subjects) + ")";
		String purpose = (text.length() > 200) ? text.substring(0, 200) : text;
		Instant at = this.rules.earliest().atTime(9, 0).atZone(Time.OFFICE).toInstant();
		return this.requests
			.open(MeetingRules.PROCESS, Actor.SYSTEM,
					Map.of("meetingType", "SCHEDULING", "purpose", purpose, AgendaSteps.MEETS_AT, at.toString()))
			.number();
	}

	/**
	 * Puts a meeting off.
	 * @param at {@code 2026-12-05T09:00}, in the zone of the office
	 * @throws InvalidInput if the day is too soon
	 * @throws Overtaken if it was put off or held meanwhile
	 */
	void move(Actor actor, String handle, String at, String place) {
		if (!actor.has(OFFICER)) {
			throw new NotAllowed("meeting.officer-only");
		}
		Meeting meeting = visible(actor, handle);
		Instant moved = checked(at, place);
		this.cases.lock(meeting.caseNumber());
		if (!this.table.move(meeting.id(), meeting.meetsAt(), moved, place.strip())) {
			Meeting now = this.table.find(meeting.caseNumber()).orElseThrow();
			throw new Overtaken("meeting.moved-meanwhile", null, now.updatedAt(), now.state().name());
		}
		this.cases.write(
				meeting.caseNumber(), Map.of(AgendaSteps.MEETS_AT,
						moved.atZone(Time.OFFICE).toOffsetDateTime().toString(), "place", Written.line(place).text()),
				actor, "move");
		this.cases.log(meeting.caseNumber(), LogEntry.of(actor.username(), "MEETING_MOVED", null, at));
		this.processes.deliver("MeetingMoved", meeting.caseNumber(), Map.of(AgendaSteps.MEETS_AT, Date.from(moved)));
	}

	private Instant checked(String at, String place) {
		var wrong = new ArrayList<Violation>();
		LocalDateTime moved = null;
		try {
			moved = LocalDateTime.parse(String.valueOf(at).strip());
		}
		catch (DateTimeException noMoment) {
			wrong.add(Violation.of("at", "meeting.violation.moment"));
		}
		LocalDate earliest = this.rules.earliest();
		if (moved != null && (moved.toLocalDate().isBefore(earliest) || !moved.isBefore(FURTHEST))) {
			wrong.add(Violation.of("at", "meeting.violation.move", earliest.toString()));
		}
		Written.line(place).between("place", 1, PLACE, "meeting.violation.place", wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return moved.atZone(Time.OFFICE).toInstant();
	}

	/** Today where the office is. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
