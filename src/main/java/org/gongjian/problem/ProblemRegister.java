package org.gongjian.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.gongjian.inbox.Register;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Component;

/** The register of problems for programs. */
@Component
class ProblemRegister implements Register {

	private final Problems problems;

	ProblemRegister(Problems problems) {
		this.problems = problems;
	}

	@Override
	public String name() {
		return "problems";
	}

	@Override
	public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
		ProblemState state = (status == null || status.isBlank()) ? null : ProblemState.of(status);
		if (state == null && status != null && !status.isBlank()) {
			throw new InvalidInput("status", "web.violation.unknown");
		}
		ProblemFilter filter = new ProblemFilter(Objects.toString(q, ""), state, "", "", "", false);
		return this.problems.list(actor, filter, cursor, limit).map((problem) -> row(actor, problem));
	}

	@Override
	public Optional<Map<String, Object>> find(Actor actor, String number) {
		return this.problems.find(actor, number).map((problem) -> row(actor, problem));
	}

	private static Map<String, Object> row(Actor actor, Problem problem) {
		var row = new LinkedHashMap<String, Object>();
		row.put("number", problem.number());
		row.put("case", problem.number());
		row.put("title", problem.title());
		row.put("reporterOrg", problem.reporterOrg());
		row.put("pairedOrg", problem.pairedOrg());
		row.put("type", problem.kind());
		row.put("category", problem.category());
		row.put("severity", problem.severity());
		row.put("level", problem.level());
		row.put("status", problem.state().name());
		row.put("confidential", problem.confidential());
		row.put("channel", problem.channel());
		row.put("sourceRef", problem.sourceRef());
		row.put("reporterPhone",
				Problems.seesPhone(actor, problem) ? problem.reporterPhone() : Problem.masked(problem.reporterPhone()));
		row.put("lead", problem.lead());
		row.put("dispatchCount", problem.dispatches());
		row.put("reworkCount", problem.reworks());
		row.put("resultClass", problem.resultClass());
		row.put("satisfaction", problem.satisfaction());
		row.put("duplicateOf", problem.duplicateOf());
		row.put("parkedUntil", text(problem.parkedUntil()));
		row.put("registeredAt", text(problem.registeredAt()));
		row.put("closedAt", text(problem.closedAt()));
		row.put("provenance", problem.provenance());
		return row;
	}

	private static String text(Object value) {
		return (value == null) ? null : value.toString();
	}

}
