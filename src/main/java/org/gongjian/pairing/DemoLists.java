package org.gongjian.pairing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.gongjian.organisation.DemoPart;
import org.gongjian.organisation.DemoSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The three lists and the annual plan of the fictional pairings: all of it fill-in. */
@Component
@Profile("demo")
class DemoLists implements DemoPart {

	private static final String GOVERNMENT = "GOVERNMENT";

	private static final String ENTERPRISE = "ENTERPRISE";

	private static final int MOST = 100;

	private final Pairings pairings;

	private final ListItemTable items;

	private final PlanTable plan;

	private final Clock clock;

	DemoLists(Pairings pairings, ListItemTable items, PlanTable plan, Clock clock) {
		this.pairings = pairings;
		this.items = items;
		this.plan = plan;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 55;
	}

	@Override
	public void load(DemoSource source) {
		this.pairings.list(Actor.SYSTEM, new PairingFilter("", PairingStatus.IN_FORCE, ""), null, MOST)
			.items()
			.stream()
			.filter((pairing) -> pairing.demo() && pairing.caseNumber() == null)
			.forEach(this::load);
	}

	private void load(Pairing pairing) {
		LocalDate due = pairing.termEnd().minusDays(15);
		item(pairing, ListItem.Kind.RESOURCE, 1, GOVERNMENT, "VENUE", "党员活动室（演示）", "提前三天预约", null, null);
		item(pairing, ListItem.Kind.RESOURCE, 2, GOVERNMENT, "POLICY", "设备更新政策辅导（演示）", "每季度一次", null, null);
		item(pairing, ListItem.Kind.RESOURCE, 3, ENTERPRISE, "JOB", "见习岗位3个（演示）", "提前一周联系", null, null);
		item(pairing, ListItem.Kind.DEMAND, 1, ENTERPRISE, "POLICY", "申报补贴的政策辅导（演示）", null, due, null);
		item(pairing, ListItem.Kind.DEMAND, 2, GOVERNMENT, "OTHER", "机关青年到车间学习（演示）", null, due, null);
		item(pairing, ListItem.Kind.PROJECT, 1, GOVERNMENT, "PROJECT", "政策进车间（演示）", "现场辅导两次", due, 1);
		item(pairing, ListItem.Kind.PROJECT, 2, ENTERPRISE, "PROJECT", "车间开放日（演示）", "接待机关青年一次", due, 2);
		YearMonth month = YearMonth.from(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE)).plusMonths(1);
		plan(pairing, 1, month, "联合学习党章（演示）", "JOINT_STUDY", GOVERNMENT, null);
		plan(pairing, 2, month, "走进车间交流（演示）", "VISIT", ENTERPRISE, null);
		plan(pairing, 3, month.plusMonths(1), "主题党日：志愿服务（演示）", "THEME_PARTY_DAY", GOVERNMENT, new BigDecimal("800"));
		plan(pairing, 4, month.plusMonths(2), "支部书记讲微党课（演示）", "MICRO_LESSON", ENTERPRISE, null);
	}

	private void item(Pairing pairing, ListItem.Kind kind, int row, String side, String category, String content,
			String detail, LocalDate due, Integer linked) {
		boolean resource = kind == ListItem.Kind.RESOURCE;
		this.items.insert(new ListItem(UUID.randomUUID(), pairing.id(), kind, row, side, owner(pairing, side), category,
				content, detail, resource ? 1 : null, resource ? pairing.termStart() : null,
				resource ? pairing.termEnd() : null, due, (kind == ListItem.Kind.DEMAND) ? "M" : null, linked, null,
				resource ? ListItem.Status.CLAIMED : ListItem.Status.OPEN));
	}

	private static String owner(Pairing pairing, String side) {
		return GOVERNMENT.equals(side) ? pairing.governmentOrg() : pairing.enterpriseOrg();
	}

	private void plan(Pairing pairing, int row, YearMonth month, String theme, String form, String host,
			BigDecimal cost) {
		this.plan.insert(new PlanRow(UUID.randomUUID(), pairing.id(), row, month.toString(), theme, form, host, null,
				20, cost, (cost == null) ? null : "PARTY_DUES"));
	}

}
