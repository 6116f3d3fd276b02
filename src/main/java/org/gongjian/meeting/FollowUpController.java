package org.gongjian.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The light tasks of the person who is signed in, and all of them for the zone. */
@Controller
@RequestMapping("/follow-ups")
class FollowUpController {

	private static final int PAGE = 25;

	private final FollowUps followUps;

	private final Organisations organisations;

	private final Clock clock;

	FollowUpController(FollowUps followUps, Organisations organisations, Clock clock) {
		this.followUps = followUps;
		this.organisations = organisations;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(Actor actor, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(defaultValue = "OPEN") String state, @RequestParam(defaultValue = "false") boolean late,
			@RequestParam(required = false) String org, @RequestParam(required = false) String cursor) {
		FollowUpFilter filter = new FollowUpFilter(late ? "OPEN" : state, (org == null || org.isBlank()) ? null : org,
				late ? LocalDate.ofInstant(this.clock.instant(), Time.OFFICE) : null);
		return list(actor, all, filter, cursor, null, null, Mistakes.NONE);
	}

	private ModelAndView list(Actor actor, boolean all, FollowUpFilter filter, String cursor, UUID id, String typed,
			Mistakes mistakes) {
		var model = new HashMap<String, Object>();
		Slice<FollowUp> tasks = this.followUps.page(actor, all, filter, cursor, PAGE);
		model.put("tasks", tasks);
		model.put("all", all && actor.zoneWide());
		model.put("zone", actor.zoneWide());
		model.put("actor", actor);
		model.put("officer", actor.has(FollowUps.OFFICER));
		model.put("state", filter.state());
		model.put("late", filter.before() != null);
		model.put("wrong", id);
		model.put("typed", typed);
		model.put("names", this.organisations
			.byCodes(tasks.items().stream().map(FollowUp::organisation).filter(Objects::nonNull).toList()));
		return mistakes.page("meeting/follow-ups", model);
	}

	@PostMapping("/{id}")
	ModelAndView end(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String feedback,
			@RequestParam int version, @RequestParam(defaultValue = "done") String how,
			@RequestParam(defaultValue = "false") boolean all, RedirectAttributes next) {
		try {
			this.followUps.end(actor, id, feedback, how.equals("drop"), version);
			next.addFlashAttribute("notice", "meeting.follow-up.ended");
			return new ModelAndView("redirect:/follow-ups" + (all ? "?all=true" : ""));
		}
		catch (InvalidInput invalid) {
			return list(actor, all, FollowUpFilter.of("OPEN"), null, id, feedback, Mistakes.of(invalid));
		}
	}

}
