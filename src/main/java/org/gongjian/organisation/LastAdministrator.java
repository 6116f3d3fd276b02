package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** There is always a system administrator: nobody else could name one. */
@Component
class LastAdministrator {

	private final AssignmentTable table;

	private final PersonTable people;

	private final Clock clock;

	LastAdministrator(AssignmentTable table, PersonTable people, Clock clock) {
		this.table = table;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Refuses to take the last one away.
	 * @param assignment what is taken away
	 * @param leaving the person who leaves with everything held, or {@code null}
	 * @throws InvalidInput at the field
	 */
	void keep(Assignment assignment, String field, UUID leaving) {
		if (assignment.role() != Role.SYS_ADMIN || !assignment.on(today())) {
			return;
		}
		boolean last = this.table.page("%", Role.SYS_ADMIN.id(), null, "current", today(), 0, 100)
			.stream()
			.filter((other) -> !other.id().equals(assignment.id()) && !other.person().equals(leaving))
			.map((other) -> this.people.find(other.person()).orElseThrow())
			.noneMatch((person) -> person.active() && person.username() != null);
		if (last) {
			throw new InvalidInput(field, "organisation.violation.last-administrator");
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
