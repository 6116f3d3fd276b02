package org.gongjian.notification;

import tools.jackson.databind.json.JsonMapper;

/**
 * A mail as the outbox keeps it.
 *
 * @param to the address
 */
record Letter(String to, String subject, String text, String html) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** As JSON. */
	String write() {
		return MAPPER.writeValueAsString(this);
	}

	static Letter read(String content) {
		return MAPPER.readValue(content, Letter.class);
	}

}
