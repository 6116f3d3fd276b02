package org.gongjian.operations;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.RunningInstances;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One case of a process that is suspended or resumed, in its turn. */
@Service
@Transactional
class ProcessHoldCases {

	private final ProcessHoldTable table;

	private final Cases cases;

	private final RunningInstances instances;

	ProcessHoldCases(ProcessHoldTable table, Cases cases, RunningInstances instances) {
		this.table = table;
		this.cases = cases;
		this.instances = instances;
	}

	/**
	 * Holds a case with its process, unless it is held or over, or the process goes on.
	 */
	void hold(ProcessHold hold, String number) {
		this.cases.lock(number);
		CaseFile file = this.cases.get(number);
		if (!file.open() || this.table.of(hold.process()).isEmpty()) {
			return;
		}
		boolean before = this.instances.suspended(file.instance());
		if (this.table.note(hold.process(), number, !before) && !before) {
			this.instances.suspend(file.instance());
			this.cases.log(number, LogEntry.of(hold.by(), "SUSPENDED", null, hold.reason()));
		}
	}

	/** Lets a case go on with its process. */
	void resume(ProcessHold hold, String number) {
		this.cases.lock(number);
		CaseFile file = this.cases.get(number);
		if (file.open() && this.instances.suspended(file.instance())) {
			this.instances.resume(file.instance());
			this.cases.log(number, LogEntry.of(hold.resumedBy(), "RESUMED", null, null));
		}
		this.table.forget(number);
	}

	/** All cases of a process had their turn. */
	void over(String process) {
		this.table.over(process);
	}

}
