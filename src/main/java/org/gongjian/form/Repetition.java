package org.gongjian.form;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a pattern could be tried in so many ways that looking at one text takes for
 * ever: a group that is repeated and repeats something within, {@code (a+)+}.
 */
final class Repetition {

	private final String pattern;

	/** For each group that is open, whether something in it is repeated freely. */
	private final Deque<Boolean> open = new ArrayDeque<>();

	private int at;

	private Repetition(String pattern) {
		this.pattern = pattern;
	}

	static boolean endless(String pattern) {
		return new Repetition(pattern).found();
	}

	private boolean found() {
		this.open.push(false);
		for (; this.at < this.pattern.length(); this.at++) {
			switch (this.pattern.charAt(this.at)) {
				case '\\' -> this.at++;
				case '[' -> skipClass();
				case '(' -> this.open.push(false);
				case '*', '+', '{' -> free();
				case ')' -> {
					if (this.open.size() > 1 && closed()) {
						return true;
					}
				}
				default -> {
				}
			}
		}
		return false;
	}

	/** A group has ended; whether it is repeated though it repeats within. */
	private boolean closed() {
		boolean within = this.open.pop();
		if (within) {
			this.open.pop();
			this.open.push(true);
		}
		boolean repeated = this.at + 1 < this.pattern.length() && "*+{".indexOf(this.pattern.charAt(this.at + 1)) >= 0;
		return within && repeated;
	}

	/** A number of times that is fixed, {@code {4}}, leaves nothing to try. */
	private void free() {
		if (!this.pattern.startsWith("{", this.at) || !this.pattern.substring(this.at).matches("(?s)\\{\\d+}.*")) {
			this.open.pop();
			this.open.push(true);
		}
	}

	private void skipClass() {
		for (this.at++; this.at < this.pattern.length() && this.pattern.charAt(this.at) != ']'; this.at++) {
			if (this.pattern.charAt(this.at) == '\\') {
				this.at++;
			}
		}
	}

}
