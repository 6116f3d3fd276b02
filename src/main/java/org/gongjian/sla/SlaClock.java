package org.gongjian.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clock.
 *
 * @param subject the number of the case it belongs to
 * @param total the time given, office time or elapsed time by the goal, with what was
 * added by extensions
 * @param dueAt when it is due; while it is paused, when it would have been
 * @param latestDue how far it may be extended, or {@code null} if not at all
 * @param pauses in order; the last has no end while the clock is paused
 * @param extensions how often it was extended
 * @param reached per cent of the last stage told, 0 for none, {@link #BREACH} for the
 * last
 * @param remindedAt the last reminder, or {@code null}
 * @param nextAt when the next stage is told, or {@code null} if none is
 * @param endedAt when it was met or cancelled, or {@code null}
 */
public record SlaClock(UUID id, String subject, ClockKind kind, ClockState state, Goal goal, Instant startedAt,
		Duration total, Instant dueAt, Instant latestDue, List<Pause> pauses, int extensions, int reached,
		Instant remindedAt, Instant nextAt, Instant endedAt, int version) {

	/** Stands for the stage after per cents. */
	static final int BREACH = 1000;

	static final int RED = 100;

	public SlaClock {
		pauses = List.copyOf(pauses);
	}

	/** When the pause it is in began, or {@code null}. */
	public Instant pausedAt() {
		return (this.state == ClockState.PAUSED) ? this.pauses.get(this.pauses.size() - 1).from() : null;
	}

	/** The last stage told, or {@code null}. */
	public Stage stage() {
		if (this.reached == 0) {
			return null;
		}
		return stage(this.reached);
	}

	/** Whether what was owed was, or is, late at a moment. */
	public boolean late(Instant now) {
		Instant until = (this.endedAt != null) ? this.endedAt : (this.state == ClockState.PAUSED) ? pausedAt() : now;
		return until.isAfter(this.dueAt);
	}

	static Stage stage(int percent) {
		if (percent == BREACH) {
			return Stage.BREACHED;
		}
		return (percent == RED) ? Stage.RED : Stage.YELLOW;
	}

	SlaClock in(ClockState next, List<Pause> with, Instant ended) {
		return new SlaClock(this.id, this.subject, this.kind, next, this.goal, this.startedAt, this.total, this.dueAt,
				this.latestDue, with, this.extensions, this.reached, this.remindedAt, this.nextAt, ended, this.version);
	}

	SlaClock given(Goal other, Duration length, int extended) {
		return new SlaClock(this.id, this.subject, this.kind, this.state, other, this.startedAt, length, this.dueAt,
				this.latestDue, this.pauses, extended, this.reached, this.remindedAt, this.nextAt, this.endedAt,
				this.version);
	}

	SlaClock due(Instant due, Instant latest) {
		return new SlaClock(this.id, this.subject, this.kind, this.state, this.goal, this.startedAt, this.total, due,
				latest, this.pauses, this.extensions, this.reached, this.remindedAt, this.nextAt, this.endedAt,
				this.version);
	}

	SlaClock told(int percent, Instant reminded, Instant next) {
		return new SlaClock(this.id, this.subject, this.kind, this.state, this.goal, this.startedAt, this.total,
				this.dueAt, this.latestDue, this.pauses, this.extensions, percent, reminded, next, this.endedAt,
				this.version);
	}

}
