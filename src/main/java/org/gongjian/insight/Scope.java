package org.gongjian.insight;

import java.util.List;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;

/**
 * Whose figures.
 *
 * @param organisation a code, or {@code null} for the whole zone
 * @param choices the organisations the reader may choose from; empty for all
 */
record Scope(String organisation, List<String> choices) {

	/**
	 * What somebody asks for; people of an organisation have its figures only.
	 * @throws NotFound for figures of others, as if there were no such organisation
	 */
	static Scope of(Actor actor, String wanted) {
		String code = (wanted == null || wanted.isBlank()) ? null : wanted.strip();
		if (actor.zoneWide()) {
			return new Scope(code, List.of());
		}
		List<String> own = actor.organisations().stream().sorted().toList();
		if (own.isEmpty() || code != null && !own.contains(code)) {
			throw new NotFound("figures of " + code);
		}
		return new Scope((code == null) ? own.get(0) : code, own);
	}

	/**
	 * Whether there are no figures for this reader: of no organisation, and not of the
	 * zone.
	 */
	static boolean none(Actor actor) {
		return !actor.zoneWide() && actor.organisations().isEmpty();
	}

	/** Whether they are of the whole zone. */
	public boolean whole() {
		return this.organisation == null;
	}

}
