package org.gongjian.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.calendar.OfficeHours;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.sla.SlaClockTable.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, pauses, extends and ends clocks. Everything joins the caller's transaction; the
 * caller holds the lock of the case.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SlaClocks {

	private final SlaClockTable table;

	private final Reckoning reckoning;

	private final OfficeHours office;

	private final Clock clock;

	SlaClocks(SlaClockTable table, Reckoning reckoning, OfficeHours office, Clock clock) {
		this.table = table;
		this.reckoning = reckoning;
		this.office = office;
		this.clock = clock;
	}

	/** Starts a clock now; one of that kind that is open already stays as it is. */
	public SlaClock start(String subject, ClockKind kind, Goal goal) {
		return open(subject, kind).orElseGet(() -> start(subject, kind, goal, now(), ClockState.RUNNING, List.of()));
	}

	private SlaClock start(String subject, ClockKind kind, Goal goal, Instant since, ClockState state,
			List<Pause> pauses) {
		SlaClock begun = new SlaClock(UUID.randomUUID(), subject, kind, state, goal, since,
				this.reckoning.total(goal.length(), since), since, null, pauses, 0, 0, null, null, null, 0);
		SlaClock planned = this.reckoning.planned(this.reckoning.due(begun));
		this.table.insert(planned, this.reckoning.paused(planned, now()));
		log(planned, "STARTED", null, null, Actor.SYSTEM.username());
		return planned;
	}

	/**
	 * Stops the running clocks of a subject for a while.
	 * @return whether any ran
	 */
	public boolean pause(String subject, PauseReason reason) {
		Instant now = now();
		List<SlaClock> running = locked(subject, ClockState.RUNNING);
		for (SlaClock one : running) {
			Pause pause = new Pause(now, null, reason);
			var pauses = new ArrayList<>(one.pauses());
			pauses.add(pause);
			SlaClock paused = this.reckoning.planned(one.in(ClockState.PAUSED, pauses, null));
			this.table.insert(one.id(), pause);
			keep(paused);
			log(paused, "PAUSED", one.dueAt(), reason.name(), Actor.SYSTEM.username());
		}
		return !running.isEmpty();
	}

	/**
	 * Lets the paused clocks of a subject go on with the time they had left.
	 * @return whether any was paused
	 */
	public boolean resume(String subject) {
		Instant now = now();
		List<SlaClock> paused = locked(subject, ClockState.PAUSED);
		for (SlaClock one : paused) {
			this.table.endPause(one.id(), now);
			SlaClock going = this.reckoning.due(one.in(ClockState.RUNNING, ended(one.pauses(), now), null));
			SlaClock planned = this.reckoning.planned(going.told(going.reached(), now, null));
			keep(planned);
			log(planned, "RESUMED", one.dueAt(), null, Actor.SYSTEM.username());
		}
		return !paused.isEmpty();
	}

	private static List<Pause> ended(List<Pause> pauses, Instant now) {
		return pauses.stream()
			.map((pause) -> (pause.to() == null) ? new Pause(pause.from(), now, pause.reason()) : pause)
			.toList();
	}

	/** What was owed is done. */
	public void met(String subject, ClockKind kind) {
		locked(subject).stream().filter((one) -> one.kind() == kind).forEach((one) -> end(one, ClockState.MET));
	}

	/** Nothing is owed any more. */
	public void cancel(String subject) {
		locked(subject).forEach((one) -> end(one, ClockState.CANCELLED));
	}

	private void end(SlaClock one, ClockState state) {
		Instant now = now();
		this.table.endPause(one.id(), now);
		SlaClock over = one.in(state, ended(one.pauses(), now), now);
		SlaClock due = (one.state() == ClockState.PAUSED) ? this.reckoning.due(over) : over;
		keep(due.told(due.reached(), due.remindedAt(), null));
		log(due, state.name(), one.dueAt(), null, Actor.SYSTEM.username());
	}

	/**
	 * Gives the open clocks of a subject other goals, as if they had had them from the
	 * beginning; their pauses stay. A kind without a goal is cancelled; a kind that has
	 * no clock yet begins when the first open clock began.
	 * @param why shown to whoever asks why it is due then
	 */
	public void change(String subject, Map<ClockKind, Goal> goals, String why) {
		List<SlaClock> open = locked(subject);
		for (SlaClock one : open) {
			Goal goal = goals.get(one.kind());
			if (goal == null) {
				end(one, ClockState.CANCELLED);
				continue;
			}
			Duration total = this.reckoning.total(goal.length(), one.startedAt());
			SlaClock other = this.reckoning.due(one.given(goal, total, one.extensions()));
			SlaClock planned = this.reckoning.planned(other, now());
			keep(planned);
			log(planned, "CHANGED", one.dueAt(), why, Actor.SYSTEM.username());
		}
		List<ClockKind> had = this.table.of(subject).stream().map(SlaClock::kind).toList();
		goals.forEach((kind, goal) -> {
			if (!had.contains(kind)) {
				join(subject, kind, goal, open);
			}
		});
	}

	private void join(String subject, ClockKind kind, Goal goal, List<SlaClock> others) {
		Optional<SlaClock> first = others.stream().min((a, b) -> a.startedAt().compareTo(b.startedAt()));
		start(subject, kind, goal, first.map(SlaClock::startedAt).orElseGet(this::now),
				first.map(SlaClock::state).orElse(ClockState.RUNNING), first.map(SlaClock::pauses).orElse(List.of()));
	}

	/**
	 * What is wrong with an extension to the close of a day, if anything: too many, not
	 * later than now, or beyond the most.
	 */
	@Transactional(readOnly = true)
	public Optional<Violation> extensionProblem(String subject, ClockKind kind, LocalDate newDay) {
		return open(subject, kind).map((one) -> problem(one, newDay))
			.orElse(Optional.of(Violation.of("newDue", "sla.violation.none")));
	}

	private Optional<Violation> problem(SlaClock one, LocalDate newDay) {
		Instant wanted = this.office.close(newDay);
		if (one.latestDue() == null || one.extensions() >= one.goal().extensions()) {
			return Optional.of(Violation.of("newDue", "sla.violation.extensions", one.goal().extensions()));
		}
		if (!wanted.isAfter(one.dueAt()) || !wanted.isAfter(now())) {
			return Optional.of(Violation.of("newDue", "sla.violation.later"));
		}
		return wanted.isAfter(one.latestDue())
				? Optional
					.of(Violation.of("newDue", "sla.violation.latest", this.office.day(one.latestDue()).toString()))
				: Optional.empty();
	}

	/**
	 * Extends a clock to the close of a day.
	 * @param by who approved it
	 * @throws InvalidInput as {@link #extensionProblem} says
	 */
	public SlaClock extend(String subject, ClockKind kind, LocalDate newDay, String reason, String by) {
		SlaClock one = locked(subject).stream()
			.filter((clock) -> clock.kind() == kind)
			.findFirst()
			.orElseThrow(() -> new InvalidInput("newDue", "sla.violation.none"));
		problem(one, newDay).ifPresent((wrong) -> {
			throw new InvalidInput(List.of(wrong));
		});
		Instant now = now();
		Duration rest = this.reckoning.between(one.goal().inWorkingDays(), now, this.office.close(newDay));
		SlaClock longer = one.given(one.goal(), this.reckoning.passed(one, now).plus(rest), one.extensions() + 1);
		SlaClock planned = this.reckoning.planned(this.reckoning.due(longer), now);
		keep(planned);
		log(planned, "EXTENDED", one.dueAt(), reason, by);
		return planned;
	}

	/** The clocks of a subject, in the order they were started. */
	@Transactional(readOnly = true)
	public List<SlaClock> of(String subject) {
		return this.table.of(subject);
	}

	/** The newest clock of a kind. */
	@Transactional(readOnly = true)
	public Optional<SlaClock> find(String subject, ClockKind kind) {
		return of(subject).stream().filter((one) -> one.kind() == kind).reduce((first, second) -> second);
	}

	private Optional<SlaClock> open(String subject, ClockKind kind) {
		return find(subject, kind).filter((one) -> one.state().open());
	}

	private List<SlaClock> locked(String subject, ClockState state) {
		return locked(subject).stream().filter((one) -> one.state() == state).toList();
	}

	private List<SlaClock> locked(String subject) {
		return this.table.lockOpen(subject);
	}

	private void keep(SlaClock one) {
		if (!this.table.update(one, this.reckoning.paused(one, now()))) {
			throw new Overtaken("sla.changed");
		}
	}

	private void log(SlaClock one, String what, Instant before, String detail, String by) {
		this.table.insert(new Entry(one.id(), now(), what, before, one.dueAt(), detail, by));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
