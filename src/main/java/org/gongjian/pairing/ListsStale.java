package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * Nobody has worked on the three lists of a pairing for a quarter. Published once for
 * each quarter, in the transaction that notes it.
 *
 * @param pairing its number
 * @param organisations both sides, who are asked to bring them up to date
 * @param on the day it was found
 */
public record ListsStale(String pairing, List<String> organisations, LocalDate on) {

	public ListsStale {
		organisations = List.copyOf(organisations);
	}

}
