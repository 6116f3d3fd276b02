package org.gongjian.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.gongjian.inbox.ProcessNames;
import org.gongjian.insight.CaseRows.Place;
import org.gongjian.insight.CaseRows.Row;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tasks behind the figures that say where cases wait and how long steps take. */
@Controller
@RequestMapping("/insight/waiting")
class TaskRowsController {

	private static final int PAGE = 25;

	private final CaseRows rows;

	private final ProcessNames processes;

	private final Clock clock;

	TaskRowsController(CaseRows rows, ProcessNames processes, Clock clock) {
		this.rows = rows;
		this.processes = processes;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	String open(Actor actor, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(required = false) String org, @RequestParam(required = false) String cursor, Model model) {
		Scope scope = Scope.of(actor, org);
		page(this.rows.waiting(scope.organisation(), null, null, all, this.clock.instant(), Place.of(cursor), PAGE + 1),
				scope, model);
		model.addAttribute("all", all);
		return "insight/waiting";
	}

	@GetMapping("/{process}/{step}")
	@Transactional(readOnly = true)
	String step(Actor actor, @PathVariable String process, @PathVariable String step,
			@RequestParam(defaultValue = "false") boolean done, @RequestParam(required = false) String org,
			@RequestParam(required = false) String cursor, Locale locale, Model model) {
		Scope scope = Scope.of(actor, org);
		Instant now = this.clock.instant();
		Place after = Place.of(cursor);
		page(done ? this.rows.done(scope.organisation(), process, step, now.minus(WorkPart.YEAR), after, PAGE + 1)
				: this.rows.waiting(scope.organisation(), process, step, true, now, after, PAGE + 1), scope, model);
		model.addAttribute("process", this.processes.all(locale).getOrDefault(process, process));
		return done ? "insight/done" : "insight/waiting";
	}

	private static void page(List<Row> found, Scope scope, Model model) {
		model.addAttribute("rows", Slice.cut(found, PAGE, (row) -> Place.after(row.since(), row.id())));
		model.addAttribute("scope", scope);
		model.addAttribute("process", null);
	}

}
