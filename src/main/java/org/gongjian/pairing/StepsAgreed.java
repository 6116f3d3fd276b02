package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * What the sides of a pairing agreed to do next, at an activity. Published in the
 * transaction that accepts its record.
 *
 * @param source the number of the activity
 * @param organisation the host, who sees to it
 * @param steps in their order
 */
public record StepsAgreed(String source, String organisation, List<Step> steps) {

	public StepsAgreed {
		steps = List.copyOf(steps);
	}

	/**
	 * One step.
	 *
	 * @param action what is to be done
	 * @param owner who said so, in words
	 * @param due until when
	 */
	public record Step(String action, String owner, LocalDate due) {
	}

}
