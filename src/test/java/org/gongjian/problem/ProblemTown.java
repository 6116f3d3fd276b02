package org.gongjian.problem;

import org.gongjian.support.Settlers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and people that only the tests of problems know. */
final class ProblemTown {

	private final Settlers settlers;

	ProblemTown(JdbcClient jdbc) {
		this.settlers = new Settlers(jdbc, "problem-test");
	}

	void settle() {
		if (this.settlers.settled("XG1")) {
			this.settlers.comeBack();
			return;
		}
		organisation("XZ1", "ZONE");
		organisation("XZ2", "ZONE");
		organisation("XG1", "GOVERNMENT");
		organisation("XE1", "ENTERPRISE");
		organisation("XE2", "ENTERPRISE");
		organisation("XD1", "DEPARTMENT");
		organisation("XD2", "DEPARTMENT");
		for (String role : new String[] { "party-officer", "party-head", "wc-deputy", "wc-secretary", "discipline",
				"supervision" }) {
			this.settlers.holds("x." + role, "XZ1", role, null);
		}
		this.settlers.holds("x.desk", "XZ2", "service-desk", null);
		this.settlers.holds("x.desk2", "XZ2", "service-desk", null);
		this.settlers.holds("xg1.secretary", "XG1", "gov-secretary", "XG1");
		for (String code : new String[] { "XE1", "XE2" }) {
			this.settlers.holds(code.toLowerCase() + ".liaison", code, "ent-liaison", code);
			this.settlers.holds(code.toLowerCase() + ".secretary", code, "ent-secretary", code);
		}
		for (String code : new String[] { "XD1", "XD2" }) {
			this.settlers.holds(code.toLowerCase() + ".head", code, "dept-head", code);
			this.settlers.holds(code.toLowerCase() + ".handler", code, "dept-handler", code);
		}
		this.settlers.programme("X-TEST", true);
		this.settlers.pairing("JD-X-1", "X-TEST", "XG1", "XE1");
	}

	/** Takes the roles of the zone away again, for the tests of others. */
	void leave() {
		this.settlers.leave();
	}

	String person(String username) {
		return this.settlers.person(username).toString();
	}

	private void organisation(String code, String side) {
		String type = side.equals("DEPARTMENT") ? "DEPARTMENT" : "BRANCH";
		this.settlers.organisation(code, "Unit " + code, "测试" + code, side, type);
	}

}
