package org.gongjian.identity;

import org.gongjian.shared.Actor;

/**
 * Says which rights an account has at this moment. Implemented by the organisation room.
 */
public interface ActorSource {

	/** The actor of an account; without any role when nobody is behind it. */
	Actor actor(String username);

}
