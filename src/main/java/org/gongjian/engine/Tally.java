package org.gongjian.engine;

import java.util.List;
import java.util.Map;

/**
 * How far an approval node is, in numbers.
 *
 * @param kind what makes its outcome
 * @param members how many have a vote, those who have decided included
 * @param need how many of them it takes
 * @param yes how many have said yes; where yes and no are not told apart, how many have
 * decided
 * @param no how many have said no
 * @param stops the decisions that settle the node alone
 * @param settled whether nothing can change the outcome any more
 */
public record Tally(Kind kind, int members, int need, int yes, int no, List<String> stops, boolean settled) {

	/** What makes the outcome of a node. */
	public enum Kind {

		/** Enough of them say yes. */
		COUNTED,

		/** The number needed is fixed, however many are asked. */
		FIXED,

		/** More than half make the same decision. */
		MAJORITY,

		/** The first decision. */
		FIRST,

		/** All decide; the strictest decision counts. */
		STRICTEST

	}

	/**
	 * Counts.
	 * @param settings the node's settings
	 * @param cast the decisions made, oldest first
	 */
	public static Tally of(Map<String, String> settings, List<String> cast, int members) {
		Votes votes = new Votes(settings, cast, members);
		Kind kind = votes.kind();
		int no = (kind == Kind.COUNTED || kind == Kind.FIXED) ? votes.refused() : 0;
		int need = (kind == Kind.FIRST) ? 1 : (kind == Kind.MAJORITY) ? members / 2 + 1 : votes.need();
		return new Tally(kind, members, need, cast.size() - no, no, Votes.list(settings.get("stop")), votes.settled());
	}

}
