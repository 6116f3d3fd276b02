package org.gongjian.plaque;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of evaluations. */
@Controller
@RequestMapping("/evaluations")
class EvaluationController {

	private static final int PAGE = 25;

	private final Evaluations evaluations;

	private final Organisations organisations;

	private final People people;

	EvaluationController(Evaluations evaluations, Organisations organisations, People people) {
		this.evaluations = evaluations;
		this.organisations = organisations;
		this.people = people;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(name = "q", required = false) String text,
			@RequestParam(required = false) String year, @RequestParam(required = false) String grade,
			@RequestParam(required = false) String cursor, Model model) {
		EvaluationFilter filter = filter(text, year, grade);
		Slice<Evaluation> rows = this.evaluations.list(actor, filter, cursor, PAGE);
		model.addAttribute("filter", filter);
		model.addAttribute("evaluations", rows);
		model.addAttribute("names", names(rows.items()));
		model.addAttribute("grades", Evaluation.Grade.values());
		return "plaque/evaluations";
	}

	/** What is no year and no grade narrows nothing. */
	static EvaluationFilter filter(String text, String year, String grade) {
		Integer wanted = (year != null && year.strip().matches("[0-9]{4}")) ? Integer.valueOf(year.strip()) : null;
		Evaluation.Grade known = java.util.Arrays.stream(Evaluation.Grade.values())
			.filter((one) -> one.name().equals(grade))
			.findFirst()
			.orElse(null);
		return new EvaluationFilter(text, wanted, known);
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		Evaluation one = this.evaluations.visible(actor, id);
		model.addAttribute("one", one);
		model.addAttribute("scores", this.evaluations.scores(one));
		model.addAttribute("names", names(List.of(one)));
		model.addAttribute("reviewers",
				this.people.names(List.of(one.reviewers().split(",")), LocaleContextHolder.getLocale()).values());
		return "plaque/evaluation";
	}

	private Map<String, Organisation> names(Collection<Evaluation> rows) {
		return this.organisations
			.byCodes(rows.stream().flatMap((one) -> one.organisations().stream()).distinct().toList());
	}

}
