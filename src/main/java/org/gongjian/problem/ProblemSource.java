package org.gongjian.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Choice;
import org.gongjian.form.ReferenceSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Open problems, as that under which a duplicate is handled. */
@Component
class ProblemSource implements ReferenceSource {

	private final Problems problems;

	private final ProblemTable table;

	ProblemSource(Problems problems, ProblemTable table) {
		this.problems = problems;
		this.table = table;
	}

	@Override
	public String kind() {
		return "problem";
	}

	@Override
	public List<Choice> search(String q, Map<String, Object> data, Actor actor, int limit) {
		ProblemFilter filter = new ProblemFilter((q == null) ? "" : q, null, "", "", "", true);
		return this.problems.list(actor, filter, null, limit).items().stream().map(ProblemSource::choice).toList();
	}

	@Override
	public Optional<Choice> find(String id) {
		return this.table.find(id).filter((problem) -> !problem.confidential()).map(ProblemSource::choice);
	}

	@Override
	public boolean mayChoose(String id, Map<String, Object> data, Actor actor) {
		return this.problems.find(actor, id)
			.filter((other) -> !other.confidential() && !other.state().closed() && !other.title().isEmpty())
			.isPresent();
	}

	private static Choice choice(Problem problem) {
		return new Choice(problem.number(), new Bilingual(problem.number(), problem.number()),
				Bilingual.ofTitle(problem.title()));
	}

}
