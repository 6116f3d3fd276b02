package org.gongjian.pairing;

import java.util.Arrays;

/** What a case asks for. */
enum RequestType {

	/** 新结对. */
	NEW,

	/** 续签. */
	RENEW,

	/** 调整. */
	ADJUST,

	/** 解除. */
	TERMINATE;

	/**
	 * The one of that name; cases from before there were several ask for a new pairing.
	 */
	static RequestType of(String name) {
		return Arrays.stream(values()).filter((type) -> type.name().equals(name)).findFirst().orElse(NEW);
	}

}
