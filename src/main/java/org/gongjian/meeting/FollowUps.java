package org.gongjian.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Light tasks, 跟进事项: whoever owns one says what became of it. */
@Service
@Transactional
public class FollowUps {

	static final String OFFICER = "party-officer";

	private static final String LEADER = "wc-deputy";

	/** How long the sides of a pairing have to refresh their lists. */
	private static final int WITHIN_DAYS = 14;

	private static final int SHORTEST = 5;

	private static final int LONGEST = 1_000;

	private static final RowCursor FIRST = new RowCursor(LocalDate.of(1970, 1, 1), new UUID(0, 0));

	private final FollowUpTable table;

	private final Clock clock;

	FollowUps(FollowUpTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	void invite(Meeting meeting, String organisation, LocalDate day) {
		insert(FollowUp.INVITATION, meeting.number(), invitation(meeting, organisation), meeting.purpose(),
				organisation, null, day);
	}

	void inviteAnew(Meeting meeting, String organisation, LocalDate day) {
		this.table.reopen(invitation(meeting, organisation), day, meeting.purpose());
	}

	private static String invitation(Meeting meeting, String organisation) {
		return "INVITATION:" + meeting.number() + ":" + organisation;
	}

	/** A decision that concerns no case: its lead is to carry it out. */
	void decided(Meeting meeting, MeetingItem item) {
		boolean leader = MeetingItem.TO_LEADER.equals(item.state()) || item.lead() == null;
		LocalDate due = (item.deadline() == null) ? meeting.heldOn() : item.deadline();
		insert(FollowUp.DECISION, meeting.number(), "DECISION:" + item.id(), item.title() + ": " + item.decision(),
				leader ? null : item.lead(), leader ? LEADER : null, due);
	}

	/** A pair has not met for long. */
	void meetAgain(String pairing, LocalDate due) {
		insert(FollowUp.CADENCE, pairing, "CADENCE:" + pairing + ":" + due, pairing, null, OFFICER, due);
	}

	/** A step agreed at an activity; its host sees to it. */
	void agreed(String activity, int position, String content, String organisation, LocalDate due) {
		insert(FollowUp.STEP, activity, "STEP:" + activity + ":" + position, content, organisation, null, due);
	}

	/**
	 * The three lists of a pairing lie still: one of its sides is asked to refresh them.
	 */
	void refreshLists(String pairing, String organisation, LocalDate on) {
		insert(FollowUp.LISTS, pairing, "LISTS:" + pairing + ":" + organisation + ":" + on, pairing, organisation, null,
				on.plusDays(WITHIN_DAYS));
	}

	private void insert(String kind, String source, String key, String content, String organisation, String role,
			LocalDate due) {
		this.table.insert(new FollowUp(UUID.randomUUID(), kind, source, content, organisation, role, due, "OPEN", null,
				null, null, 0), key, this.clock.instant());
	}

	void drop(String source) {
		this.table.drop(source, this.clock.instant());
	}

	/** What was decided in a meeting and became of it. */
	@Transactional(readOnly = true)
	List<FollowUp> decisions(String meeting) {
		return this.table.of(meeting, FollowUp.DECISION);
	}

	/**
	 * A page in order of the days.
	 * @param everybody whether to show all of them, for people of the zone
	 * @param filter what it is narrowed to
	 */
	@Transactional(readOnly = true)
	public Slice<FollowUp> page(Actor actor, boolean everybody, FollowUpFilter filter, String cursor, int limit) {
		RowCursor from = (cursor == null || cursor.isBlank()) ? FIRST : RowCursor.of(cursor);
		Actor whose = (everybody && actor.zoneWide()) ? null : actor;
		return Slice.cut(this.table.page(whose, filter, from.day(), from.uuid(), limit + 1), limit,
				(task) -> new RowCursor(task.due(), task.id()).text());
	}

	/** One that is this person's; for people of the zone any. */
	@Transactional(readOnly = true)
	Optional<FollowUp> find(Actor actor, UUID id) {
		return this.table.find(id).filter((task) -> actor.zoneWide() || task.belongsTo(actor));
	}

	/**
	 * Says what became of one.
	 * @param dropped whether it is not done after all; officers only
	 * @throws NotFound if it is none of this person's
	 * @throws Overtaken if somebody ended it
	 */
	void end(Actor actor, UUID id, String feedback, boolean dropped, int version) {
		FollowUp task = this.table.find(id)
			.filter((one) -> one.belongsTo(actor) || actor.has(OFFICER))
			.orElseThrow(() -> new NotFound("follow-up " + id));
		if (dropped && !actor.has(OFFICER)) {
			throw new NotAllowed("meeting.officer-only");
		}
		String said = said(feedback);
		if (!this.table.end(id, dropped ? "DROPPED" : "DONE", said, actor.username(), this.clock.instant(), version)) {
			FollowUp now = this.table.find(task.id()).orElseThrow();
			throw new Overtaken("meeting.follow-up.overtaken", now.doneBy(), now.doneAt(), now.state());
		}
	}

	private static String said(String feedback) {
		return Written.text(feedback).between("feedback", SHORTEST, LONGEST, "meeting.violation.length");
	}

}
