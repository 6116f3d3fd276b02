package org.gongjian.meeting;

import java.util.List;

import org.gongjian.support.Settlers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and organisations of meetings that only tests know. */
final class MeetingTown {

	/** Organisations that can be invited. */
	static final List<String> ORGANISATIONS = List.of("MG1", "ME1", "ME2");

	private final Settlers settlers;

	MeetingTown(JdbcClient jdbc) {
		this.settlers = new Settlers(jdbc, "test");
	}

	/**
	 * Moves in, once: {@code m.officer}, {@code m.chair}, {@code m.recorder}, and for
	 * each organisation a liaison, {@code m.l.mg1}. {@code MG1} and {@code ME3} are
	 * paired and never meet.
	 */
	void settle() {
		if (this.settlers.settled("MZ1")) {
			return;
		}
		organisation("MZ1", "ZONE", "WORKING_COMMITTEE");
		this.settlers.holds("m.officer", "MZ1", "party-officer", null);
		this.settlers.holds("m.chair", "MZ1", "viewer", null);
		this.settlers.holds("m.recorder", "MZ1", "viewer", null);
		ORGANISATIONS.forEach((code) -> {
			boolean government = code.startsWith("MG");
			organisation(code, government ? "GOVERNMENT" : "ENTERPRISE", "BRANCH");
			this.settlers.holds("m.l." + code.toLowerCase(), code, government ? "gov-liaison" : "ent-liaison", code);
		});
		organisation("ME3", "ENTERPRISE", "BRANCH");
		this.settlers.programme("PM", false);
		this.settlers.pairing("JM-2024-001", "PM", "MG1", "ME3");
	}

	/** The person behind an account. */
	String person(String username) {
		return this.settlers.person(username).toString();
	}

	private void organisation(String code, String side, String type) {
		this.settlers.organisation(code, "Branch " + code, "支部" + code, side, type);
	}

}
