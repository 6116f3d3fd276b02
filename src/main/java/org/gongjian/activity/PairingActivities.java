package org.gongjian.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.gongjian.pairing.OpenMatters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingAside;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The activities of a pairing on its page, and those still open when it ends. */
@Component
class PairingActivities implements PairingAside, OpenMatters {

	private static final int MOST = 10;

	private final ActivityListTable list;

	private final MessageSource messages;

	private final Clock clock;

	PairingActivities(ActivityListTable list, MessageSource messages, Clock clock) {
		this.list = list;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String heading() {
		return "activity.title";
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public String all(Pairing pairing) {
		return "/activities?pairing=" + pairing.number();
	}

	@Override
	public Begin begin(Actor actor, Pairing pairing) {
		return pairing.livedBy(actor)
				? new Begin("activity.begin", "/new/" + ActivityProposalRule.PROCESS + "?pairing=" + pairing.number())
				: null;
	}

	@Override
	public List<Line> lines(Actor actor, Pairing pairing) {
		return (pairing.number() == null) ? List.of() : newest(pairing, MOST).stream().map(this::line).toList();
	}

	private List<Activity> newest(Pairing pairing, int most) {
		RowCursor start = RowCursor.of(null);
		return this.list
			.page(new ActivityFilter("", "", "", pairing.number()), null, this.clock.instant(), start.at(),
					start.uuid(), most)
			.stream()
			.map(ActivityRow::activity)
			.toList();
	}

	private Line line(Activity activity) {
		Bilingual day = activity.dated() ? Bilingual.of(LocalDate.ofInstant(activity.startsAt(), Time.OFFICE))
				: new Bilingual("–", "–");
		String status = "activity.status." + activity.statusAt(this.clock.instant());
		return new Line(
				new Bilingual(day.en() + " · " + say(status, Locale.ENGLISH),
						day.zh() + " · " + say(status, Locale.CHINA)),
				activity.title(), "/activities/" + activity.handle());
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	@Override
	public Kind kind() {
		return Kind.ACTIVITY;
	}

	@Override
	public List<Matter> of(Pairing pairing) {
		return (pairing.number() == null) ? List.of() : newest(pairing, 100).stream()
			.filter((activity) -> ActivityStatus.AHEAD.contains(activity.status()))
			.map((activity) -> new Matter(activity.handle(), activity.title(), "/activities/" + activity.handle()))
			.toList();
	}

}
