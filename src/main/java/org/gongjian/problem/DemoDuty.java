package org.gongjian.problem;

import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.sla.DutyRoster;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A made-up duty roster of a fortnight. */
@Component
@Profile("demo")
class DemoDuty implements DemoPart {

	private static final int WEEK = 7;

	private static final String PHONE = "0731-00000000";

	private static final String NOTE = "演示数据";

	private final DutyRoster roster;

	DemoDuty(DutyRoster roster) {
		this.roster = roster;
	}

	@Override
	public int order() {
		return 71;
	}

	@Override
	public void load(DemoSource source) {
		this.roster.fill(0, WEEK, "企业服务中心受理员（演示）", PHONE, NOTE);
		this.roster.fill(WEEK, WEEK, "企业服务中心受理员二（演示）", PHONE, NOTE);
	}

}
