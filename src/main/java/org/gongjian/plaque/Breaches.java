package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
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

/** Breaches on record. Who has one open, or had one within a year, gets no plaque. */
@Service
@Transactional
class Breaches {

	/** Who keeps the record. */
	static final String KEEPER = "discipline";

	private static final int PAGE = 25;

	private final BreachTable table;

	private final Organisations organisations;

	private final Clock clock;

	Breaches(BreachTable table, Organisations organisations, Clock clock) {
		this.table = table;
		this.organisations = organisations;
		this.clock = clock;
	}

	static void requireKeeper(Actor actor) {
		if (!actor.has(KEEPER)) {
			throw new NotAllowed("plaque.breach.keeper-only");
		}
	}

	/** A page, newest first. */
	@Transactional(readOnly = true)
	Slice<Breach> list(Actor actor, String cursor) {
		requireKeeper(actor);
		RowCursor before = RowCursor.of(cursor);
		return Slice.cut(this.table.page(before.day(), before.uuid(), PAGE + 1), PAGE,
				(breach) -> new RowCursor(breach.foundOn(), breach.id()).text());
	}

	@Transactional(readOnly = true)
	Breach get(Actor actor, UUID id) {
		requireKeeper(actor);
		return this.table.find(id).orElseThrow(() -> new NotFound("breach " + id));
	}

	/**
	 * Puts one on record.
	 * @throws InvalidInput with everything that is wrong
	 */
	void record(Actor actor, BreachController.BreachForm form) {
		requireKeeper(actor);
		var wrong = new ArrayList<Violation>();
		var kind = Arrays.stream(Breach.Kind.values()).filter((one) -> one.name().equals(form.kind())).findFirst();
		if (kind.isEmpty()) {
			wrong.add(Violation.of("kind", "plaque.violation.choose"));
		}
		String code = (form.organisation() == null) ? "" : form.organisation().strip();
		if (this.organisations.find(code).filter(Organisation::active).isEmpty()) {
			wrong.add(Violation.of("organisation", "plaque.violation.organisation"));
		}
		if (form.foundOn() == null || form.foundOn().isAfter(today())) {
			wrong.add(Violation.of("foundOn", "plaque.violation.past-day"));
		}
		String source = Written.line(form.source()).kept("source", 200, true, wrong);
		String note = Written.text(form.note()).kept("note", 1_000, false, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		this.table.insert(new Breach(UUID.randomUUID(), code, kind.get(), form.foundOn(), source, note, null, null,
				actor.username(), 0));
	}

	/**
	 * Settles one.
	 * @throws Overtaken if somebody did since
	 */
	void settle(Actor actor, UUID id, String typed, int version) {
		get(actor, id);
		var wrong = new ArrayList<Violation>();
		String how = Written.text(typed).kept("settlement", 1_000, true, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		if (!this.table.settle(id, today(), how, version)) {
			throw new Overtaken("plaque.breach.settled");
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
