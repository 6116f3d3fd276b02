package org.gongjian.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Call;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that invite to a meeting, and those that take it back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvitationSteps {

	static final String ATTENDEES = "attendees";

	static final String ORGANISATION = "organisation";

	private static final int DIGITS = 2;

	private final Cases cases;

	private final Numbers numbers;

	private final MeetingTable meetings;

	private final MeetingItemTable items;

	private final AttendeeTable attendees;

	private final Agenda agenda;

	private final AgendaSteps naming;

	private final FollowUps followUps;

	InvitationSteps(Cases cases, Numbers numbers, MeetingTable meetings, MeetingItemTable items,
			AttendeeTable attendees, Agenda agenda, AgendaSteps naming, FollowUps followUps) {
		this.cases = cases;
		this.numbers = numbers;
		this.meetings = meetings;
		this.items = items;
		this.attendees = attendees;
		this.agenda = agenda;
		this.naming = naming;
		this.followUps = followUps;
	}

	/** Gives the meeting its number, keeps its agenda and invites. */
	void invite(Call call) {
		var data = new CaseValues(this.cases.data(call.caseNumber()));
		Meeting before = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		Instant meetsAt = data.moment(AgendaSteps.MEETS_AT);
		String number = (before.number() == null) ? this.numbers.next("LX", DIGITS) : before.number();
		Meeting meeting = new Meeting(before.id(), number, before.caseNumber(), data.text("meetingType"),
				MeetingState.INVITED, data.text("purpose"), meetsAt, data.text("place"), data.id("chair"),
				data.id("recorder"), before.agendaClosesAt(), true, null, null, before.provenance(), null);
		this.meetings.update(meeting);
		List<String> codes = data.rows(ATTENDEES).stream().map((row) -> row.text(ORGANISATION)).distinct().toList();
		this.attendees.invite(meeting.id(), codes);
		keep(meeting.id(), data.rows(AgendaSteps.ITEMS));
		this.naming.name(call, meeting);
		codes.forEach((code) -> this.followUps.invite(meeting, code, day(meetsAt)));
		call.set("attendeeOrgs", String.join(",", codes));
		call.set(AgendaSteps.MEETS_AT, Date.from(meetsAt));
	}

	private void keep(UUID meeting, List<CaseValues> rows) {
		int position = 0;
		for (CaseValues row : rows) {
			String source = row.text(Agenda.SOURCE);
			UUID rolledFrom = Agenda.rolledFrom(source).orElse(null);
			MeetingItem item = MeetingItem.open(meeting, position++, row, rolledFrom, this.agenda.subject(source));
			this.items.insert(item);
			if (rolledFrom != null) {
				this.items.rolled(rolledFrom, item.id());
			}
		}
	}

	/** The meeting was put off: whoever was invited is asked for the new day. */
	void inviteAnew(Call call) {
		Meeting meeting = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		this.naming.name(call, meeting);
		this.attendees.of(meeting.id())
			.forEach((one) -> this.followUps.inviteAnew(meeting, one.organisation(), day(meeting.meetsAt())));
	}

	/** The number is never used again. */
	void voidNumber(Call call) {
		Meeting meeting = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		if (meeting.number() != null) {
			this.numbers.voided(meeting.number(), "CANCELLED: " + call.caseNumber());
			this.followUps.drop(meeting.number());
			this.meetings.update(with(meeting, null, meeting.state()));
		}
	}

	/** The meeting does not take place; what it was to decide waits for another. */
	void cancel(Call call) {
		Meeting meeting = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		this.items.releaseRolled(meeting.id());
		this.meetings.update(with(meeting, meeting.number(), MeetingState.CANCELLED));
	}

	private static Meeting with(Meeting meeting, String number, MeetingState state) {
		return new Meeting(meeting.id(), number, meeting.caseNumber(), meeting.type(), state, meeting.purpose(),
				meeting.meetsAt(), meeting.place(), meeting.chair(), meeting.recorder(), meeting.agendaClosesAt(),
				meeting.agendaClosed(), meeting.heldOn(), meeting.signedAt(), meeting.provenance(), null);
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, Time.OFFICE);
	}

}
