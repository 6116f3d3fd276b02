package org.gongjian.pairing;

import org.gongjian.shared.Bilingual;

/**
 * One side of a pairing's year as a register sees it.
 *
 * @param criterion what it counts towards
 * @param percent how far it was fulfilled, 0 to 100
 * @param count how often it happened, such as the number of activities confirmed, or
 * {@code null} where nothing is counted
 * @param fact the same in words, {@code 3 of 4 planned activities}
 */
public record Measured(Criterion criterion, int percent, Integer count, Bilingual fact) {

	public Measured {
		if (percent < 0 || percent > 100) {
			throw new IllegalArgumentException("percent must be 0 to 100: " + percent);
		}
	}

	/** The criteria of the annual review, 考核项目. */
	public enum Criterion {

		/** Organisation and agreement, 组织与协议. */
		AGREEMENT,

		/** Activities: count, plan rate, attendance, 活动开展. */
		ACTIVITIES,

		/** Joint meetings held, 联席会议. */
		MEETINGS,

		/** Deeds of the project list done, 项目清单. */
		DEEDS,

		/** Problems: response, resolution, satisfaction, 诉求办理. */
		PROBLEMS,

		/** The partner's rating, 互评. */
		RATING

	}

}
