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
					"studio.problem.plain", said(problem)))
			.toList());
		this.problems = List.copyOf(problems);
	}

	/** Names the element first, unless the sentence does so itself. */
	private static String said(Problem problem) {
		String name = problem.elementName().isBlank() ? problem.element() : problem.elementName();
		return (name.isBlank() || problem.message().contains(name)) ? problem.message()
				: name + ": " + problem.message();
	}

	/** What was found. */
	public List<Problem> problems() {
		return this.problems;
	}

}
