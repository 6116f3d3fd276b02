package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The votes of a node and what its settings make of them. Thresholds are whole people: a
 * ratio is rounded up, so that two of three are not 67 %.
 *
 * @param settings the node's settings: {@code rule} is {@code all}, {@code any},
 * {@code ratio:67}, {@code count:2} or {@code majority} (of one decision among several);
 * {@code pass} the decisions that count as a yes; {@code order} the decisions, worst
 * first; {@code stop} those that settle the node alone
 * @param cast the decisions made, oldest first
 * @param members how many are asked, those who have decided included
 */
record Votes(Map<String, String> settings, List<String> cast, int members) {

	private static final String ALL = "all";

	private static final String MAJORITY = "majority";

	/** Whether nothing that is still open can change the outcome. */
	boolean settled() {
		if (this.cast.stream().anyMatch(list(this.settings.get("stop"))::contains)) {
			return true;
		}
		if (rule().equals(MAJORITY)) {
			return majority() != null || this.cast.size() >= this.members;
		}
		if (rule().equals("any") && pass().isEmpty()) {
			return !this.cast.isEmpty();
		}
		return counts() && (passed() || this.members - refused() < need());
	}

	/** What the node decides, as far as it is known. */
	String outcome() {
		if (rule().equals(MAJORITY) && majority() != null) {
			return majority();
		}
		if (counts() && passed()) {
			return this.cast.stream().filter(pass()::contains).reduce((first, last) -> last).orElseThrow();
		}
		return worst(counts() ? this.cast.stream().filter((vote) -> !pass().contains(vote)).toList() : this.cast);
	}

	/** The decision more than half of all members made, or {@code null}. */
	private String majority() {
		return this.cast.stream()
			.filter((vote) -> 2 * Collections.frequency(this.cast, vote) > this.members)
			.findFirst()
			.orElse(null);
	}

	/** How many yes are needed. */
	int need() {
		String rule = rule();
		if (rule.startsWith("ratio:")) {
			int percent = Integer.parseInt(rule.substring("ratio:".length()));
			return Math.max(1, (percent * this.members + 99) / 100);
		}
		if (rule.startsWith("count:")) {
			return Math.min(Integer.parseInt(rule.substring("count:".length())), Math.max(1, this.members));
		}
		return rule.equals("any") ? 1 : this.members;
	}

	/** What makes the outcome. */
	Tally.Kind kind() {
		if (rule().equals(MAJORITY)) {
			return Tally.Kind.MAJORITY;
		}
		if (rule().equals("any") && pass().isEmpty()) {
			return Tally.Kind.FIRST;
		}
		if (!counts()) {
			return Tally.Kind.STRICTEST;
		}
		return rule().startsWith("count:") ? Tally.Kind.FIXED : Tally.Kind.COUNTED;
	}

	private String rule() {
		return this.settings.getOrDefault("rule", ALL);
	}

	private List<String> pass() {
		return list(this.settings.get("pass"));
	}

	/** Whether yes and no are told apart, and the rule asks for a number of yes. */
	private boolean counts() {
		return !pass().isEmpty() && this.settings.containsKey("rule");
	}

	private boolean passed() {
		return this.cast.stream().filter(pass()::contains).count() >= need();
	}

	/** How many have said something else than yes. */
	int refused() {
		return (int) this.cast.stream().filter((vote) -> !pass().contains(vote)).count();
	}

	/** The worst by the node's order; without an order the last one. */
	private String worst(List<String> votes) {
		List<String> considered = votes.isEmpty() ? this.cast : votes;
		return list(this.settings.get("order")).stream()
			.filter(considered::contains)
			.findFirst()
			.orElse(considered.isEmpty() ? null : considered.get(considered.size() - 1));
	}

	/** The votes without one of that kind, the last. */
	static String without(String votes, String vote) {
		List<String> left = new ArrayList<>(list(votes));
		int last = left.lastIndexOf(vote);
		if (last >= 0) {
			left.remove(last);
		}
		return String.join(",", left);
	}

	static List<String> list(String text) {
		return (text == null || text.isBlank()) ? List.of()
				: Arrays.stream(text.split(",")).map(String::strip).toList();
	}

}
