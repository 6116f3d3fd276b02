package org.gongjian.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.gongjian.shared.Actor;

/**
 * A light task: something somebody said they would do.
 *
 * @param kind {@code DECISION} of a meeting, {@code INVITATION} to one, {@code CADENCE}
 * when a pair has not met for long, {@code STEP} agreed at an activity, {@code LISTS}
 * when the three lists of a pairing lie still
 * @param source the number of the meeting, the pairing or the activity
 * @param content what is to be done; the title for invitations
 * @param organisation whose it is, or {@code null}
 * @param role of the zone whose it is, or {@code null}
 * @param state {@code OPEN}, {@code DONE} or {@code DROPPED}
 */
public record FollowUp(UUID id, String kind, String source, String content, String organisation, String role,
		LocalDate due, String state, String feedback, String doneBy, Instant doneAt, int version) {

	static final String DECISION = "DECISION";

	static final String INVITATION = "INVITATION";

	static final String CADENCE = "CADENCE";

	static final String STEP = "STEP";

	static final String LISTS = "LISTS";

	/** Whether it is still to be done. */
	public boolean open() {
		return this.state.equals("OPEN");
	}

	/** Whether it is this person's to do. */
	public boolean belongsTo(Actor actor) {
		return (this.organisation != null) ? actor.organisations().contains(this.organisation) : actor.has(this.role);
	}

	/** Where to read more, or {@code null}. */
	public String href() {
		return switch (this.kind) {
			case CADENCE, LISTS -> "/pairings/" + this.source;
			case STEP -> "/activities/" + this.source;
			default -> "/meetings/" + this.source;
		};
	}

}
