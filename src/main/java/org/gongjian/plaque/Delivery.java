package org.gongjian.plaque;

import java.time.Instant;

/**
 * What a case was told when a ceremony was held.
 *
 * @param caseNumber the case
 * @param subject whose plaques or which pairing, in words
 * @param outcome PENDING, DELIVERED or NOT_WAITING
 */
record Delivery(String caseNumber, String subject, String outcome, Instant at) {
}
