package org.gongjian.studio;

import java.util.Locale;
import java.util.Set;

/** How a process may be called in addresses and files; Camunda Modeler's own keys fit. */
final class ProcessKey {

	private static final String KEY = "[A-Za-z][A-Za-z0-9_-]{1,59}";

	/** Words that stand in the same place of an address as a key. */
	private static final Set<String> WORDS = Set.of("new", "drafts", "cases", "who", "hand-over");

	private ProcessKey() {
	}

	/** A key made of a name in English. */
	static String of(String name) {
		String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-$", "");
		return (key.length() > 60) ? key.substring(0, 60) : key;
	}

	static boolean valid(String key) {
		return key.matches(KEY) && !WORDS.contains(key);
	}

}
