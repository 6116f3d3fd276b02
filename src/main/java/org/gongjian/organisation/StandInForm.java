package org.gongjian.organisation;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What somebody types to name a stand-in. */
public record StandInForm(String absent, String username, String from, String to, List<String> processes,
		String reason) {

	private static final String[] NOTHING = { "" };

	public StandInForm {
		processes = (processes == null) ? List.of() : List.copyOf(processes);
	}

	/** What a browser sent, before a session ended. */
	static StandInForm of(Map<String, String[]> sent) {
		UnaryOperator<String> first = (name) -> sent.getOrDefault(name, NOTHING)[0];
		return new StandInForm(first.apply("absent"), first.apply("username"), first.apply("from"), first.apply("to"),
				List.of(sent.getOrDefault("processes", new String[0])), first.apply("reason"));
	}

}
