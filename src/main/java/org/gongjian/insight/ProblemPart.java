package org.gongjian.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.Map;

import org.gongjian.insight.InsightProblems.Closed;
import org.gongjian.insight.Part.Bar;
import org.gongjian.insight.Part.Chart;
import org.gongjian.insight.Part.Figure;
import org.springframework.stereotype.Component;

/**
 * Problems by state, with the rates of resolution and satisfaction. What was only
 * explained is shown on its own and never counted as solved.
 */
@Component
class ProblemPart implements Part.Source {

	private static final String RESOLVED = "CLOSED_RESOLVED";

	private static final String EXPLAINED = "CLOSED_EXPLAINED";

	private static final String PARKED = "PARKED";

	/** As a problem goes through them. */
	private static final List<String> STATES = List.of("REGISTERED", "WAITING_REPORTER", "ACCEPTED", "L1_HANDLING",
			"DISPATCHED", "HANDLING", "RESULT_REVIEW", "REPLIED", "CONFIRMED", "VISITED", "ESCALATED_L3",
			"ESCALATED_L4", "ESCALATED_L5", "DISPUTE", PARKED, RESOLVED, EXPLAINED, "CLOSED_OUT_OF_SCOPE",
			"CLOSED_DUPLICATE", "CLOSED_WITHDRAWN", "CLOSED_NO_RESPONSE");

	private final InsightProblems table;

	private final BasisTable bases;

	ProblemPart(InsightProblems table, BasisTable bases) {
		this.table = table;
		this.bases = bases;
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public Part of(Scope scope) {
		String org = scope.whole() ? "" : "&org=" + scope.organisation();
		Map<String, Long> states = this.table.states(scope.organisation());
		Closed closed = this.table.closed(scope.organisation());
		long over = sum(states, true);
		long explained = states.getOrDefault(EXPLAINED, 0L);
		var figures = new ArrayList<>(
				List.of(Figure.count("insight.problems.open", sum(states, false), "/problems?open=true" + org, false),
						Figure.share("insight.problems.resolved", closed.resolved(), over,
								"/problems?state=" + RESOLVED + org, false),
						Figure.share("insight.problems.explained", explained, over,
								"/problems?state=" + EXPLAINED + org, false),
						Figure.share("insight.problems.satisfied", closed.satisfied(), closed.answered(),
								"/problems?state=" + RESOLVED + org, false),
						Figure.share("insight.problems.branch", closed.byBranch(), closed.resolved(),
								"/problems?state=" + RESOLVED + org, false),
						Figure.share("insight.problems.at-first", closed.atFirst(), closed.resolved(),
								"/problems?state=" + RESOLVED + org, false),
						Figure.count("insight.problems.parked", states.getOrDefault(PARKED, 0L),
								"/problems?state=" + PARKED + org, false)));
		Map<Basis, Sum> sums = this.bases.whole(List.of(MoreBases.PROBLEM_PARKED, MoreBases.PROBLEM_CONTRADICTED),
				scope.organisation());
		Sum contradicted = sums.get(MoreBases.PROBLEM_CONTRADICTED);
		figures
			.add(Figure.of(MoreBases.PROBLEM_PARKED, sums.get(MoreBases.PROBLEM_PARKED), scope.organisation(), false));
		figures.add(
				Figure.of(MoreBases.PROBLEM_CONTRADICTED, contradicted, scope.organisation(), contradicted.hits() > 0));
		List<Bar> bars = STATES.stream()
			.filter(states::containsKey)
			.map((state) -> Bar.of("problem.state." + state, states.get(state), "/problems?state=" + state + org))
			.toList();
		List<Sum> groups = this.bases.sums(List.of(MoreBases.PROBLEM_LEVELS, MoreBases.PROBLEM_DAYS),
				scope.organisation());
		return new Part("insight.problems", figures,
				List.of(new Chart("insight.problems.states", "insight.unit.problems", bars),
						levels(groups, scope.organisation()), times(groups, scope.organisation())));
	}

	/** How high the problems of the last year went. */
	private static Chart levels(List<Sum> groups, String org) {
		return new Chart("insight.behind.problem-levels", "insight.unit.problems", of(groups, MoreBases.PROBLEM_LEVELS)
			.map((sum) -> Bar.of("insight.group.problem-levels." + sum.group(), sum.many(),
					Part.behind(MoreBases.PROBLEM_LEVELS, sum.group(), org)))
			.toList());
	}

	/** How long problems take, by severity. */
	private static Chart times(List<Sum> groups, String org) {
		return new Chart("insight.behind.problem-days", "insight.unit.days",
				of(groups, MoreBases.PROBLEM_DAYS)
					.map((sum) -> Bar.median("problem.severity." + sum.group(), MoreBases.PROBLEM_DAYS, sum, org))
					.toList());
	}

	private static Stream<Sum> of(List<Sum> groups, Basis basis) {
		return groups.stream()
			.filter((sum) -> sum.code().equals(basis.code()) && sum.group() != null)
			.sorted(Comparator.comparing(Sum::group));
	}

	private static long sum(Map<String, Long> states, boolean closed) {
		return states.entrySet()
			.stream()
			.filter((state) -> state.getKey().startsWith("CLOSED") == closed)
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

}
