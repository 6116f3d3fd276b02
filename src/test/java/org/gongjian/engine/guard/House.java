package org.gongjian.engine.guard;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stand-ins for what the house offers to diagrams. */
final class House {

	static final Map<String, Object> FUNCTIONS = Map.of("workCalendar", new WorkCalendar(), "approvers",
			new Approvers(), "approval", new Approval());

	static final Map<String, JavaDelegate> STEPS = new HashMap<>();

	static {
		Corpus.STEPS.forEach((name) -> STEPS.put(name, (execution) -> execution.setVariable("ran_" + name, true)));
	}

	private House() {
	}

	public static class WorkCalendar {

		public Date dueIn(String duration) {
			return new Date(4_000_000_000_000L);
		}

	}

	public static class Approvers {

		public List<String> of(DelegateExecution execution) {
			return List.of("party-head", "finance");
		}

	}

	public static class Approval {

		public boolean done(DelegateExecution execution) {
			return "REJECT".equals(execution.getVariable("decision"));
		}

	}

}
