package org.gongjian.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.approval.Copies;
import org.gongjian.casefile.CaseValues;
import org.gongjian.calendar.OfficeHours;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.Numbers;
import org.gongjian.engine.Call;
import org.gongjian.engine.DueDates;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that file, publish and call off an activity. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishSteps {

	private static final String WORKING_DAY_BEFORE = "P-1WD";

	private final ActivityProposals proposals;

	private final ActivityTable table;

	private final PartTable parts;

	private final Bookings bookings;

	private final Cases cases;

	private final Numbers numbers;

	private final Copies copies;

	private final Roles roles;

	private final DueDates dueDates;

	private final Clock clock;

	PublishSteps(ActivityProposals proposals, ActivityTable table, PartTable parts, Bookings bookings, Cases cases,
			Numbers numbers, Copies copies, Roles roles, DueDates dueDates, Clock clock) {
		this.proposals = proposals;
		this.table = table;
		this.parts = parts;
		this.bookings = bookings;
		this.cases = cases;
		this.numbers = numbers;
		this.copies = copies;
		this.roles = roles;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	/** A branch-level activity is filed: nobody above the branch approves it. */
	void file(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		this.table.move(activity.id(), Set.of(ActivityStatus.UNDER_REVIEW), ActivityStatus.APPROVED, null);
		this.cases.log(call.caseNumber(), LogEntry.of(Actor.SYSTEM.username(), "FILED", call.element(), null));
	}

	/**
	 * Numbers the activity, books what it needs and invites. Sets {@code startsAt},
	 * {@code endsAt} and {@code readinessAt}; from here on it cannot be withdrawn.
	 */
	void publish(Call call) {
		String caseNumber = call.caseNumber();
		Activity activity = this.table.lockOfCase(caseNumber).orElseThrow();
		CaseValues data = this.proposals.data(caseNumber);
		String number = (activity.number() == null) ? this.numbers.next("HD", 4) : activity.number();
		this.table.publish(activity.id(), number,
				ActivityTable.searchKey(activity) + " " + number.toLowerCase(Locale.ROOT),
				(data.text("approvedAmount") == null) ? null : data.amount("approvedAmount"), this.clock.instant());
		List<UUID> taken = this.bookings.book(activity, data);
		this.cases.write(caseNumber, told(number, data, !taken.isEmpty()), Actor.SYSTEM, call.element());
		call.set("withdrawable", false);
		call.set("readinessAt", Date.from(readiness(activity)));
		call.set("startsAt", Date.from(activity.startsAt()));
		call.set("endsAt", Date.from(activity.endsAt()));
		invite(caseNumber, activity);
	}

	/**
	 * The morning of the working day before, so that the day is left to put right what is
	 * missing.
	 */
	private Instant readiness(Activity activity) {
		LocalDate before = LocalDate.ofInstant(this.dueDates.after(activity.startsAt(), WORKING_DAY_BEFORE),
				Time.OFFICE);
		return before.atTime(OfficeHours.OPEN).atZone(Time.OFFICE).toInstant();
	}

	private static Map<String, Object> told(String number, CaseValues data, boolean taken) {
		var warnings = new ArrayList<>(data.texts("warnings"));
		warnings.remove("RESOURCE_TAKEN");
		if (taken) {
			warnings.add("RESOURCE_TAKEN");
		}
		return Map.of("activityNumber", number, "warnings", warnings);
	}

	/** Liaisons and secretaries of everybody who takes part get a copy of the case. */
	private void invite(String caseNumber, Activity activity) {
		var people = new LinkedHashSet<String>();
		this.parts.of(activity.id())
			.forEach((part) -> Stream.of("liaison@", "secretary@")
				.forEach((role) -> people.addAll(this.roles.holders(role + part.organisation()))));
		this.copies.give(caseNumber, people);
	}

	/** Gives venue and lecturer back; the activity can be withdrawn again. */
	void cancelBookings(Call call) {
		this.table.lockOfCase(call.caseNumber()).ifPresent((activity) -> this.bookings.cancel(activity.id()));
		call.set("withdrawable", true);
	}

	/** The activity will not be held. */
	void announceCancellation(Call call) {
		Activity activity = this.table.lockOfCase(call.caseNumber()).orElseThrow();
		String reason = call.text("cancelReason");
		this.bookings.cancel(activity.id());
		this.table.move(activity.id(), ActivityStatus.AHEAD, ActivityStatus.CANCELLED, reason);
		this.cases.log(call.caseNumber(),
				LogEntry.of(Actor.SYSTEM.username(), "ACTIVITY_CANCELLED", call.element(), reason));
		invite(call.caseNumber(), activity);
	}

}
