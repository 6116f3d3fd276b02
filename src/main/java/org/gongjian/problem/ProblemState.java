package org.gongjian.problem;

import java.util.Arrays;
import java.util.Optional;

/** Where a problem stands. */
enum ProblemState {

	REGISTERED("task-triage"), WAITING_REPORTER("task-provide-info"), ACCEPTED("task-dispatch"),
	L1_HANDLING("task-branch-handle", "task-discipline-handle"), DISPATCHED("task-sign-off", "task-adjudicate"),
	HANDLING("task-plan", "task-result"), RESULT_REVIEW("task-result-review"), REPLIED("task-enterprise-confirm"),
	CONFIRMED("task-return-visit"), VISITED, ESCALATED_L3("task-l3-chair"), ESCALATED_L4("task-leader-charge"),
	ESCALATED_L5("task-city-referral"), DISPUTE("task-dispute-panel"),
	PARKED("task-parked-review", "task-sign-parking"), CLOSED_RESOLVED, CLOSED_EXPLAINED, CLOSED_OUT_OF_SCOPE,
	CLOSED_DUPLICATE, CLOSED_WITHDRAWN, CLOSED_NO_RESPONSE;

	private final String[] steps;

	ProblemState(String... steps) {
		this.steps = steps;
	}

	public boolean closed() {
		return name().startsWith("CLOSED_");
	}

	/** The state a step stands for when it opens. */
	static Optional<ProblemState> atStep(String step) {
		return Arrays.stream(values()).filter((state) -> Arrays.asList(state.steps).contains(step)).findFirst();
	}

	/** The state a case that ended so leaves behind. */
	static ProblemState ended(String outcome, String status) {
		return Arrays.stream(values())
			.filter((state) -> state.name().equals("CLOSED_" + outcome))
			.findFirst()
			.orElse(status.equals("completed") ? CLOSED_RESOLVED : CLOSED_WITHDRAWN);
	}

	static ProblemState of(String name) {
		return Arrays.stream(values()).filter((state) -> state.name().equals(name)).findFirst().orElse(null);
	}

}
