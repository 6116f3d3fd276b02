package org.gongjian.casefile;

import java.util.Map;

/**
 * A case with its data as they were read together. Whoever holds it later and finds it at
 * the same place need not read it again.
 */
public final class SeenCase {

	private final int place;

	private final CaseFile file;

	private final Map<String, String> data;

	/**
	 * @param place at what place of its way the case was in the same read
	 * @param data its fields as they are stored
	 */
	SeenCase(int place, CaseFile file, Map<String, String> data) {
		this.place = place;
		this.file = file;
		this.data = data;
	}

	/** Whether it was read when the case was at this place. */
	boolean at(int now) {
		return this.place == now;
	}

	CaseFile file() {
		return this.file;
	}

	Map<String, String> data() {
		return this.data;
	}

}
