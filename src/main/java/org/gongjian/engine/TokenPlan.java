package org.gongjian.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a return does to the tokens of an instance, computed before it is done.
 *
 * @param target the step that opens again
 * @param scope the running part of the instance in which that happens
 * @param cancelled the steps whose tokens are taken away, those inside sub-processes too
 * @param kept the steps that are open and stay so
 * @param ahead everything the case can come to again from there, in sub-processes too
 * @param waiting the joins that get a token for each branch that need not be gone again
 * @param inside the same for joins in sub-processes that are entered again
 * @param tokens the ids of what is cancelled
 * @param moving likewise, of tokens on their way to an element
 */
public record TokenPlan(String target, String scope, List<String> cancelled, List<String> kept, Set<String> ahead,
		List<String> waiting, List<String> inside, List<String> tokens, List<String> moving) {

	/** Why a return cannot be done. */
	public enum Refusal {

		/** There is no such step in this version of the diagram. */
		UNKNOWN,

		/** The step does not lie before the one that is open. */
		NOT_BEFORE,

		/** The step is inside a part that ran once per row and is over. */
		RUNS_OVER,

		/** The step is inside a part that only an event can start. */
		BY_EVENT

	}

	/**
	 * What came of working a return out.
	 *
	 * @param plan empty where it cannot be done
	 * @param refusal why not, or {@code null}
	 */
	public record Planned(Optional<TokenPlan> plan, Refusal refusal) {
	}

	/** A return that cannot be done. */
	static class Impossible extends RuntimeException {

		private final Refusal refusal;

		Impossible(Refusal refusal) {
			super(refusal.name());
			this.refusal = refusal;
		}

		Refusal refusal() {
			return this.refusal;
		}

	}
}
