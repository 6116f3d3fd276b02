package org.gongjian.engine;

import java.util.Map;

/**
 * Starts, informs and ends process instances. Every call joins the caller's transaction.
 */
public interface Processes {

	/**
	 * Starts an instance of the newest version.
	 * @param process the process key
	 * @param caseNumber becomes the business key
	 * @param facts the process variables to start with: text, numbers, booleans, dates
	 */
	Started start(String process, String caseNumber, Map<String, Object> facts);

	/**
	 * Starts an instance of the newest version of the process that begins with a message.
	 * @param message the name of the message of a start event
	 */
	Started startBy(String message, String caseNumber, Map<String, Object> facts);

	/**
	 * Delivers a message to the instance of a case.
	 * @return whether it waited for it; false changes nothing
	 */
	boolean deliver(String message, String caseNumber, Map<String, Object> facts);

	/**
	 * Whether the initiator of a case can withdraw it: its instance waits for that
	 * message, or its diagram draws none and no service task has run.
	 */
	boolean canBeWithdrawn(String caseNumber);

	/** Delivers that message, or ends the instance where none is drawn. */
	void withdraw(String caseNumber);

	/** The process variables of a running case. */
	Map<String, Object> facts(String caseNumber);

	/** Sets process variables of a running case. */
	void setFacts(String caseNumber, Map<String, Object> facts);

	/** What was started. */
	record Started(String instance, String definition, int version) {
	}

}
