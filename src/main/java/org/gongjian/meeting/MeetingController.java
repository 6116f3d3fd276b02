package org.gongjian.meeting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Time;
import org.gongjian.web.Mistakes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of meetings. */
@Controller
@RequestMapping("/meetings")
class MeetingController {

	private static final int PAGE = 25;

	private final Meetings meetings;

	private final FollowUps followUps;

	private final MinutesPaper paper;

	private final Organisations organisations;

	private final People people;

	MeetingController(Meetings meetings, FollowUps followUps, MinutesPaper paper, Organisations organisations,
			People people) {
		this.meetings = meetings;
		this.followUps = followUps;
		this.paper = paper;
		this.organisations = organisations;
		this.people = people;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) String type, @RequestParam(required = false) String state,
			@RequestParam(required = false) String cursor, Model model) {
		model.addAttribute("meetings", this.meetings.list(actor, type, state, cursor, PAGE));
		model.addAttribute("type", type);
		model.addAttribute("state", state);
		model.addAttribute("states", MeetingState.values());
		model.addAttribute("officer", actor.has(Meetings.OFFICER));
		return "meeting/list";
	}

	@GetMapping("/{number}")
	ModelAndView show(Actor actor, @PathVariable String number) {
		Meeting meeting = this.meetings.visible(actor, number);
		String at = meeting.meetsAt().atZone(Time.OFFICE).toLocalDateTime().toString();
		return show(actor, meeting, at, meeting.place(), Mistakes.NONE);
	}

	private ModelAndView show(Actor actor, Meeting meeting, String at, String place, Mistakes mistakes) {
		var model = new HashMap<String, Object>();
		List<Attendee> attendees = this.meetings.attendees(meeting);
		List<MeetingItem> items = this.meetings.items(actor, meeting);
		model.put("meeting", meeting);
		model.put("attendees", attendees);
		model.put("items", items);
		model.put("followUps", actor.zoneWide() ? this.followUps.decisions(meeting.handle()) : List.of());
		model.put("names", names(attendees, items));
		model.put("chair", person(meeting.chair()));
		model.put("recorder", person(meeting.recorder()));
		model.put("zone", actor.zoneWide());
		model.put("movable", actor.has(Meetings.OFFICER) && meeting.state() == MeetingState.INVITED);
		model.put("at", at);
		model.put("place", place);
		return mistakes.page("meeting/show", model);
	}

	private Person person(UUID id) {
		return (id == null) ? null : this.people.byId(id).orElse(null);
	}

	private Map<String, Organisation> names(List<Attendee> attendees, List<MeetingItem> items) {
		Set<String> codes = new HashSet<>();
		attendees.forEach((one) -> codes.add(one.organisation()));
		items.forEach((item) -> {
			codes.add(String.valueOf(item.proposer()));
			codes.add(String.valueOf(item.lead()));
		});
		return this.organisations.byCodes(codes);
	}

	@PostMapping("/{number}/move")
	ModelAndView move(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String at,
			@RequestParam(defaultValue = "") String place, RedirectAttributes next) {
		try {
			this.meetings.move(actor, number, at, place);
			next.addFlashAttribute("notice", "meeting.moved");
			return new ModelAndView("redirect:/meetings/" + number);
		}
		catch (InvalidInput invalid) {
			return show(actor, this.meetings.visible(actor, number), at, place, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{number}/minutes.pdf")
	ResponseEntity<byte[]> minutes(Actor actor, @PathVariable String number) {
		Meeting meeting = this.meetings.visible(actor, number);
		if (!meeting.minuted() || !actor.zoneWide()) {
			throw new NotFound("minutes of " + number);
		}
		String name = ContentDisposition.attachment().filename(meeting.number() + ".pdf").build().toString();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, name)
			.body(this.paper.write(meeting, this.meetings.attendees(meeting), this.meetings.items(actor, meeting)));
	}

}
