package org.gongjian.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The time zones one can choose. */
@Component
class Zones {

	private static final List<String> OFFERED = List.of("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Tokyo",
			"Asia/Seoul", "Asia/Singapore", "Asia/Bangkok", "Asia/Dhaka", "Asia/Kolkata", "Asia/Karachi", "Asia/Dubai",
			"Asia/Tehran", "Europe/Moscow", "Europe/Athens", "Europe/Berlin", "Europe/London", "Africa/Cairo",
			"Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Atlantic/Azores", "America/Sao_Paulo",
			"America/Halifax", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
			"America/Anchorage", "Pacific/Honolulu", "Pacific/Pago_Pago", "Australia/Perth", "Australia/Adelaide",
			"Australia/Sydney", "Pacific/Auckland", "Pacific/Kiritimati", "UTC");

	private final Clock clock;

	Zones(Clock clock) {
		this.clock = clock;
	}

	/** A zone with its name and its distance from UTC today. */
	record Choice(String id, String label) {
	}

	/** All zones offered, from west to east, with the one in use. */
	List<Choice> offered(ZoneId inUse) {
		Stream<String> own = Stream.ofNullable(inUse).map(ZoneId::getId);
		return Stream.concat(OFFERED.stream(), own)
			.distinct()
			.map(ZoneId::of)
			.sorted(Comparator
				.comparing((ZoneId zone) -> zone.getRules().getOffset(this.clock.instant()).getTotalSeconds())
				.thenComparing(ZoneId::getId))
			.map((zone) -> new Choice(zone.getId(), label(zone)))
			.toList();
	}

	/** The zone with a name, if there is one. */
	static Optional<ZoneId> of(String id) {
		return Optional.ofNullable(id).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
	}

	private String label(ZoneId zone) {
		String offset = zone.getRules().getOffset(this.clock.instant()).getId();
		return zone.getId().equals("UTC") ? "UTC"
				: "UTC" + (offset.equals("Z") ? "±00:00" : offset) + " " + zone.getId().replace('_', ' ');
	}

}
