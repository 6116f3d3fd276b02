package org.gongjian.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Parameters;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingAside;
import org.gongjian.pairing.PairingFilter;
import org.gongjian.pairing.PairingStatus;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.ClockMoved;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs meet every quarter or half-year, by their agreement or by the parameter; where
 * one is late, the officers get a follow-up task, once for each time it is due.
 */
@Component
@Transactional
class Cadence implements PairingAside {

	private static final int PAGE = 100;

	private static final int QUARTER = 3;

	private static final int HALF_YEAR = 6;

	/** How many meetings the page of a pairing names. */
	private static final int SHOWN = 4;

	private final Pairings pairings;

	private final MeetingTable meetings;

	private final FollowUps followUps;

	private final Cases cases;

	private final Parameters parameters;

	private final Clock clock;

	Cadence(Pairings pairings, MeetingTable meetings, FollowUps followUps, Cases cases, Parameters parameters,
			Clock clock) {
		this.pairings = pairings;
		this.meetings = meetings;
		this.followUps = followUps;
		this.cases = cases;
		this.parameters = parameters;
		this.clock = clock;
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		look();
	}

	/** Looks who has not met for long. */
	@Scheduled(cron = "${gongjian.meetings.look:0 20 6 * * *}", zone = "Asia/Shanghai")
	void look() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		String cursor = null;
		do {
			Slice<Pairing> page = this.pairings.list(Actor.SYSTEM, new PairingFilter("", PairingStatus.IN_FORCE, ""),
					cursor, PAGE);
			for (Pairing pairing : page.items()) {
				due(pairing).filter((due) -> due.isBefore(today))
					.ifPresent((due) -> this.followUps.meetAgain(pairing.number(), due));
			}
			cursor = page.next();
		}
		while (cursor != null);
	}

	private Optional<LocalDate> due(Pairing pairing) {
		return last(pairing).or(() -> Optional.ofNullable(pairing.inForceOn()))
			.map((since) -> since.plusMonths(months(pairing)));
	}

	private Optional<LocalDate> last(Pairing pairing) {
		return this.meetings.lastOfBoth(pairing.governmentOrg(), pairing.enterpriseOrg());
	}

	/** After how many months a pair is to meet again. */
	int months(Pairing pairing) {
		Object agreed = Optional.ofNullable(pairing.caseNumber())
			.flatMap(this.cases::find)
			.map((file) -> this.cases.data(file.number()).get("jointMeetingCadence"))
			.orElse(null);
		String cadence = (agreed == null) ? this.parameters.text("meeting.cadence") : agreed.toString();
		return cadence.equals("HALF_YEARLY") ? HALF_YEAR : QUARTER;
	}

	/** The day, and after it that it is over. */
	private Bilingual dueBy(LocalDate due) {
		Bilingual day = Bilingual.of(due);
		return due.isBefore(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))
				? new Bilingual(day.en() + " – overdue", day.zh() + "（已逾期）") : day;
	}

	@Override
	public String heading() {
		return "meeting.title";
	}

	@Override
	public int order() {
		return 40;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Line> lines(Actor actor, Pairing pairing) {
		var lines = new ArrayList<Line>();
		if (pairing.status().paired()) {
			Bilingual last = last(pairing).map(Bilingual::of).orElse(new Bilingual("none yet", "尚未召开"));
			Bilingual next = due(pairing).map(this::dueBy).orElse(new Bilingual("–", "–"));
			lines.add(new Line(new Bilingual("Last joint meeting", "最近一次联席会议"), last, null));
			lines.add(new Line(new Bilingual("Next one due by", "下一次应于此前召开"), next, null));
		}
		this.meetings.ofBoth(pairing.governmentOrg(), pairing.enterpriseOrg(), SHOWN)
			.forEach((meeting) -> lines.add(new Line(Bilingual.of(LocalDate.ofInstant(meeting.meetsAt(), Time.OFFICE)),
					new Bilingual(meeting.purpose(), meeting.purpose()), "/meetings/" + meeting.handle())));
		return lines;
	}

}
