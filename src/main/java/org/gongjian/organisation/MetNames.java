package org.gongjian.organisation;

import java.util.HashMap;
import java.util.Map;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.ReadOnce;

/**
 * Names of people that a page has met already. Statements of other rooms bring them
 * along, from the view {@code person_name}, so that they need not be asked for.
 */
public final class MetNames {

	private MetNames() {
	}

	/**
	 * Notes a name.
	 * @param username or {@code null}, which is not noted
	 * @param zh {@code null} for an account without a person
	 */
	public static void meet(String username, String en, String zh) {
		if (username != null && ReadOnce.reading()) {
			all().put(username, (zh == null) ? null : new Bilingual(en, zh));
		}
	}

	/** By username; {@code null} for an account without a person. */
	static Map<String, Bilingual> all() {
		return ReadOnce.of(MetNames.class, "all", HashMap::new);
	}

}
