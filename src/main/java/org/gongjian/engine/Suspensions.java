package org.gongjian.engine;

import java.time.Instant;
import java.util.Optional;

/** Processes that are suspended: no case of them begins, and those that run are held. */
public interface Suspensions {

	/** Why a process is suspended; empty when it is not. */
	Optional<Suspension> of(String process);

	/**
	 * A process that is suspended.
	 *
	 * @param by the administrator who did it
	 */
	record Suspension(String process, String reason, String by, Instant at) {
	}

}
