package org.gongjian.engine;

import java.util.List;
import java.util.function.Function;

/**
 * Says for which slots a node asks. A slot is one decision to be made:
 * {@code party-officer} (anybody of that role of the zone), {@code gov-secretary@G02}
 * (that role of an organisation), {@code secretary@E03} and {@code liaison@E03} (of
 * either side) or {@code user:anna}. Implemented by the organisation room.
 */
public interface Assignees {

	/**
	 * The slots of a node, without doubles and never empty: when nobody is meant the
	 * process administrators are.
	 * @param who the node's setting, such as
	 * {@code gov-secretary@governmentOrg, ent-secretary@enterpriseOrg}: the part behind @
	 * is a process variable that holds one or more organisation codes, separated by
	 * commas; {@code initiator} and {@code person:variable} are people;
	 * {@code role:variable} is the role that a process variable names;
	 * {@code each:variable} is every value in it, for a sub-process that runs for each
	 * @param facts the process variables
	 */
	List<String> slots(String who, Function<String, Object> facts);

	/** Whether anybody can act for a slot today. */
	default boolean anybody(String slot) {
		return true;
	}

}
