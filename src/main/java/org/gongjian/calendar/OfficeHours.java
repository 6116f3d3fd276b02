package org.gongjian.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

import org.gongjian.shared.GongjianProperties;
import org.gongjian.shared.Time;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Office time: 08:00 to 12:00 and 14:30 to 17:30 on working days, 15:00 to 18:00 in the
 * summer season where there is one; seven hours a day all year. Every length is elapsed
 * time, so a day on which clocks are put forward or back counts what it has.
 */
@Component
public class OfficeHours {

	/** When the office opens. */
	public static final LocalTime OPEN = LocalTime.of(8, 0);

	/** When the office closes, out of the summer season. */
	public static final LocalTime CLOSE = LocalTime.of(17, 30);

	/** The office time of an ordinary working day. */
	public static final Duration DAY = Duration.ofHours(7);

	private static final Shift MORNING = new Shift(OPEN, LocalTime.of(12, 0));

	private static final Shift AFTERNOON = new Shift(LocalTime.of(14, 30), CLOSE);

	private static final Shift SUMMER_AFTERNOON = new Shift(LocalTime.of(15, 0), LocalTime.of(18, 0));

	private static final int FURTHEST = 4000;

	private final Predicate<LocalDate> working;

	private final ZoneId zone;

	private final SummerSeason summer;

	@Autowired
	OfficeHours(WorkingDays days, GongjianProperties properties) {
		this(days::working, Time.OFFICE, SummerSeason.of(properties.office().summer()));
	}

	/** Office hours of another calendar in another zone, without a summer season. */
	public OfficeHours(Predicate<LocalDate> working, ZoneId zone) {
		this(working, zone, SummerSeason.NONE);
	}

	OfficeHours(Predicate<LocalDate> working, ZoneId zone, SummerSeason summer) {
		this.working = working;
		this.zone = zone;
		this.summer = summer;
	}

	/** The day a moment belongs to where the office is. */
	public LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.zone);
	}

	/** When the office closes on a day, and a period of working days ends. */
	public Instant close(LocalDate day) {
		return day.atTime(afternoon(day).to()).atZone(this.zone).toInstant();
	}

	/** Whether somebody is at the office at that moment. */
	public boolean open(Instant at) {
		return shifts(day(at)).stream().anyMatch((shift) -> !at.isBefore(shift.from()) && at.isBefore(shift.to()));
	}

	/**
	 * When the office closes on the working day so many working days later; the day of
	 * the start is not counted.
	 * @param count not negative
	 */
	public Instant afterDays(Instant start, int count) {
		LocalDate day = day(start);
		for (int left = count; left > 0 || !this.working.test(day);) {
			day = day.plusDays(1);
			if (this.working.test(day)) {
				left--;
			}
		}
		return close(day);
	}

	/** The office time between two moments, negative when the second is earlier. */
	public Duration between(Instant from, Instant to) {
		if (to.isBefore(from)) {
			return between(to, from).negated();
		}
		Duration sum = Duration.ZERO;
		for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
			sum = sum.plus(on(day, from, to));
		}
		return sum;
	}

	/** The office time of one day that lies between two moments. */
	public Duration on(LocalDate day, Instant from, Instant to) {
		return shifts(day).stream().map((shift) -> shift.within(from, to)).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * The first moment at which so much office time has passed since another.
	 * @param length not negative
	 * @throws IllegalArgumentException beyond about eleven years
	 */
	public Instant plus(Instant from, Duration length) {
		Duration left = length;
		LocalDate day = day(from);
		for (int days = 0; !left.isZero() && days < FURTHEST; days++) {
			for (Shift.At shift : shifts(day)) {
				Duration here = shift.within(from, Instant.MAX);
				if (left.compareTo(here) <= 0) {
					return (shift.from().isAfter(from) ? shift.from() : from).plus(left);
				}
				left = left.minus(here);
			}
			day = day.plusDays(1);
		}
		if (!left.isZero()) {
			throw new IllegalArgumentException("Too much office time: " + length);
		}
		return from;
	}

	private List<Shift.At> shifts(LocalDate day) {
		return this.working.test(day) ? List.of(MORNING.on(day, this.zone), afternoon(day).on(day, this.zone))
				: List.of();
	}

	private Shift afternoon(LocalDate day) {
		return this.summer.has(day) ? SUMMER_AFTERNOON : AFTERNOON;
	}

	private record Shift(LocalTime from, LocalTime to) {

		At on(LocalDate day, ZoneId zone) {
			return new At(day.atTime(this.from).atZone(zone).toInstant(), day.atTime(this.to).atZone(zone).toInstant());
		}

		private record At(Instant from, Instant to) {

			Duration within(Instant begin, Instant end) {
				Instant first = begin.isAfter(this.from) ? begin : this.from;
				Instant last = end.isBefore(this.to) ? end : this.to;
				return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
			}

		}

	}

}
