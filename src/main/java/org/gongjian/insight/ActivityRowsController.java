package org.gongjian.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import org.gongjian.insight.InsightActivities.Held;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind the figures about activities. */
@Controller
@RequestMapping("/insight")
class ActivityRowsController {

	private static final int PAGE = 25;

	private static final int MOST = 200;

	private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

	private final InsightActivities table;

	private final ActivityPart part;

	ActivityRowsController(InsightActivities table, ActivityPart part) {
		this.table = table;
		this.part = part;
	}

	@GetMapping("/activities")
	@Transactional(readOnly = true)
	String activities(Actor actor, @RequestParam String pillar, @RequestParam(required = false) String org,
			@RequestParam(required = false) String cursor, Model model) {
		Scope scope = Scope.of(actor, org);
		if (!InsightActivities.PILLARS.contains(pillar)) {
			throw new InvalidInput("pillar", "web.violation.unknown");
		}
		LocalDate before = LATEST;
		String number = "";
		if (cursor != null && cursor.length() > 11) {
			try {
				before = LocalDate.parse(cursor.substring(0, 10));
				number = cursor.substring(11);
			}
			catch (DateTimeException unreadable) {
				before = LATEST;
			}
		}
		List<Held> found = this.table.held(scope.organisation(), pillar, this.part.since(), before, number, PAGE + 1);
		model.addAttribute("scope", scope);
		model.addAttribute("pillar", pillar);
		model.addAttribute("rows", Slice.cut(found, PAGE, (one) -> one.on() + "_" + one.number()));
		return "insight/activities";
	}

	@GetMapping("/plan")
	@Transactional(readOnly = true)
	String plan(Actor actor, @RequestParam(required = false) String org, Model model) {
		Scope scope = Scope.of(actor, org);
		model.addAttribute("scope", scope);
		model.addAttribute("rows", this.table.missing(scope.organisation(), this.part.month(), MOST));
		model.addAttribute("most", MOST);
		return "insight/plan";
	}

}
