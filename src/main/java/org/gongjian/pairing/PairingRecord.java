package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a register knows of a pairing in a period: activities held, meetings, problems
 * solved. A room contributes it by declaring a bean; whoever weighs a year asks all of
 * them. What no bean tells is unknown, not zero.
 */
public interface PairingRecord {

	/**
	 * What the register knows, empty for nothing.
	 * @param from the first day of the period
	 * @param to the last day of the period
	 */
	List<Measured> measured(Pairing pairing, LocalDate from, LocalDate to);

}
