package org.gongjian.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One time a problem was given to departments.
 *
 * @param sequence from 1
 * @param source DESK, MEETING or LEADER: who ordered it
 * @param deadline set by hand, or {@code null} for that of the clock
 * @param deemed whether it counts as signed because nobody objected in time
 * @param handler the username of the handler of the lead, or {@code null}
 */
record Dispatch(UUID id, String number, int sequence, String source, String lead, List<String> coHandlers,
		Instant deadline, String instruction, String dispatchedBy, Instant dispatchedAt, String signedBy,
		Instant signedAt, boolean deemed, String handler, String objectedBy, Instant objectedAt, String objection,
		String ruledBy, Instant ruledAt, String ruledLead, String ruling) {

	Dispatch {
		coHandlers = List.copyOf(coHandlers);
	}

	/** Everybody who handles: the lead first. */
	public List<String> handlers() {
		var all = new java.util.LinkedHashSet<String>();
		all.add((this.ruledLead != null) ? this.ruledLead : this.lead);
		all.addAll(this.coHandlers);
		return List.copyOf(all);
	}

}
