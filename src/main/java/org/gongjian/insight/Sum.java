package org.gongjian.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the rows of a basis come to.
 *
 * @param code the basis
 * @param group which of its groups, or {@code null}
 * @param many how many rows
 * @param hits how many of them are so
 * @param middle the middle of their amounts
 * @param total their amounts together
 * @param weight what they weigh together
 */
record Sum(String code, String group, long many, long hits, BigDecimal middle, BigDecimal total, long weight) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static Sum none(String code, String group) {
		return new Sum(code, group, 0, 0, null, null, 0);
	}

	/** The figure; {@code null} of nothing. */
	public BigDecimal value(Basis.Sort sort) {
		return switch (sort) {
			case COUNT -> BigDecimal.valueOf(this.many);
			case SHARE -> (this.many == 0) ? null
					: BigDecimal.valueOf(this.hits)
						.multiply(HUNDRED)
						.divide(BigDecimal.valueOf(this.many), 0, RoundingMode.HALF_UP);
			case MEDIAN -> (this.middle == null) ? null : this.middle.setScale(1, RoundingMode.HALF_UP);
			case MEAN -> (this.total == null || this.weight == 0) ? null
					: this.total.divide(BigDecimal.valueOf(this.weight), 2, RoundingMode.HALF_UP);
		};
	}

}
