package org.gongjian.insight;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.gongjian.shared.Actor;
import org.gongjian.insight.BasisTable.Line;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows a figure is computed from, and how. */
@Controller
class BehindController {

	private static final int PAGE = 25;

	private final Figures figures;

	private final BasisTable table;

	private final Organisations organisations;

	BehindController(Figures figures, BasisTable table, Organisations organisations) {
		this.figures = figures;
		this.table = table;
		this.organisations = organisations;
	}

	@GetMapping("/insight/behind/{basis}")
	@Transactional(readOnly = true)
	String rows(Actor actor, @PathVariable("basis") String code, @RequestParam(required = false) String org,
			@RequestParam(required = false) String group, @RequestParam(required = false) Boolean counts,
			@RequestParam(required = false) String cursor, Model model) {
		Scope scope = Scope.of(actor, org);
		Basis basis = Bases.named(code);
		if (basis == null) {
			throw new NotFound("figure " + code);
		}
		if (group != null && !basis.groups().contains(group)) {
			throw new InvalidInput("group", "web.violation.unknown");
		}
		List<Line> lines = this.table.lines(basis, scope.organisation(), group, counts, place(basis, cursor), PAGE + 1);
		Kept.Counted<List<Sum>> sums = this.figures.of(scope, basis);
		model.addAttribute("scope", scope);
		model.addAttribute("shown", scope.whole() ? null : this.organisations.get(scope.organisation()));
		model.addAttribute("basis", basis);
		model.addAttribute("group", group);
		model.addAttribute("counts", counts);
		model.addAttribute("sums", sums.what());
		model.addAttribute("sum", sum(sums.what(), basis, group));
		model.addAttribute("counted", sums.at());
		model.addAttribute("names", this.organisations.byCodes(codes(lines)));
		model.addAttribute("rows", Slice.cut(lines, PAGE, BehindController::cursor));
		return "insight/behind";
	}

	/** What the rows shown come to; of all groups together, only how many there are. */
	private static Sum sum(List<Sum> sums, Basis basis, String group) {
		if (group == null && !basis.groups().isEmpty()) {
			return new Sum(basis.code(), null, sums.stream().mapToLong(Sum::many).sum(), 0, null, null, 0);
		}
		return sums.stream()
			.filter((sum) -> Objects.equals(sum.group(), group))
			.findFirst()
			.orElse(Sum.none(basis.code(), group));
	}

	private static Set<String> codes(List<Line> lines) {
		var codes = new HashSet<String>();
		lines.stream()
			.flatMap((line) -> Stream.of(line.organisationA(), line.organisationB()))
			.filter(Objects::nonNull)
			.forEach(codes::add);
		return codes;
	}

	private static String cursor(Line line) {
		return ((line.day() == null) ? line.at() : line.day()) + "_" + line.id();
	}

	/** The place a cursor says; the beginning for anything else. */
	private static Line place(Basis basis, String cursor) {
		int cut = (cursor == null) ? -1 : cursor.indexOf('_');
		if (cut < 0) {
			return null;
		}
		try {
			String at = cursor.substring(0, cut);
			return new Line(cursor.substring(cut + 1), null, null, null, null,
					basis.dated() ? LocalDate.parse(at) : null, basis.dated() ? null : Instant.parse(at), null, 0,
					false);
		}
		catch (DateTimeException unreadable) {
			return null;
		}
	}

}
