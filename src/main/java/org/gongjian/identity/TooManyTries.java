package org.gongjian.identity;

import org.gongjian.web.TooManyRequests;
import org.springframework.security.core.AuthenticationException;

/** So many wrong passwords came from one address that nobody is let in from it now. */
class TooManyTries extends AuthenticationException {

	private final TooManyRequests refused;

	TooManyTries(TooManyRequests refused) {
		super("too many tries", refused);
		this.refused = refused;
	}

	TooManyRequests refused() {
		return this.refused;
	}

}
