package org.gongjian.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.gongjian.calendar.OfficeHours;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The duty roster, 值班表: who is told of urgent matters while the office is closed. */
@Service
@Transactional
public class DutyRoster {

	private static final Set<String> KEEPERS = Set.of("service-desk", "sys-admin");

	private final DutyTable table;

	private final OfficeHours office;

	private final Journal journal;

	private final Clock clock;

	DutyRoster(DutyTable table, OfficeHours office, Journal journal, Clock clock) {
		this.table = table;
		this.office = office;
		this.journal = journal;
		this.clock = clock;
	}

	/** Who is on duty at a moment. */
	@Transactional(readOnly = true)
	public Optional<Duty> on(Instant at) {
		return this.table.find(this.office.day(at));
	}

	static boolean keeps(Actor actor) {
		return KEEPERS.stream().anyMatch(actor::has);
	}

	/** Today where the office is. */
	LocalDate today() {
		return this.office.day(this.clock.instant());
	}

	/**
	 * Days from today or from a later one on.
	 * @throws NotAllowed for people of one organisation
	 */
	@Transactional(readOnly = true)
	Slice<Duty> page(Actor actor, String cursor, int limit) {
		if (!actor.zoneWide() && !keeps(actor)) {
			throw new NotAllowed("sla.duty.zone-only");
		}
		LocalDate from = today();
		if (cursor != null && cursor.matches("[0-9]{4}-[01][0-9]-[0-3][0-9]")) {
			from = day(cursor).orElse(from);
		}
		return Slice.cut(this.table.page(from, limit + 1), limit, (duty) -> duty.day().plusDays(1).toString());
	}

	private static Optional<LocalDate> day(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeParseException noDay) {
			return Optional.empty();
		}
	}

	/** One day. @throws NotFound if nobody is on duty then */
	@Transactional(readOnly = true)
	Duty get(Actor actor, String text) {
		requireKeeper(actor);
		return day(text).flatMap(this.table::find).orElseThrow(() -> new NotFound("duty " + text));
	}

	/**
	 * Puts somebody down for one or more days.
	 * @throws InvalidInput if the form is wrong or one of the days is taken
	 */
	void add(Actor actor, DutyForm form) {
		requireKeeper(actor);
		put(actor, form.checkNew(today()));
	}

	/**
	 * Puts somebody down for some days from today, as the house does with demo data.
	 * @throws InvalidInput if one of the days is taken
	 */
	public void fill(int skip, int days, String person, String phone, String note) {
		LocalDate from = today().plusDays(skip);
		put(Actor.SYSTEM, new DutyForm.Checked(from, from.plusDays(days - 1L), person, phone, note));
	}

	private void put(Actor actor, DutyForm.Checked duty) {
		this.table.taken(duty.from(), duty.until()).ifPresent((day) -> {
			throw new InvalidInput("day", "sla.violation.taken", day.toString());
		});
		for (LocalDate day = duty.from(); !day.isAfter(duty.until()); day = day.plusDays(1)) {
			this.table.insert(day, duty, actor.username(), this.clock.instant());
		}
		this.journal.record("duty.added", duty.from() + " – " + duty.until(), duty.person());
	}

	/** Puts somebody else down. @throws Overtaken if the day was changed since */
	void change(Actor actor, String text, DutyForm form, int version) {
		Duty before = get(actor, text);
		DutyForm.Checked duty = form.check(before.day());
		if (!this.table.change(before.day(), duty, version, actor.username(), this.clock.instant())) {
			throw overtaken(before);
		}
		this.journal.record("duty.changed", text, before.person() + " → " + duty.person());
	}

	/** Leaves a day without anybody. @throws Overtaken if the day was changed since */
	void remove(Actor actor, String text, int version) {
		Duty before = get(actor, text);
		if (!this.table.delete(before.day(), version)) {
			throw overtaken(before);
		}
		this.journal.record("duty.removed", text, before.person());
	}

	private static Overtaken overtaken(Duty now) {
		return new Overtaken("sla.duty.overtaken", now.updatedBy(), now.updatedAt(), now.person());
	}

	private static void requireKeeper(Actor actor) {
		if (!keeps(actor)) {
			throw new NotAllowed("sla.duty.keepers-only");
		}
	}

}
