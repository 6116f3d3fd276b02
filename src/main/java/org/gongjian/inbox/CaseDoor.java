package org.gongjian.inbox;

import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.shared.Actor;

/**
 * Where somebody who has to do with a case but may not see it is led to instead. A room
 * declares a bean for cases of its own.
 */
public interface CaseDoor {

	/** Another page for this person, or nothing: then there is no such case for them. */
	Optional<String> path(Actor actor, CaseFile file);

}
