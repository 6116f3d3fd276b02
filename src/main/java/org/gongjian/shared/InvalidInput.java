package org.gongjian.shared;

import java.util.List;

/** What was sent is wrong; answered with 422 and one entry per wrong field. */
public class InvalidInput extends RuntimeException {

	private final transient List<Violation> violations;

	public InvalidInput(List<Violation> violations) {
		super(violations.stream().map((violation) -> violation.field() + ":" + violation.code()).toList().toString());
		this.violations = List.copyOf(violations);
	}

	public InvalidInput(String field, String code, Object... arguments) {
		this(List.of(Violation.of(field, code, arguments)));
	}

	/** What is wrong, in the order of the form. */
	public List<Violation> violations() {
		return this.violations;
	}

}
