package org.gongjian.problem;

import java.time.Instant;

/**
 * A return visit 回访.
 *
 * @param mode PHONE or ONSITE
 * @param result CONFIRMED, NOT_CONFIRMED or UNREACHABLE
 * @param satisfaction what the visitor heard, 1 to 5, or {@code null}
 */
record ReturnVisit(String number, Instant visitedAt, String mode, String person, String finding, String result,
		Integer satisfaction, String visitor) {
}
