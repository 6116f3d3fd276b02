package org.gongjian.approval;

import org.gongjian.support.Settlers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A few organisations and people of a town that only tests know. */
public final class Town {

	private final Settlers settlers;

	public Town(JdbcClient jdbc) {
		this.settlers = new Settlers(jdbc, "test");
	}

	public void settle() {
		if (this.settlers.settled("TG1")) {
			return;
		}
		organisation("TZ1", "ZONE", "WORKING_COMMITTEE");
		organisation("TG1", "GOVERNMENT", "BRANCH");
		organisation("TE1", "ENTERPRISE", "BRANCH");
		organisation("TE2", "ENTERPRISE", "BRANCH");
		this.settlers.holds("t.liaison", "TG1", "gov-liaison", "TG1");
		this.settlers.holds("t.secretary", "TG1", "gov-secretary", "TG1");
		this.settlers.holds("t.ent", "TE1", "ent-secretary", "TE1");
		this.settlers.holds("t.stranger", "TE2", "ent-secretary", "TE2");
		this.settlers.holds("t.officer", "TZ1", "party-officer", null);
		this.settlers.holds("t.officer2", "TZ1", "party-officer", null);
		this.settlers.holds("t.head", "TZ1", "party-head", null);
		this.settlers.holds("t.deputy", "TZ1", "wc-deputy", null);
		this.settlers.holds("t.viewer", "TZ1", "viewer", null);
		this.settlers.holds("t.safety", "TG1", "safety", null);
	}

	private void organisation(String code, String side, String type) {
		this.settlers.organisation(code, code, code, side, type);
	}

}
