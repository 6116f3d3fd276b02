package org.gongjian.pairing;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A row of the annual activity plan, 年度活动计划.
 *
 * @param row its place, from 1
 * @param month {@code 2026-12}
 * @param form the kind of activity
 * @param hostSide GOVERNMENT or ENTERPRISE
 * @param estimatedCost in yuan, or {@code null}
 */
public record PlanRow(UUID id, UUID pairing, int row, String month, String theme, String form, String hostSide,
		String place, Integer people, BigDecimal estimatedCost, String fundingSource) {
}
