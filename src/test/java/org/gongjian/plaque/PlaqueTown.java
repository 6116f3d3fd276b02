package org.gongjian.plaque;

import java.util.List;

import org.gongjian.support.Settlers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few paired organisations and their people that only tests know. */
final class PlaqueTown {

	private final Settlers settlers;

	PlaqueTown(JdbcClient jdbc) {
		this.settlers = new Settlers(jdbc, "test");
	}

	/**
	 * Moves in, once: officers {@code q.officer} and {@code q.officer2}, {@code q.head},
	 * {@code q.deputy}, {@code q.principal}, {@code q.discipline}, {@code q.archivist},
	 * {@code q.supervision}, {@code q.evaluator1} to {@code 3}.
	 */
	void settle() {
		if (this.settlers.settled("QZ1")) {
			return;
		}
		organisation("QZ1", "ZONE", "WORKING_COMMITTEE");
		List.of("party-officer:q.officer", "party-officer:q.officer2", "party-head:q.head", "wc-deputy:q.deputy",
				"wc-secretary:q.principal", "discipline:q.discipline", "archivist:q.archivist",
				"supervision:q.supervision", "evaluator:q.evaluator1", "evaluator:q.evaluator2",
				"evaluator:q.evaluator3")
			.forEach((holder) -> this.settlers.holds(holder.split(":")[1], "QZ1", holder.split(":")[0], null));
		this.settlers.programme("PT", false);
	}

	/**
	 * Two new organisations that are paired: {@code G<key>} and {@code E<key>} with a
	 * secretary {@code s.G<key>} and a liaison {@code l.G<key>} each.
	 * @return the number of their pairing
	 */
	String pair(String key) {
		organisation("G" + key, "GOVERNMENT", "BRANCH");
		organisation("E" + key, "ENTERPRISE", "BRANCH");
		people("G" + key, "gov");
		people("E" + key, "ent");
		String number = "JT-2026-" + key;
		this.settlers.pairing(number, "PT", "G" + key, "E" + key);
		return number;
	}

	private void people(String code, String side) {
		this.settlers.holds("s." + code.toLowerCase(), code, side + "-secretary", code);
		this.settlers.holds("l." + code.toLowerCase(), code, side + "-liaison", code);
	}

	/** The person behind an account. */
	String person(String username) {
		return this.settlers.person(username).toString();
	}

	private void organisation(String code, String side, String type) {
		this.settlers.organisation(code, "Branch " + code, "支部" + code, side, type);
	}

}
