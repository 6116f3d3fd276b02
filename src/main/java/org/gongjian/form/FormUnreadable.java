package org.gongjian.form;

import java.util.List;

/** A form file is wrong; says where and why, all problems at once. */
public class FormUnreadable extends RuntimeException {

	private final transient List<String> problems;

	FormUnreadable(String file, List<String> problems) {
		super(file + ": " + String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	/** What is wrong, each with its place: {@code sections[0].fields[2].typ: unknown}. */
	public List<String> problems() {
		return this.problems;
	}

}
