package org.gongjian.inbox;

import java.util.List;
import java.util.Optional;

/**
 * One condition of a query.
 *
 * @param kind what it looks at
 * @param value what for, or {@code null} where there is nothing to say
 * @param not whether it must not hold
 */
record Term(Kind kind, String value, boolean not) {

	static Term of(Kind kind, String value) {
		return new Term(kind, value, false);
	}

	/** What a condition looks at, and the words for it in both languages. */
	enum Kind {

		/** A word anywhere in the case. */
		WORD(true),

		/** The process, by key or name. */
		PROCESS(true, "process", "流程"),

		/** The step, by name. */
		STEP(true, "step", "步骤", "环节"),

		/** A party, by code, name or initials. */
		ORG(true, "org", "单位", "组织"),

		/** Who asks, by name, user name or initials. */
		FROM(true, "from", "发起人"),

		/** The number of the case. */
		NUMBER(true, "number", "编号"),

		/** The deadline has passed. */
		OVERDUE(false, "overdue", "逾期"),

		/** Due today. */
		TODAY(false, "today", "今天"),

		/** Due within a week. */
		WEEK(false, "week", "本周"),

		/** Was sent back at least once. */
		RETURNED(false, "returned", "退回"),

		/** Escalated, or due within a day. */
		URGENT(false, "urgent", "紧急"),

		/** Has attachments. */
		FILES(false, "files", "附件"),

		/** Has a discussion. */
		COMMENTS(false, "comments", "讨论"),

		/** Held by oneself. */
		MINE(false, "mine", "我的"),

		/** To be taken by anyone of a group. */
		POOL(false, "pool", "待领"),

		/** Copied to oneself. */
		COPIED(false, "copied", "抄送");

		private final boolean valued;

		private final List<String> words;

		Kind(boolean valued, String... words) {
			this.valued = valued;
			this.words = List.of(words);
		}

		boolean valued() {
			return this.valued;
		}

		static Optional<Kind> named(String word) {
			return List.of(values()).stream().filter((kind) -> kind.words.contains(word)).findFirst();
		}

	}

}
