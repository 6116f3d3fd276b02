package org.gongjian.pairing;

import java.util.Locale;

/**
 * What a list of pairings is narrowed to.
 *
 * @param text part of a number or of an organisation's name, empty for all
 * @param status or {@code null} for all
 * @param organisation a code, empty for all
 */
public record PairingFilter(String text, PairingStatus status, String organisation) {

	/** Everything. */
	public static final PairingFilter ALL = new PairingFilter("", null, "");

	public PairingFilter {
		text = (text == null) ? "" : text.strip().replace("\0", "");
		organisation = (organisation == null) ? "" : organisation.strip().replace("\0", "");
	}

	/** Whether anything is narrowed. */
	public boolean active() {
		return !this.text.isEmpty() || this.status != null || !this.organisation.isEmpty();
	}

	/** For {@code like … escape '!'}; empty for all. */
	String pattern() {
		String plain = this.text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
		return plain.isEmpty() ? "" : "%" + plain + "%";
	}

}
