package org.gongjian.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Says what people are called; implemented by the room that knows them. */
public interface PersonNames {

	/**
	 * The name of an account in the reader's language; the account itself if nobody's.
	 */
	String of(String username, Locale locale);

	/** The names of accounts in the reader's language, of those that are somebody's. */
	Map<String, String> of(Collection<String> usernames, Locale locale);

}
