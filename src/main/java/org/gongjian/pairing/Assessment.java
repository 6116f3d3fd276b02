package org.gongjian.pairing;

import java.util.List;

/**
 * Whether a pairing may be proposed.
 *
 * @param eligibility ELIGIBLE, WAIVER or INELIGIBLE
 * @param reasons the codes of the rules that apply
 */
record Assessment(String eligibility, List<String> reasons) {

	static final String ELIGIBLE = "ELIGIBLE";

	static final String WAIVER = "WAIVER";

	static final String INELIGIBLE = "INELIGIBLE";

	boolean eligible() {
		return !this.eligibility.equals(INELIGIBLE);
	}

	boolean waiver() {
		return this.eligibility.equals(WAIVER);
	}

}
