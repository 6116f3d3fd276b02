package org.gongjian.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Mistakes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of activities, and what can be done with one. */
@Controller
@RequestMapping("/activities")
class ActivityController {

	private static final int ROWS = 25;

	private static final String BACK = "redirect:/activities/";

	private static final String PROPOSE = "redirect:/new/" + ActivityProposalRule.PROCESS;

	private static final List<String> STATUSES = List.of("UNDER_REVIEW", "RETURNED", "AHEAD", "PUBLISHED",
			"IN_PROGRESS", "RECORDING", "CONFIRMED", "SETTLED", "ARCHIVED", "POSTPONED", "CANCELLED", "REJECTED",
			"WITHDRAWN", "LAPSED", "NOT_EVIDENCED");

	private final Activities activities;

	private final Published published;

	private final Starting starting;

	private final ActivityPage page;

	private final Organisations organisations;

	private final Cases cases;

	private final Clock clock;

	private final ActivityPapers papers;

	ActivityController(Activities activities, Published published, Starting starting, ActivityPage page,
			Organisations organisations, Cases cases, ActivityPapers papers, Clock clock) {
		this.papers = papers;
		this.activities = activities;
		this.published = published;
		this.starting = starting;
		this.page = page;
		this.organisations = organisations;
		this.cases = cases;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(name = "q", required = false) String text,
			@RequestParam(required = false) String status, @RequestParam(required = false) String org,
			@RequestParam(required = false) String pairing, @RequestParam(required = false) String cursor,
			Model model) {
		ActivityFilter filter = new ActivityFilter(text, status, org, pairing);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.activities.page(actor, filter, cursor, ROWS));
		model.addAttribute("statuses", STATUSES);
		model.addAttribute("now", this.clock.instant());
		return "activity/list";
	}

	@GetMapping("/{number}")
	ModelAndView show(Actor actor, @PathVariable String number) {
		return show(actor, number, null, Mistakes.NONE);
	}

	@GetMapping("/{number}/{paper}.pdf")
	ResponseEntity<byte[]> paper(Actor actor, @PathVariable String number, @PathVariable String paper) {
		Activity activity = this.activities.visible(actor, number);
		ActivityPapers.Paper wanted = ActivityPapers.Paper.of(paper);
		if (!ActivityPapers.of(activity).contains(wanted)) {
			throw new NotFound("paper " + paper);
		}
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(activity.handle() + "-" + paper + ".pdf").build().toString())
			.body(this.papers.write(activity, wanted));
	}

	private ModelAndView show(Actor actor, String number, String reason, Mistakes mistakes) {
		Activity activity = this.activities.visible(actor, number);
		ModelAndView page = mistakes.page("activity/show", this.page.of(activity));
		List<Part> parts = this.activities.parts(activity);
		page.addObject("parts", parts);
		page.addObject("names", names(parts));
		page.addObject("papers", ActivityPapers.of(activity));
		page.addObject("reason", reason);
		page.addObject("mayChange", this.published.mayChange(actor, activity));
		page.addObject("mayCancel", this.published.mayCancel(actor, activity));
		page.addObject("mayReport", this.published.mayReport(actor, activity));
		page.addObject("mayPropose", actor.has("gov-liaison") || actor.has("ent-liaison"));
		page.addObject("now", this.clock.instant());
		return page;
	}

	private Map<String, Organisation> names(List<Part> parts) {
		return this.organisations.all(parts.stream().map(Part::organisation).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

	@GetMapping("/{number}/change")
	ModelAndView change(Actor actor, @PathVariable String number) {
		Activity activity = this.activities.visible(actor, number);
		if (!this.published.mayChange(actor, activity)) {
			return new ModelAndView(BACK + number);
		}
		CaseValues data = new CaseValues(this.cases.data(activity.caseNumber()));
		return form(activity, ChangeForm.of(activity, data), Mistakes.NONE);
	}

	@PostMapping("/{number}/change")
	ModelAndView change(Actor actor, @PathVariable String number, @ModelAttribute ChangeForm form,
			RedirectAttributes next) {
		try {
			this.published.change(actor, number, form);
			next.addFlashAttribute("notice", "activity.changed");
			return new ModelAndView(BACK + number);
		}
		catch (InvalidInput invalid) {
			return form(this.activities.visible(actor, number), form, Mistakes.of(invalid));
		}
	}

	private static ModelAndView form(Activity activity, ChangeForm form, Mistakes mistakes) {
		return mistakes.page("activity/change",
				Map.of("activity", activity, "form", form, "places", ChangeForm.PLACES));
	}

	@PostMapping("/{number}/cancel")
	ModelAndView cancel(Actor actor, @PathVariable String number, @RequestParam(required = false) String reason,
			RedirectAttributes next) {
		try {
			this.published.cancel(actor, number, reason);
			next.addFlashAttribute("notice", "activity.cancelled");
			return new ModelAndView(BACK + number);
		}
		catch (InvalidInput invalid) {
			return show(actor, number, reason, Mistakes.of(invalid));
		}
	}

	@PostMapping("/{number}/incident")
	ModelAndView incident(Actor actor, @PathVariable String number, @RequestParam(required = false) String reason,
			RedirectAttributes next) {
		try {
			this.published.reportIncident(actor, number, reason);
			next.addFlashAttribute("notice", "activity.incident.reported");
			return new ModelAndView(BACK + number);
		}
		catch (InvalidInput invalid) {
			return show(actor, number, reason, Mistakes.of(invalid));
		}
	}

	@PostMapping("/{number}/copy")
	String copy(Actor actor, @PathVariable String number) {
		this.starting.copy(actor, number);
		return PROPOSE;
	}

	@PostMapping("/item/{item}")
	String item(Actor actor, @PathVariable UUID item) {
		this.starting.item(actor, item);
		return PROPOSE;
	}

	@PostMapping("/plan/{row}")
	String plan(Actor actor, @PathVariable UUID row) {
		this.starting.plan(actor, row);
		return PROPOSE;
	}

}
