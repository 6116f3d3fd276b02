package org.gongjian.identity;

/** What people type, as {@code like … escape '!'} reads it literally. */
final class Patterns {

	private Patterns() {
	}

	static String literal(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

	static String contains(String text) {
		return "%" + literal(text) + "%";
	}

}
