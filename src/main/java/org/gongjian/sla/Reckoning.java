package org.gongjian.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.gongjian.calendar.OfficeHours;
import org.springframework.stereotype.Component;

/**
 * Reckons with time. What passes in a pause does not count: a moment of a clock is where
 * so much of its own time, office time or elapsed time, has passed outside its pauses.
 */
@Component
class Reckoning {

	static final int BREACH_DAYS = 2;

	private static final int HUNDRED = 100;

	private final OfficeHours office;

	Reckoning(OfficeHours office) {
		this.office = office;
	}

	/** The next stage of a clock and when it is told. */
	record Mark(Stage stage, int percent, Instant at) {
	}

	/** The time a length gives from a start on. */
	Duration total(String length, Instant start) {
		return Goal.days(length) ? this.office.between(start, this.office.afterDays(start, Goal.count(length)))
				: Duration.parse(length);
	}

	/** The clock with its due date by its total and its pauses. */
	SlaClock due(SlaClock clock) {
		boolean days = clock.goal().inWorkingDays();
		Instant due = moment(days, clock.startedAt(), clock.total(), clock.pauses());
		String most = clock.goal().most();
		return clock.due(due, (most == null) ? null
				: moment(true, clock.startedAt(), total(most, clock.startedAt()), clock.pauses()));
	}

	/** The time of a clock that has passed by a moment. */
	Duration passed(SlaClock clock, Instant now) {
		Duration sum = Duration.ZERO;
		Instant from = clock.startedAt();
		for (Pause pause : clock.pauses()) {
			sum = sum.plus(between(clock.goal().inWorkingDays(), from, pause.from()));
			if (pause.to() == null) {
				return sum;
			}
			from = pause.to();
		}
		return sum.plus(between(clock.goal().inWorkingDays(), from, now));
	}

	/** The time of a clock's pauses by a moment, in its own measure. */
	Duration paused(SlaClock clock, Instant now) {
		return clock.pauses()
			.stream()
			.map((pause) -> between(clock.goal().inWorkingDays(), pause.from(),
					(pause.to() == null) ? now : pause.to()))
			.reduce(Duration.ZERO, Duration::plus);
	}

	Duration between(boolean days, Instant from, Instant to) {
		return days ? this.office.between(from, to) : Duration.between(from, to);
	}

	/**
	 * The clock with its next stage planned, after its due date was moved: stages that
	 * lie in the future again are told again.
	 */
	SlaClock planned(SlaClock clock, Instant now) {
		int reached = 0;
		for (int percent : percents(clock)) {
			if (percent <= clock.reached() && !at(clock, percent).isAfter(now)) {
				reached = percent;
			}
		}
		return planned(clock.told(reached, clock.remindedAt(), null));
	}

	/** The clock with its next stage planned. */
	SlaClock planned(SlaClock clock) {
		return clock.told(clock.reached(), clock.remindedAt(), next(clock).map(Mark::at).orElse(null));
	}

	/** What a running clock tells next. */
	Optional<Mark> next(SlaClock clock) {
		if (clock.state() != ClockState.RUNNING) {
			return Optional.empty();
		}
		Optional<Mark> stage = percents(clock).stream()
			.filter((percent) -> percent > clock.reached())
			.findFirst()
			.map((percent) -> new Mark(SlaClock.stage(percent), percent, at(clock, percent)));
		return reminder(clock).filter((mark) -> stage.isEmpty() || mark.at().isBefore(stage.get().at()))
			.or(() -> stage);
	}

	private Optional<Mark> reminder(SlaClock clock) {
		Duration every = clock.goal().reminders();
		if (every == null || clock.reached() >= SlaClock.RED) {
			return Optional.empty();
		}
		Instant last = (clock.remindedAt() == null) ? clock.startedAt() : clock.remindedAt();
		return Optional.of(new Mark(Stage.REMINDER, clock.reached(), last.plus(every)))
			.filter((mark) -> mark.at().isBefore(clock.dueAt()));
	}

	private static TreeSet<Integer> percents(SlaClock clock) {
		var all = new TreeSet<Integer>(clock.goal().warnings());
		all.addAll(List.of(SlaClock.RED, SlaClock.BREACH));
		return all;
	}

	private Instant at(SlaClock clock, int percent) {
		if (percent == SlaClock.BREACH) {
			Duration days = OfficeHours.DAY.multipliedBy(BREACH_DAYS);
			return moment(true, clock.dueAt(), days, clock.pauses());
		}
		Duration part = clock.total().multipliedBy(percent).dividedBy(HUNDRED);
		return (percent == SlaClock.RED) ? clock.dueAt()
				: moment(clock.goal().inWorkingDays(), clock.startedAt(), part, clock.pauses());
	}

	private Instant moment(boolean days, Instant start, Duration length, List<Pause> pauses) {
		Instant from = start;
		Duration left = length;
		for (Pause pause : pauses) {
			if (pause.to() == null || !pause.to().isAfter(from)) {
				continue;
			}
			Duration before = pause.from().isAfter(from) ? between(days, from, pause.from()) : Duration.ZERO;
			if (before.compareTo(left) >= 0) {
				break;
			}
			left = left.minus(before);
			from = pause.to();
		}
		return days ? this.office.plus(from, left) : from.plus(left);
	}

}
