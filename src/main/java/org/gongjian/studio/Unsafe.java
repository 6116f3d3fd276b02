package org.gongjian.studio;

import java.util.List;

import org.gongjian.engine.Problem;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Violation;

/**
 * A file that is not even kept: it tries to run something, or is no diagram at all. Says
 * which element and what to do instead.
 */
public final class Unsafe extends InvalidInput {

	private final transient List<Problem> problems;

	Unsafe(List<Problem> problems) {
		super(problems.stream()
			.map((problem) -> Violation.of(problem.element().isEmpty() ? "xml" : problem.element(),
					"studio.problem.plain", problem.message()))
			.toList());
		this.problems = List.copyOf(problems);
	}

	/** What was found. */
	public List<Problem> problems() {
		return this.problems;
	}

}
