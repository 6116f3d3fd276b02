package org.gongjian.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts working days by the State Council's calendar, with its make-up days. A year
 * nobody has imported yet is counted Monday to Friday, and every such count is warned of:
 * in the log, and on pages that ask {@link #known(LocalDate)}.
 */
@Service
public class WorkingDays {

	private static final Logger logger = LoggerFactory.getLogger(WorkingDays.class);

	private static final int FURTHEST = 2000;

	private final CalendarTable table;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final LoadingCache<String, Days> days;

	private final Map<Integer, LocalDate> warned = new ConcurrentHashMap<>();

	WorkingDays(CalendarTable table, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.events = events;
		this.clock = clock;
		this.days = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(1))
			.build((key) -> Days.of(this.table.all()));
	}

	/** Whether offices are open on that day. */
	public boolean working(LocalDate date) {
		Days known = days();
		CalendarDay day = known.byDate().get(date);
		if (day != null && known.years().contains(date.getYear())) {
			return day.type().worked();
		}
		warn(date.getYear(), known);
		return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

	/**
	 * The working day that many working days after a day, which itself is not counted; 0
	 * gives the day itself or, when offices are closed, the next working day.
	 * @param count may be negative
	 * @throws IllegalArgumentException beyond 2,000 working days
	 */
	public LocalDate plus(LocalDate from, int count) {
		if (Math.abs(count) > FURTHEST) {
			throw new IllegalArgumentException("More than " + FURTHEST + " working days: " + count);
		}
		LocalDate date = from;
		if (count == 0) {
			while (!working(date)) {
				date = date.plusDays(1);
			}
			return date;
		}
		int step = Integer.signum(count);
		for (int left = Math.abs(count); left > 0;) {
			date = date.plusDays(step);
			if (working(date)) {
				left--;
			}
		}
		return date;
	}

	/**
	 * How many working days lie after one day up to and with another; may be negative.
	 */
	public int between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			return -between(to, from);
		}
		int count = 0;
		for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
			if (working(date)) {
				count++;
			}
		}
		return count;
	}

	/**
	 * Whether the official calendar of that day's year is there; if not, counting is only
	 * Monday to Friday and a page should say so.
	 */
	public boolean known(LocalDate date) {
		return days().years().contains(date.getYear());
	}

	/** The last day of the official calendar, or {@code null} without any. */
	public LocalDate knownUntil() {
		NavigableSet<Integer> years = days().years();
		return years.isEmpty() ? null : LocalDate.of(years.last(), 12, 31);
	}

	/** The years known in full. */
	public List<Integer> years() {
		return List.copyOf(days().years());
	}

	/** The known days of a year. */
	public List<CalendarDay> year(int year) {
		return List
			.copyOf(days().byDate().subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true).values());
	}

	/**
	 * Replaces whole years.
	 * @param whole every day of one or more years
	 */
	@Transactional
	void replace(List<CalendarDay> whole, String by) {
		NavigableSet<Integer> years = new TreeSet<>();
		whole.forEach((day) -> years.add(day.date().getYear()));
		years.forEach((year) -> this.table.remove(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
		whole.forEach(this.table::insert);
		this.events.publishEvent(new CalendarImported(List.copyOf(years), by));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				WorkingDays.this.days.invalidateAll();
				WorkingDays.this.warned.clear();
			}

		});
	}

	private Days days() {
		return this.days.get("all");
	}

	private void warn(int year, Days known) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		if (!today.equals(this.warned.put(year, today))) {
			logger.warn("The working days of {} are not known (known years: {}); counted Monday to Friday."
					+ " Import the calendar of that year under /admin/calendar.", year, known.years());
		}
	}

	private record Days(NavigableMap<LocalDate, CalendarDay> byDate, NavigableSet<Integer> years) {

		static Days of(List<CalendarDay> all) {
			NavigableMap<LocalDate, CalendarDay> byDate = new TreeMap<>();
			Map<Integer, Integer> counts = new TreeMap<>();
			for (CalendarDay day : all) {
				byDate.put(day.date(), day);
				counts.merge(day.date().getYear(), 1, Integer::sum);
			}
			NavigableSet<Integer> years = new TreeSet<>();
			counts.forEach((year, count) -> {
				if (count == Year.of(year).length()) {
					years.add(year);
				}
			});
			return new Days(byDate, years);
		}

	}

}
