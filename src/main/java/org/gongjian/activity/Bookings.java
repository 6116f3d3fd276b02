package org.gongjian.activity;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.casefile.CaseValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books venues and lecturers. The row of the resource is locked first, so that two
 * activities never hold it at the same time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Bookings {

	private final ResourceTable resources;

	private final BookingTable table;

	Bookings(ResourceTable resources, BookingTable table) {
		this.resources = resources;
		this.table = table;
	}

	/** The resources a case asks for. */
	static List<UUID> wanted(CaseValues data) {
		return Stream.of(data.id("venue"), data.id("lecturer")).filter(Objects::nonNull).distinct().sorted().toList();
	}

	/** Whether everything wanted is free at the time of the activity. */
	boolean free(Activity activity, CaseValues data) {
		return wanted(data).stream()
			.allMatch((resource) -> this.table
				.overlapping(resource, activity.startsAt(), activity.endsAt(), activity.id())
				.isEmpty());
	}

	/**
	 * Books everything wanted that is free; doing it twice books once.
	 * @return what was taken by somebody else
	 */
	List<UUID> book(Activity activity, CaseValues data) {
		return wanted(data).stream().filter((resource) -> !book(activity, resource)).toList();
	}

	private boolean book(Activity activity, UUID resource) {
		boolean known = this.resources.lock(resource).filter(Resource::canBeBooked).isPresent();
		List<Booking> there = this.table.overlapping(resource, activity.startsAt(), activity.endsAt(), null);
		if (there.stream().anyMatch((booking) -> booking.activity().equals(activity.id()))) {
			return true;
		}
		if (!known || !there.isEmpty()) {
			return false;
		}
		this.table.insert(
				new Booking(UUID.randomUUID(), resource, activity.id(), activity.startsAt(), activity.endsAt(), true));
		return true;
	}

	/** Gives everything back; doing it twice changes nothing. */
	void cancel(UUID activity) {
		this.table.cancel(activity);
	}

}
