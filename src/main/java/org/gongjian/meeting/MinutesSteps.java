package org.gongjian.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps from the meeting to its signed minutes. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MinutesSteps {

	static final String ATTENDANCE = "attendance";

	static final String DECISIONS = "decisions";

	static final String ITEM = "item";

	private final Cases cases;

	private final MeetingTable meetings;

	private final MeetingItemTable items;

	private final AttendeeTable attendees;

	private final FollowUps followUps;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MinutesSteps(Cases cases, MeetingTable meetings, MeetingItemTable items, AttendeeTable attendees,
			FollowUps followUps, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.meetings = meetings;
		this.items = items;
		this.attendees = attendees;
		this.followUps = followUps;
		this.events = events;
		this.clock = clock;
	}

	/** The minutes of a meeting were signed; its cases are told after the transaction. */
	record Signed(UUID meeting) {
	}

	/**
	 * The day has come: lays out the minutes by the agenda. Invitations nobody answered
	 * are not to be answered any more.
	 */
	void hold(Call call) {
		Meeting meeting = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		LocalDate on = LocalDate.ofInstant(meeting.meetsAt(), Time.OFFICE);
		this.meetings.update(state(meeting, MeetingState.HELD, on, null));
		this.cases.write(call.caseNumber(), Map.of(ATTENDANCE, attendance(meeting), DECISIONS, blank(meeting)),
				Actor.SYSTEM, call.element());
		this.followUps.drop(meeting.number());
		call.set("withdrawable", false);
	}

	private List<Map<String, Object>> attendance(Meeting meeting) {
		return this.attendees.of(meeting.id())
			.stream()
			.map((one) -> Map.<String, Object>of(InvitationSteps.ORGANISATION, one.organisation(), "present", "YES"))
			.toList();
	}

	private List<Map<String, Object>> blank(Meeting meeting) {
		return this.items.of(meeting.id()).stream().map((item) -> {
			var row = new LinkedHashMap<String, Object>();
			row.put(ITEM, item.id().toString());
			row.put("state", MeetingItem.DECIDED);
			return (Map<String, Object>) row;
		}).toList();
	}

	/**
	 * The chair has signed: decisions of cases go to them, others become follow-up tasks.
	 */
	void dispatch(Call call) {
		var data = new CaseValues(this.cases.data(call.caseNumber()));
		Instant now = this.clock.instant();
		Meeting meeting = state(this.meetings.ofCase(call.caseNumber()).orElseThrow(), MeetingState.SIGNED,
				data.date("heldOn"), now);
		this.meetings.update(meeting);
		for (CaseValues row : data.rows(ATTENDANCE)) {
			this.attendees.note(meeting.id(), new Attendee(row.text(InvitationSteps.ORGANISATION),
					"YES".equals(row.text("present")), row.text("person")));
		}
		Map<String, MeetingItem> known = new HashMap<>();
		this.items.of(meeting.id()).forEach((item) -> known.put(item.id().toString(), item));
		for (CaseValues row : data.rows(DECISIONS)) {
			MeetingItem item = known.get(row.text(ITEM)).decided(row);
			this.items.decide(item);
			if (item.delivery() == null && !MeetingItem.POSTPONED.equals(item.state())) {
				this.followUps.decided(meeting, item);
			}
		}
		this.events.publishEvent(new Signed(meeting.id()));
	}

	private static Meeting state(Meeting meeting, MeetingState state, LocalDate heldOn, Instant signedAt) {
		return new Meeting(meeting.id(), meeting.number(), meeting.caseNumber(), meeting.type(), state,
				meeting.purpose(), meeting.meetsAt(), meeting.place(), meeting.chair(), meeting.recorder(),
				meeting.agendaClosesAt(), meeting.agendaClosed(), heldOn, signedAt, meeting.provenance(), null);
	}

}
