package org.gongjian.casefile;

import java.util.Map;

/**
 * Something of a case changed; published in the transaction that changes it.
 *
 * @param file the case as it is now; its data may be newer than its revision
 * @param values the fields written and what they hold now, {@code null} for those removed
 * @param title whether it is called otherwise
 * @param parties whether it concerns other organisations
 */
public record CaseChanged(CaseFile file, Map<String, Object> values, boolean title, boolean parties) {

	static CaseChanged parties(CaseFile file) {
		return new CaseChanged(file, Map.of(), false, true);
	}

}
