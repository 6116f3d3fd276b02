package org.gongjian.pairing;

import java.util.Optional;

/**
 * What eligibility wants to know of a pair and no table of this room says. A higher room
 * contributes it by declaring a bean; without one there are no evaluations and no
 * rectifications.
 */
public interface PairingStanding {

	/**
	 * The grade of the last evaluation.
	 * @param pairing its number
	 * @return EXCELLENT, GOOD, PASS or FAIL
	 */
	Optional<String> lastEvaluation(String pairing);

	/** Whether a plaque of this organisation should have been put right by now. */
	boolean rectificationOverdue(String organisation);

}
