package org.gongjian.meeting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The follow-up tasks for programs; their number is their id. */
@Component
class FollowUpRegister implements Register {

	private final FollowUps followUps;

	FollowUpRegister(FollowUps followUps) {
		this.followUps = followUps;
	}

	@Override
	public String name() {
		return "follow-ups";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		return this.followUps.page(actor, true, FollowUpFilter.of(status), cursor, limit).map(FollowUpRegister::row);
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return Ids.parse(number).flatMap((id) -> this.followUps.find(actor, id)).map(FollowUpRegister::row);
	}

	private static Map<String, Object> row(FollowUp task) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", task.id().toString());
		row.put("kind", task.kind());
		row.put("sourceRef", task.source());
		row.put("text", task.content());
		row.put("organisation", task.organisation());
		row.put("role", task.role());
		row.put("dueOn", task.due().toString());
		row.put("state", task.state());
		row.put("feedback", task.feedback());
		row.put("doneAt", Objects.toString(task.doneAt(), null));
		return row;
	}

}
