package org.gongjian.pairing;

import java.util.List;
import java.util.UUID;

/**
 * What an activity did of the project lists of its pairings. Published in the transaction
 * that accepts its record.
 *
 * @param activity its number
 * @param deeds in their order
 */
public record DeedsReported(String activity, List<Deed> deeds) {

	public DeedsReported {
		deeds = List.copyOf(deeds);
	}

	/**
	 * One deed.
	 *
	 * @param item an item of a project list
	 * @param done whether it is done, or else under way
	 */
	public record Deed(UUID item, boolean done) {
	}

}
