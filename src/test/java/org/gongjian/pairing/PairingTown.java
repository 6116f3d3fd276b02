package org.gongjian.pairing;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.shared.Bilingual;
import org.gongjian.support.Settlers;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and people that only the tests of pairings know. */
final class PairingTown {

	static final String PROGRAMME = "JH-TEST";

	private static final Map<String, String> PERSONS = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final Settlers settlers;

	PairingTown(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.settlers = new Settlers(jdbc, "pairing-test");
	}

	void settle() {
		if (!this.settlers.settled("PG1")) {
			organisation("PZ1", "ZONE", "WORKING_COMMITTEE");
			for (int i = 1; i <= 9; i++) {
				organisation("PG" + i, "GOVERNMENT", "BRANCH");
			}
			for (int i = 1; i <= 60; i++) {
				organisation("PE" + i, "ENTERPRISE", "BRANCH");
			}
			new ProgrammeTable(this.jdbc).insert(new Programme(PROGRAMME, new Bilingual("Test programme", "测试方案"), null,
					LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31), 50, 50, false, "D", 0));
		}
		zone("p.officer", "party-officer");
		zone("p.head", "party-head");
		zone("p.deputy", "wc-deputy");
		zone("p.secretary", "wc-secretary");
		zone("p.discipline", "discipline");
		zone("p.archivist", "archivist");
		zone("p.admin", "process-admin");
		side("PG1", "gov");
		side("PG2", "gov");
	}

	/** The liaison and the secretary of an enterprise, {@code pe1.liaison}. */
	void enterprise(String code) {
		side(code, "ent");
	}

	/** Takes the roles of the zone away again, for the tests of others. */
	void leave() {
		this.settlers.leave();
		PERSONS.clear();
	}

	static String person(String username) {
		return PERSONS.get(username);
	}

	/** A role of the zone for one more person. */
	void holds(String username, String role) {
		zone(username, role);
	}

	private void zone(String username, String role) {
		holds(username, "PZ1", role, null);
	}

	private void side(String code, String side) {
		String name = code.toLowerCase(java.util.Locale.ROOT);
		holds(name + ".liaison", code, side + "-liaison", code);
		holds(name + ".secretary", code, side + "-secretary", code);
	}

	private void organisation(String code, String side, String type) {
		this.settlers.organisation(code, "Branch " + code, "测试" + code + "党支部", side, type);
	}

	private void holds(String username, String home, String role, String org) {
		if (PERSONS.containsKey(username)) {
			return;
		}
		this.settlers.holds(username, home, role, org);
		PERSONS.put(username, this.settlers.person(username).toString());
	}

}
