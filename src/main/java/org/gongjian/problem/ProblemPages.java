package org.gongjian.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.sla.ClockAccounts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers everything about a problem for its page. */
@Component
class ProblemPages {

	private final Problems problems;

	private final Reopenings reopenings;

	private final Cases cases;

	private final DispatchTable dispatches;

	private final NoticeTable notices;

	private final ExtensionTable extensions;

	private final VisitTable visits;

	private final ParkingTable parkings;

	private final ProblemTable table;

	private final ClockAccounts clocks;

	private final Organisations organisations;

	private final People people;

	ProblemPages(Problems problems, Reopenings reopenings, Cases cases, DispatchTable dispatches, NoticeTable notices,
			ExtensionTable extensions, VisitTable visits, ParkingTable parkings, ProblemTable table,
			ClockAccounts clocks, Organisations organisations, People people) {
		this.problems = problems;
		this.reopenings = reopenings;
		this.cases = cases;
		this.dispatches = dispatches;
		this.notices = notices;
		this.extensions = extensions;
		this.visits = visits;
		this.parkings = parkings;
		this.table = table;
		this.clocks = clocks;
		this.organisations = organisations;
		this.people = people;
	}

	/** The names of all organisations in a list, by code. */
	Map<String, String> names(List<Problem> rows, Locale locale) {
		Set<String> codes = new LinkedHashSet<>();
		rows.forEach((row) -> {
			codes.add(row.reporterOrg());
			codes.add(row.lead());
			codes.add(row.pairedOrg());
		});
		return organisationNames(codes, locale);
	}

	private Map<String, String> organisationNames(Set<String> codes, Locale locale) {
		return this.organisations.byCodes(codes)
			.values()
			.stream()
			.collect(Collectors.toMap(Organisation::code, (one) -> one.name(locale)));
	}

	/** The parking that lasts, by problem. */
	Map<String, Parking> parkings(List<Problem> rows) {
		var last = new HashMap<String, Parking>();
		rows.forEach((row) -> this.parkings.of(row.number()).forEach((one) -> last.put(row.number(), one)));
		return last;
	}

	void fill(Model model, Actor actor, Problem problem, Locale locale) {
		CaseFile file = this.cases.get(problem.number());
		var data = new CaseValues(this.cases.data(problem.number()));
		List<Dispatch> given = this.dispatches.of(problem.number());
		List<SupervisionNotice> supervised = this.notices.of(problem.number());
		List<Extension> longer = this.extensions.of(problem.number());
		List<ReturnVisit> visited = this.visits.of(problem.number());
		model.addAttribute("problem", problem);
		model.addAttribute("data", data);
		model.addAttribute("file", file);
		model.addAttribute("dispatches", given);
		model.addAttribute("results", results(given, data));
		model.addAttribute("notices", supervised);
		model.addAttribute("extensions", longer);
		model.addAttribute("visits", visited);
		model.addAttribute("parkings", this.parkings.of(problem.number()));
		model.addAttribute("duplicates",
				this.table.duplicatesOf(problem.number())
					.stream()
					.filter((one) -> this.problems.find(actor, one.number()).isPresent())
					.toList());
		model.addAttribute("clocks", this.clocks.of(problem.number()));
		model.addAttribute("names", names(problem, given, locale));
		model.addAttribute("people", this.people.names(usernames(given, supervised, longer, visited), locale));
		model.addAttribute("severities", Problem.SEVERITIES);
		rights(model, actor, problem, file);
	}

	private void rights(Model model, Actor actor, Problem problem, CaseFile file) {
		boolean whole = Problems.seesPhone(actor, problem);
		model.addAttribute("phoneShown", whole ? problem.reporterPhone() : Problem.masked(problem.reporterPhone()));
		model.addAttribute("mayAskPhone", Problems.mayAskPhone(actor, problem, file));
		model.addAttribute("mayReopen", this.reopenings.mayReopen(actor, problem, file));
		model.addAttribute("mayExtend", this.problems.mayExtend(actor, problem));
		model.addAttribute("mayChangeSeverity", Problems.mayChangeSeverity(actor, problem));
	}

	private Map<String, String> names(Problem problem, List<Dispatch> given, Locale locale) {
		Set<String> codes = new LinkedHashSet<>();
		codes.add(problem.reporterOrg());
		codes.add(problem.pairedOrg());
		codes.add(problem.lead());
		given.forEach((one) -> {
			codes.add(one.lead());
			codes.addAll(one.handlers());
		});
		return organisationNames(codes, locale);
	}

	private static Set<String> usernames(List<Dispatch> given, List<SupervisionNotice> supervised,
			List<Extension> longer, List<ReturnVisit> visited) {
		var all = new LinkedHashSet<String>();
		given.forEach((one) -> {
			all.add(one.dispatchedBy());
			all.add(one.signedBy());
			all.add(one.handler());
			all.add(one.objectedBy());
			all.add(one.ruledBy());
		});
		supervised.forEach((one) -> all.add(one.issuedBy()));
		longer.forEach((one) -> {
			all.add(one.requestedBy());
			all.add(one.decidedBy());
		});
		visited.forEach((one) -> all.add(one.visitor()));
		all.removeIf(Objects::isNull);
		return all;
	}

	/** What a department planned and reported. */
	record Result(String department, CaseValues plan, CaseValues result) {
	}

	private static List<Result> results(List<Dispatch> given, CaseValues data) {
		var codes = new LinkedHashSet<String>();
		given.forEach((one) -> codes.addAll(one.handlers()));
		var results = new ArrayList<Result>();
		for (String code : codes) {
			CaseValues plan = data.part("plans", code);
			if (!plan.all().isEmpty()) {
				results.add(new Result(code, plan, data.part("results", code)));
			}
		}
		return results;
	}

}
