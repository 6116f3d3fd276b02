package org.gongjian.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The register of meetings for programs. */
@Component
class MeetingRegister implements Register {

	private final Meetings meetings;

	MeetingRegister(Meetings meetings) {
		this.meetings = meetings;
	}

	@Override
	public String name() {
		return "meetings";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.meetings.list(actor, null, status, cursor, limit).map(MeetingRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.meetings.find(actor, number).map(MeetingRegister::row);
	}

	private static Map<String, Object> row(Meeting meeting) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", meeting.handle());
		row.put("case", meeting.caseNumber());
		row.put("type", meeting.type());
		row.put("state", meeting.state().name());
		row.put("purpose", meeting.purpose());
		row.put("meetsAt", meeting.meetsAt().toString());
		row.put("place", meeting.place());
		row.put("heldOn", Objects.toString(meeting.heldOn(), null));
		row.put("signedAt", Objects.toString(meeting.signedAt(), null));
		row.put("provenance", meeting.provenance());
		return row;
	}

}
