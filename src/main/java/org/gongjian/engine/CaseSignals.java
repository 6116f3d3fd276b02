package org.gongjian.engine;

/**
 * Hears of the life of process instances in the engine's transaction. Implemented by the
 * case file.
 */
public interface CaseSignals {

	/**
	 * An instance reached an end event that is the last of it, or was cancelled.
	 * @param endElement the end event, or {@code null} when it was cancelled from outside
	 */
	void ended(String caseNumber, String endElement);

}
