package org.gongjian.plaque;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongjian.pairing.Measured;

/**
 * How one year of a pairing, or a holder at its renewal, was judged, 考核评价.
 *
 * @param kind ANNUAL or RENEWAL
 * @param organisation whose renewal was scored; {@code null} for the pairing as such
 * @param band by points alone
 * @param grade with the share of excellent ones kept
 * @param violation as the form offers it, NONE for none
 * @param activities confirmed in twelve months, or {@code null} where nobody counted
 * @param reviewers accounts, separated by commas
 */
record Evaluation(UUID id, String pairing, String governmentOrg, String enterpriseOrg, int year, String kind,
		String organisation, String caseNumber, BigDecimal bonus, BigDecimal deduction, BigDecimal total, Grade band,
		Grade grade, String violation, Integer activities, String remark, String reviewers, Instant at) {

	/** Both organisations. */
	public List<String> organisations() {
		return List.of(this.governmentOrg, this.enterpriseOrg);
	}

	/** The four grades. */
	enum Grade {

		/** 优秀. */
		EXCELLENT,

		/** 良好. */
		GOOD,

		/** 合格. */
		PASS,

		/** 不合格. */
		FAIL

	}

	/**
	 * The points for one criterion.
	 *
	 * @param computed what the registers say, or {@code null} where none knows
	 * @param reason why the points are others, or where they come from
	 */
	record Score(Measured.Criterion criterion, int weight, BigDecimal computed, BigDecimal points, String reason) {
	}

}
