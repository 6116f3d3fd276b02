package org.gongjian.web;

import java.util.Locale;

/** Says what people are called; implemented by the room that knows them. */
public interface PersonNames {

	/**
	 * The name of an account in the reader's language; the account itself if nobody's.
	 */
	String of(String username, Locale locale);

}
