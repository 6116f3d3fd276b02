package org.gongjian.meeting;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Call;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that make up an agenda. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AgendaSteps {

	static final String ITEMS = "items";

	static final String MEETS_AT = "meetingAt";

	private static final Map<String, Bilingual> TYPES = Map.of("JOINT", new Bilingual("Joint meeting", "联席会议"),
			"SCHEDULING", new Bilingual("Scheduling meeting", "调度会"), "LAUNCH",
			new Bilingual("Launch meeting", "启动仪式"));

	private final Cases cases;

	private final MeetingTable meetings;

	private final Agenda agenda;

	AgendaSteps(Cases cases, MeetingTable meetings, Agenda agenda) {
		this.cases = cases;
		this.meetings = meetings;
		this.agenda = agenda;
	}

	/** Enters the meeting in the register and fills its agenda with what waits. */
	void collect(Call call) {
		var data = new CaseValues(this.cases.data(call.caseNumber()));
		Meeting meeting = this.meetings.ofCase(call.caseNumber()).orElseGet(() -> enter(call, data));
		Instant meetsAt = data.moment(MEETS_AT);
		Meeting planned = new Meeting(meeting.id(), null, meeting.caseNumber(), data.text("meetingType"),
				MeetingState.PREPARING, data.text("purpose"), meetsAt, data.text("place"), data.id("chair"),
				data.id("recorder"), this.agenda.closes(meetsAt), meeting.agendaClosed(), null, null, null, null);
		this.meetings.update(planned);
		name(call, planned);
		fill(call, data);
		if (call.fact("agendaClosesAt") == null) {
			call.set("agendaClosesAt", Date.from(planned.agendaClosesAt()));
		}
	}

	private Meeting enter(Call call, CaseValues data) {
		Instant meetsAt = data.moment(MEETS_AT);
		Meeting meeting = new Meeting(UUID.randomUUID(), null, call.caseNumber(), data.text("meetingType"),
				MeetingState.PREPARING, data.text("purpose"), meetsAt, null, null, null, this.agenda.closes(meetsAt),
				false, null, null, null, null);
		this.meetings.insert(meeting);
		return meeting;
	}

	/** Collects once more; what comes later is for the next meeting. */
	void close(Call call) {
		Meeting open = this.meetings.ofCase(call.caseNumber()).orElseThrow();
		fill(call, new CaseValues(this.cases.data(call.caseNumber())));
		this.meetings.update(new Meeting(open.id(), open.number(), open.caseNumber(), open.type(), open.state(),
				open.purpose(), open.meetsAt(), open.place(), open.chair(), open.recorder(), open.agendaClosesAt(),
				true, open.heldOn(), open.signedAt(), open.provenance(), null));
	}

	private void fill(Call call, CaseValues data) {
		this.cases.write(call.caseNumber(), Map.of(ITEMS, this.agenda.collect(data.rows(ITEMS))), Actor.SYSTEM,
				call.element());
	}

	/** Names the case after the kind and the day of its meeting. */
	void name(Call call, Meeting meeting) {
		Bilingual type = TYPES.get(meeting.type());
		Bilingual day = Bilingual.of(meeting.meetsAt().atZone(Time.OFFICE).toLocalDate());
		this.cases.rename(call.caseNumber(), new Bilingual(type.en() + " on " + day.en() + ": " + meeting.purpose(),
				day.zh() + type.zh() + "：" + meeting.purpose()));
	}

}
