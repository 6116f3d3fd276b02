package org.gongjian.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar of activities, and the private address to subscribe to it. */
@Controller
@RequestMapping("/activity-calendar")
class ActivityCalendarController {

	private static final int MOST = 500;

	private static final int CHOICES = 300;

	private static final String BACK = "redirect:/activity-calendar";

	private final Activities activities;

	private final Feeds feeds;

	private final PartyDays partyDays;

	private final Organisations organisations;

	private final Clock clock;

	ActivityCalendarController(Activities activities, Feeds feeds, PartyDays partyDays, Organisations organisations,
			Clock clock) {
		this.activities = activities;
		this.feeds = feeds;
		this.partyDays = partyDays;
		this.organisations = organisations;
		this.clock = clock;
	}

	@GetMapping
	String month(Actor actor, @RequestParam(required = false) String month, @RequestParam(required = false) String org,
			@RequestParam(required = false) String pairing, Model model) {
		YearMonth shown = Month.of(month, this.clock);
		ActivityFilter filter = new ActivityFilter("", "", org, pairing);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		List<ActivityRow> rows = this.activities.between(actor, filter, Month.start(Month.first(shown)),
				Month.start(Month.end(shown)), MOST);
		List<ActivityRow> undated = this.activities.undated(actor, filter, Month.start(shown.atDay(1)),
				Month.start(shown.plusMonths(1).atDay(1)), MOST);
		model.addAttribute("calendar", Month.of(shown, today, rows, undated));
		model.addAttribute("filter", filter);
		model.addAttribute("organisations", organisations(actor));
		model.addAttribute("partyDays", this.partyDays.own(actor, shown));
		model.addAttribute("subscribed", this.feeds.has(actor.username()));
		return "activity/calendar";
	}

	/**
	 * On which day of the month an organisation of one's own holds its theme Party day.
	 */
	@PostMapping("/party-day")
	String partyDay(Actor actor, @RequestParam String organisation, @RequestParam int week, @RequestParam int weekday,
			@RequestParam int version, RedirectAttributes next) {
		this.partyDays.set(actor, organisation, week, weekday, version);
		next.addFlashAttribute("notice", "web.saved");
		return BACK;
	}

	/** What the calendar can be narrowed to. */
	private Collection<Organisation> organisations(Actor actor) {
		return actor.zoneWide() ? this.organisations.search("", null, CHOICES)
				: this.organisations.byCodes(actor.organisations()).values();
	}

	/** The address is shown once: only its hash is kept. */
	@PostMapping("/feed")
	String subscribe(Actor actor, RedirectAttributes next) {
		String token = this.feeds.renew(actor.username());
		next.addFlashAttribute("address",
				ServletUriComponentsBuilder.fromCurrentContextPath().path("/feeds/" + token + ".ics").toUriString());
		return BACK;
	}

	@PostMapping("/feed/revoke")
	String revoke(Actor actor, RedirectAttributes next) {
		this.feeds.revoke(actor.username());
		next.addFlashAttribute("notice", "activity.feed.revoked");
		return BACK;
	}

}
