package org.gongjian.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.pairing.ListItem;
import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingRecord;
import org.gongjian.pairing.PlanExecution;
import org.gongjian.pairing.PlanRow;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.RowCursor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of the rows of annual plans, and how active a pairing was in a period. */
@Component
class PlanCarriedOut implements PlanExecution, PairingRecord {

	private static final Set<ActivityStatus> GOING = EnumSet.of(ActivityStatus.UNDER_REVIEW, ActivityStatus.APPROVED,
			ActivityStatus.PUBLISHED, ActivityStatus.POSTPONED);

	private static final int MOST = 500;

	private static final int ALL = 100;

	private final ActivityListTable list;

	private final MessageSource messages;

	private final Clock clock;

	PlanCarriedOut(ActivityListTable list, MessageSource messages, Clock clock) {
		this.list = list;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public Map<UUID, Carried> of(Pairing pairing) {
		var carried = new HashMap<UUID, Carried>();
		for (Activity activity : activities(pairing)) {
			boolean done = ActivityStatus.RECORDED.contains(activity.status());
			boolean counts = done || GOING.contains(activity.status());
			if (activity.planRow() != null && counts
					&& !(carried.containsKey(activity.planRow()) && carried.get(activity.planRow()).done())) {
				String key = "activity.status." + activity.statusAt(this.clock.instant());
				Bilingual state = new Bilingual(this.messages.getMessage(key, null, Locale.ENGLISH),
						this.messages.getMessage(key, null, Locale.CHINA));
				carried.put(activity.planRow(),
						new Carried(activity.handle(), state, done, "/activities/" + activity.handle()));
			}
		}
		return carried;
	}

	@Override
	public String begin(PlanRow row) {
		return "/activities/plan/" + row.id();
	}

	@Override
	public String begin(ListItem item) {
		return "/activities/item/" + item.id();
	}

	@Override
	public List<Measured> measured(Pairing pairing, LocalDate from, LocalDate to) {
		int held = (int) activities(pairing).stream()
			.map(Activity::confirmedOn)
			.filter((day) -> day != null && !day.isBefore(from) && !day.isAfter(to))
			.count();
		int planned = Math.max(1, pairing.plannedActivities());
		return List.of(new Measured(Measured.Criterion.ACTIVITIES, Math.min(ALL, held * ALL / planned), held,
				new Bilingual(held + " activities recorded, " + pairing.plannedActivities() + " planned",
						"已确认活动" + held + "次，计划" + pairing.plannedActivities() + "次")));
	}

	private List<Activity> activities(Pairing pairing) {
		RowCursor start = RowCursor.of(null);
		return (pairing.number() == null) ? List.of()
				: this.list
					.page(new ActivityFilter("", "", "", pairing.number()), null, this.clock.instant(), start.at(),
							start.uuid(), MOST)
					.stream()
					.map(ActivityRow::activity)
					.toList();
	}

}
