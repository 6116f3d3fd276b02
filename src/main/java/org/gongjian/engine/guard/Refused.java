package org.gongjian.engine.guard;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngineException;

/** The guard did not let something into the engine. */
public class Refused extends ProcessEngineException {

	private final transient List<Finding> findings;

	Refused(List<Finding> findings) {
		super(findings.stream()
			.map((finding) -> finding.element() + " " + finding.where() + ": " + finding.message())
			.collect(Collectors.joining("\n")));
		this.findings = findings;
	}

	Refused(String reason) {
		super(reason);
		this.findings = List.of();
	}

	/** What was found, may be empty. */
	public List<Finding> findings() {
		return this.findings;
	}

}
