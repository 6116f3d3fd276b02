package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.gongjian.shared.Time;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms that who may act for a slot has changed. */
@Component
@Transactional
class RoleTidings {

	private final AssignmentTable table;

	private final RoleDayTable days;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RoleTidings(AssignmentTable table, RoleDayTable days, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.days = days;
		this.events = events;
		this.clock = clock;
	}

	/** Tells other rooms that a person's account or state changed. */
	void tellOf(Person before, Person after) {
		Set<String> slots = slots(this.table.ofPerson(after.id()));
		for (Person person : List.of(before, after)) {
			if (person.username() != null) {
				slots.add(Roles.USER + person.username());
			}
		}
		this.events.publishEvent(new RolesChanged(slots));
	}

	/** Tells other rooms which roles began or ended because days went by. */
	void daysWentBy() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		Optional<LocalDate> toldTo = this.days.toldTo();
		if (toldTo.isEmpty()) {
			this.days.insertToldTo(today);
		}
		else if (toldTo.get().isBefore(today) && this.days.moveToldTo(toldTo.get(), today)) {
			tell(this.days.turning(toldTo.get(), today));
		}
	}

	/** Tells other rooms that who holds these has changed. */
	void tell(List<Assignment> assignments) {
		if (!assignments.isEmpty()) {
			this.events.publishEvent(new RolesChanged(slots(assignments)));
		}
	}

	/** The slots of assignments and of those that stand in for them. */
	private Set<String> slots(Collection<Assignment> assignments) {
		Set<String> slots = new TreeSet<>();
		for (Assignment assignment : assignments) {
			slots.add(assignment.slot());
			this.table.deputies(assignment.id()).forEach((deputy) -> slots.add(deputy.slot()));
		}
		return slots;
	}

}
