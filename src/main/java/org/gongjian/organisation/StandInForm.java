package org.gongjian.organisation;

import java.util.List;

/** What somebody types to name a stand-in. */
public record StandInForm(String absent, String username, String from, String to, List<String> processes,
		String reason) {

	public StandInForm {
		processes = (processes == null) ? List.of() : List.copyOf(processes);
	}

}
