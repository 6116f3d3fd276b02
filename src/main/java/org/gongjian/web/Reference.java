package org.gongjian.web;

import java.security.SecureRandom;

/** Numbers a visitor can quote so that the log entry of a fault is found. */
final class Reference {

	private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Reference() {
	}

	/** A new reference such as {@code 7K3F-92QD}. */
	static String create() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 8; i++) {
			text.append((i == 4) ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

}
