package org.gongjian.engine;

/**
 * Hears of the life of process instances in the engine's transaction. Implemented by the
 * case file.
 */
public interface CaseSignals {

	/**
	 * The instance of a case is over.
	 * @param endElement the end event with a status that was reached last, or its setting
	 * {@code outcome} where it has one; {@code null} when the instance was cancelled from
	 * outside, {@code withdrawn} when its initiator took it back
	 * @param status that end event's setting {@code status}, or {@code null}
	 */
	void ended(String caseNumber, String endElement, String status);

}
