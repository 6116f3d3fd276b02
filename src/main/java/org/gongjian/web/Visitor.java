package org.gongjian.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.gongjian.shared.Actor;

/** The person behind the current request, with the preferences of the account. */
public interface Visitor {

	/** The person signed in, with the rights of this moment. */
	Optional<Actor> actor();

	/** The language chosen in the account. */
	Optional<Locale> language();

	/** The time zone chosen in the account. */
	Optional<ZoneId> zone();

	/** Whether single keys do something on pages. */
	boolean shortcuts();

	/** Remembers the language in the account, if somebody is signed in. */
	void remember(Locale language);

}
