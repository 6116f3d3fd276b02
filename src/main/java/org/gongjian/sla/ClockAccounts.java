package org.gongjian.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.calendar.CalendarDay;
import org.gongjian.calendar.DayType;
import org.gongjian.calendar.OfficeHours;
import org.gongjian.calendar.WorkingDays;
import org.gongjian.sla.SlaClockTable.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains clocks: the days counted and left out, pauses, extensions, what was told. */
@Service
@Transactional(readOnly = true)
public class ClockAccounts {

	private final SlaClockTable table;

	private final Reckoning reckoning;

	private final OfficeHours office;

	private final WorkingDays calendar;

	private final Clock clock;

	ClockAccounts(SlaClockTable table, Reckoning reckoning, OfficeHours office, WorkingDays calendar, Clock clock) {
		this.table = table;
		this.reckoning = reckoning;
		this.office = office;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** The clocks of a subject, explained, in the order they were started. */
	public List<ClockAccount> of(String subject) {
		Map<UUID, List<Entry>> entries = this.table.entries(subject)
			.stream()
			.collect(Collectors.groupingBy(Entry::clock));
		return this.table.of(subject)
			.stream()
			.map((one) -> account(one, entries.getOrDefault(one.id(), List.of())))
			.toList();
	}

	private ClockAccount account(SlaClock one, List<Entry> entries) {
		Instant now = this.clock.instant();
		Instant until = (one.endedAt() == null) ? now : one.endedAt();
		List<ClockAccount.Day> days = one.goal().inWorkingDays() ? days(one) : List.of();
		return new ClockAccount(one, one.late(now), Reckoning.BREACH_DAYS, this.reckoning.paused(one, until),
				one.total().minus(this.reckoning.passed(one, until)), days,
				entries.stream()
					.map((entry) -> new ClockAccount.Happened(entry.at(), entry.what(), entry.dueBefore(),
							entry.dueAfter(), entry.detail(), entry.actor()))
					.toList(),
				days.stream().allMatch((day) -> day.type() != null));
	}

	private List<ClockAccount.Day> days(SlaClock one) {
		LocalDate first = this.office.day(one.startedAt());
		LocalDate last = this.office.day(one.dueAt());
		Map<LocalDate, CalendarDay> known = new HashMap<>();
		for (int year = first.getYear(); year <= last.getYear(); year++) {
			if (this.calendar.known(LocalDate.of(year, 1, 1))) {
				known.putAll(this.calendar.year(year)
					.stream()
					.collect(Collectors.toMap(CalendarDay::date, Function.identity())));
			}
		}
		var days = new ArrayList<ClockAccount.Day>();
		for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
			CalendarDay official = known.get(day);
			Duration all = this.office.on(day, one.startedAt(), one.dueAt());
			Duration paused = paused(one, day);
			DayType type = (official == null) ? null : official.type();
			days.add(new ClockAccount.Day(day, type, (official == null) ? null : official.name(), all.minus(paused),
					day.equals(first), !paused.isZero()));
		}
		return days;
	}

	/** The office time of a day between start and due date that was taken by pauses. */
	private Duration paused(SlaClock one, LocalDate day) {
		return one.pauses().stream().filter((pause) -> pause.to() != null).map((pause) -> {
			Instant from = pause.from().isBefore(one.startedAt()) ? one.startedAt() : pause.from();
			Instant to = pause.to().isAfter(one.dueAt()) ? one.dueAt() : pause.to();
			return this.office.on(day, from, to);
		}).reduce(Duration.ZERO, Duration::plus);
	}

}
