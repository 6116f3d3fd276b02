package org.gongjian.identity;

/** Texts as one line of a log: nothing in them can pretend to be another line. */
final class Lines {

	private Lines() {
	}

	/** The text without control characters, cut to a length. */
	static String of(String text, int length) {
		String line = (text == null) ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", "␤");
		return (line.length() <= length) ? line : line.substring(0, length - 1) + "…";
	}

}
