package org.gongjian.insight;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.gongjian.insight.CaseRows.Place;
import org.gongjian.insight.CaseRows.Row;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.gongjian.sla.ClockKind;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard and the rows behind its figures. */
@Controller
@RequestMapping("/insight")
class InsightController {

	private static final int PAGE = 25;

	private static final int QUIET = 100;

	private final Figures figures;

	private final CaseRows rows;

	private final InsightTable table;

	private final PairingPart pairs;

	private final Organisations organisations;

	private final Clock clock;

	InsightController(Figures figures, CaseRows rows, InsightTable table, PairingPart pairs,
			Organisations organisations, Clock clock) {
		this.figures = figures;
		this.rows = rows;
		this.table = table;
		this.pairs = pairs;
		this.organisations = organisations;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	String show(Actor actor, @RequestParam(required = false) String org, Model model) {
		if (org == null && Scope.none(actor)) {
			return "insight/none";
		}
		Scope scope = scope(actor, org, model);
		Kept.Counted<List<Part>> counted = this.figures.of(scope);
		model.addAttribute("parts", counted.what());
		model.addAttribute("counted", counted.at());
		model.addAttribute("organisations",
				actor.zoneWide() ? this.organisations.list(null, null, null, true, null, 500).items()
						: this.organisations.all(scope.choices()));
		model.addAttribute("zone", actor.zoneWide());
		return "insight/dashboard";
	}

	@GetMapping("/quiet")
	@Transactional(readOnly = true)
	String quiet(Actor actor, @RequestParam(required = false) String org, Model model) {
		Scope scope = scope(actor, org, model);
		List<InsightTable.Quiet> quiet = this.table.quiet(scope.organisation(), this.pairs.since(), QUIET);
		Set<String> codes = new HashSet<>();
		quiet.forEach((pair) -> codes.addAll(List.of(pair.government(), pair.enterprise())));
		model.addAttribute("quiet", quiet);
		model.addAttribute("names", this.organisations.byCodes(codes));
		model.addAttribute("days", PairingPart.QUIET);
		model.addAttribute("most", QUIET);
		return "insight/quiet";
	}

	@GetMapping("/clocks")
	@Transactional(readOnly = true)
	String clocks(Actor actor, @RequestParam String kind, @RequestParam(defaultValue = "false") boolean late,
			@RequestParam(required = false) String org, @RequestParam(required = false) String cursor, Model model) {
		Scope scope = scope(actor, org, model);
		if (List.of(ClockKind.values()).stream().noneMatch((one) -> one.name().equals(kind))) {
			throw new InvalidInput("kind", "web.violation.unknown");
		}
		List<Row> found = this.rows.clocks(scope.organisation(), kind, late, this.clock.instant(), Place.of(cursor),
				PAGE + 1);
		model.addAttribute("rows", Slice.cut(found, PAGE, (row) -> Place.after(row.due(), row.id())));
		model.addAttribute("kind", kind);
		model.addAttribute("late", late);
		return "insight/clocks";
	}

	/**
	 * @throws NotFound for an organisation that does not exist or is not one's own
	 */
	private Scope scope(Actor actor, String org, Model model) {
		Scope scope = Scope.of(actor, org);
		Organisation shown = scope.whole() ? null : this.organisations.find(scope.organisation())
			.orElseThrow(() -> new NotFound("figures of " + scope.organisation()));
		model.addAttribute("scope", scope);
		model.addAttribute("shown", shown);
		return scope;
	}

}
