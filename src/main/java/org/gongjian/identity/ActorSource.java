package org.gongjian.identity;

import java.util.Collection;
import java.util.List;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;

/** Says who an account is today; implemented by the room that knows persons and roles. */
public interface ActorSource {

	/** The person behind the account with the roles held at this moment. */
	Actor actor(String username);

	/** What organisations are called, given their codes. */
	default List<Bilingual> organisations(Collection<String> codes) {
		return codes.stream().sorted().map((code) -> new Bilingual(code, code)).toList();
	}

}
