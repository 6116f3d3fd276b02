package org.gongjian.plaque;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;

import org.gongjian.approval.Copies;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections raised after a notice was over. They stop no award: discipline inspection
 * looks into them, and one that holds is a ground to revoke the plaque.
 */
@Service
@Transactional
class LateObjections {

	/** Who looks into them. */
	static final String REVIEWER = "discipline";

	private static final Set<String> RESULTS = Set.of("UPHELD", "DISMISSED");

	private static final int PAGE = 25;

	private static final int LONGEST = 1_000;

	private final ObjectionTable table;

	private final Copies copies;

	private final Roles roles;

	private final ActorSource actors;

	private final Clock clock;

	LateObjections(ObjectionTable table, Copies copies, Roles roles, ActorSource actors, Clock clock) {
		this.table = table;
		this.copies = copies;
		this.roles = roles;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * Tells those who look into it; nobody of the organisation it is about, and not
	 * whoever raised it. Each objection is told.
	 */
	void tell(Notice notice, Objection objection) {
		this.copies.giveAgain(notice.caseNumber(),
				this.roles.holders(REVIEWER)
					.stream()
					.filter((username) -> looksInto(this.actors.actor(username), objection))
					.toList());
	}

	/** Whether somebody may settle it. */
	boolean settles(Actor actor, Objection objection) {
		return objection.late() && objection.open() && looksInto(actor, objection);
	}

	private static boolean looksInto(Actor actor, Objection objection) {
		return actor.has(REVIEWER) && !objection.raisedBy().equals(actor.username())
				&& !actor.organisations().contains(objection.organisation());
	}

	/**
	 * A page, newest first.
	 * @throws NotAllowed for everybody but those who look into them
	 */
	@Transactional(readOnly = true)
	Slice<Objection> list(Actor actor, String cursor) {
		if (!actor.has(REVIEWER)) {
			throw new NotAllowed("plaque.objections.reviewer-only");
		}
		RowCursor before = RowCursor.of(cursor);
		return Slice.cut(this.table.late(before.at(), before.uuid(), PAGE + 1), PAGE,
				(one) -> new RowCursor(one.raisedAt(), one.id()).text());
	}

	/**
	 * Says whether it holds, and why.
	 * @throws NotFound for those who do not look into it
	 * @throws Overtaken if somebody settled it before
	 */
	Objection settle(Actor actor, UUID id, String result, String typed) {
		Objection objection = this.table.find(id)
			.filter((one) -> one.late() && looksInto(actor, one))
			.orElseThrow(() -> new NotFound("objection " + id));
		var wrong = new ArrayList<Violation>();
		if (result == null || !RESULTS.contains(result)) {
			wrong.add(Violation.of("result", "plaque.violation.choose"));
		}
		String findings = Written.text(typed).kept("findings", LONGEST, true, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		if (!this.table.settleLate(id, result, findings, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				actor.username())) {
			Objection settled = this.table.find(id).orElseThrow();
			throw new Overtaken("plaque.objection.settled", settled.settledBy(), settled.settledAt(), settled.state());
		}
		return this.table.find(id).orElseThrow();
	}

}
