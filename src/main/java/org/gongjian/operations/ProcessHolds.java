package org.gongjian.operations;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import org.gongjian.approval.Reason;
import org.gongjian.engine.Definitions;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspends whole processes, and lets them go on; {@link ProcessHoldWork} does the rest.
 */
@Service
@Transactional
class ProcessHolds {

	private final ProcessHoldTable table;

	private final Definitions definitions;

	private final Journal journal;

	private final Clock clock;

	ProcessHolds(ProcessHoldTable table, Definitions definitions, Journal journal, Clock clock) {
		this.table = table;
		this.definitions = definitions;
		this.journal = journal;
		this.clock = clock;
	}

	/** How a process is suspended; empty when it runs as it should. */
	@Transactional(readOnly = true)
	Optional<ProcessHold> of(String process) {
		return this.table.find(process);
	}

	/** The processes that are suspended or are going on again. */
	@Transactional(readOnly = true)
	Set<String> all() {
		return Set.copyOf(this.table.all());
	}

	/**
	 * From now on no case of a process begins; those that run are held one after the
	 * other.
	 * @throws Overtaken if somebody was first
	 */
	void suspend(Actor actor, String process, String reason) {
		this.definitions.newest(process).orElseThrow(() -> new NotFound("process " + process));
		String why = Reason.required("reason", reason, "operations.reason");
		try {
			if (!this.table.suspend(process, why, actor.username(), this.clock.instant())) {
				throw first(process, "operations.halt.already");
			}
		}
		catch (DuplicateKeyException together) {
			throw new Overtaken("operations.halt.already");
		}
		this.journal.record("process.suspended", process, why);
	}

	/**
	 * Cases of a process begin again; those held with it go on one after the other. What
	 * was held on its own stays so.
	 * @throws Overtaken if somebody was first
	 */
	void resume(Actor actor, String process) {
		if (!this.table.resume(process, actor.username(), this.clock.instant())) {
			throw first(process, "operations.halt.not");
		}
		this.journal.record("process.resumed", process, null);
	}

	private Overtaken first(String process, String code) {
		return this.table.find(process)
			.map((hold) -> hold.resuming()
					? new Overtaken("operations.halt.not", hold.resumedBy(), hold.resumedAt(), null)
					: new Overtaken(code, hold.by(), hold.at(), hold.reason()))
			.orElseGet(() -> new Overtaken(code));
	}

}
