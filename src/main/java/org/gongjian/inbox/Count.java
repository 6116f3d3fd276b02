package org.gongjian.inbox;

/**
 * How many there are, counted up to a limit.
 *
 * @param value the number, at most the limit
 * @param capped whether there may be more
 */
public record Count(int value, boolean capped) {

	static final int LIMIT = 999;

	static Count of(int counted) {
		return new Count(Math.min(counted, LIMIT), counted > LIMIT);
	}

	@Override
	public String toString() {
		return this.capped ? this.value + "+" : Integer.toString(this.value);
	}

}
