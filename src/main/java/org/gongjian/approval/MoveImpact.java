package org.gongjian.approval;

import java.time.Instant;
import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * What moving a case to another version does to those who have to do with it.
 *
 * @param tasks its open tasks, before or after
 * @param timers its timers that do not run on as they were
 */
public record MoveImpact(List<Task> tasks, List<Timer> timers) {

	/** Nothing known: the case was not moved. */
	public static final MoveImpact NONE = new MoveImpact(List.of(), List.of());

	public MoveImpact {
		tasks = List.copyOf(tasks);
		timers = List.copyOf(timers);
	}

	/** What becomes of a task. */
	public enum Fate {

		/** It stays open. */
		STAYS,

		/** It is open after the move only. */
		CREATED,

		/** It is open before the move only. */
		TAKEN

	}

	/**
	 * One task.
	 *
	 * @param name of its step, in the version it is moved to
	 * @param asked user names of those who have it after the move
	 * @param lose user names of those who had it and do not have it any more
	 * @param gain user names of those who did not have it
	 */
	public record Task(String step, Bilingual name, Fate fate, List<String> asked, List<String> lose,
			List<String> gain) {

		public Task {
			asked = List.copyOf(asked);
			lose = List.copyOf(lose);
			gain = List.copyOf(gain);
		}

	}

	/**
	 * One timer.
	 *
	 * @param before when it would have fired, or {@code null} where it is new
	 * @param after when it fires now, or {@code null} where it is gone
	 */
	public record Timer(String element, Bilingual name, Instant before, Instant after) {
	}

}
