package org.gongjian.casefile;

import org.gongjian.shared.Bilingual;

/**
 * The one fact of a case that whoever decides wants to see in a list.
 *
 * @param text what it says, with its label, or {@code null} if there is none
 * @param key what lists are sorted by
 */
public record Fact(Bilingual text, String key) {

	/** A case without one. */
	public static final Fact NONE = new Fact(null, "");

}
