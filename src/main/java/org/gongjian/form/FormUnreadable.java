package org.gongjian.form;

import java.util.List;
import java.util.stream.Collectors;

/** A form file is wrong; says where and why, all faults at once. */
public class FormUnreadable extends RuntimeException {

	private final transient List<FormFault> faults;

	FormUnreadable(String file, List<FormFault> faults) {
		super(file + ": " + faults.stream().map(FormFault::toString).collect(Collectors.joining("; ")));
		this.faults = List.copyOf(faults);
	}

	/** What is wrong, each with its place. */
	public List<FormFault> faults() {
		return this.faults;
	}

}
