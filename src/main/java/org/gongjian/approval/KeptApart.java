package org.gongjian.approval;

import java.util.Map;

/**
 * Keeps values of a start form out of the case, whose record can never be changed, such
 * as the phone number of a person. A room implements it for its own process.
 */
public interface KeptApart {

	/** The process whose start form it concerns. */
	String process();

	/**
	 * Keeps what must not stand in the case, in the caller's transaction.
	 * @param values what was filled in
	 * @return what the case keeps instead
	 */
	Map<String, Object> apart(String caseNumber, Map<String, Object> values);

}
