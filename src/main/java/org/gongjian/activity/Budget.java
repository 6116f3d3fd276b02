package org.gongjian.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.gongjian.casefile.CaseValues;

/**
 * The rows of a budget or of actual costs.
 */
record Budget(List<CaseValues> rows) {

	private static final int PERCENT = 100;

	/** The sum in yuan. */
	BigDecimal total() {
		return this.rows.stream().map(Budget::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The sum of one item. */
	BigDecimal total(String item) {
		return of(item).stream().map(Budget::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The highest unit price of an item. */
	BigDecimal highestPrice(String item) {
		return of(item).stream().map((row) -> row.amount("unitPrice")).reduce(BigDecimal.ZERO, BigDecimal::max);
	}

	private List<CaseValues> of(String item) {
		return this.rows.stream().filter((row) -> item.equals(row.text("item"))).toList();
	}

	/** What a row comes to: quantity times unit price. */
	static BigDecimal amount(CaseValues row) {
		return row.amount("qty").multiply(row.amount("unitPrice")).setScale(2, RoundingMode.HALF_UP);
	}

	/** By how many per cent an amount lies above another, negative below. */
	static BigDecimal growth(BigDecimal before, BigDecimal after) {
		if (before == null || before.signum() == 0) {
			return (after.signum() == 0) ? BigDecimal.ZERO : BigDecimal.valueOf(PERCENT);
		}
		return after.subtract(before).multiply(BigDecimal.valueOf(PERCENT)).divide(before, 1, RoundingMode.HALF_UP);
	}

}
