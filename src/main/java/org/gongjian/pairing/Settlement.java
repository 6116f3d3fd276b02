package org.gongjian.pairing;

/**
 * What the close-out check laid down for something that was still open when a pairing
 * ended.
 *
 * @param number its number, as {@link OpenMatters.Matter#number()} gave it
 * @param action what becomes of it
 * @param handedTo the code of the organisation that owns it from now on, {@code null}
 * unless it is handed over
 */
public record Settlement(String number, Action action, String handedTo) {

	/** What becomes of it. */
	public enum Action {

		/** It ends with the pairing. */
		CANCEL,

		/** It is still carried through. */
		COMPLETE,

		/** Somebody else owns it from now on. */
		HAND_OVER,

		/** A plaque is recovered. */
		RECALL,

		/** A plaque may hang until the day it was valid to. */
		KEEP_UNTIL_EXPIRY

	}

}
