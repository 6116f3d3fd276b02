package org.gongjian.identity;

import org.gongjian.shared.Actor;

/** Says who an account is today; implemented by the room that knows persons and roles. */
public interface ActorSource {

	/** The person behind the account with the roles held at this moment. */
	Actor actor(String username);

}
