package org.gongjian.engine;

import java.util.EnumSet;
import java.util.Set;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What the engine keeps of the past: everything but what the house keeps itself and reads
 * nowhere else. Tasks with whom they asked are in the lists, changes of data and who did
 * what in the case file, why a job failed at the job. A quarter of what a decision made
 * the engine write were such rows.
 */
final class KeptEvents extends HistoryLevelFull {

	/** What the database calls this level; the engine refuses to start on another. */
	static final String NAME = "house";

	private static final int ID = 20;

	private static final Set<HistoryEventTypes> KEPT_ELSEWHERE = EnumSet.of(HistoryEventTypes.TASK_INSTANCE_CREATE,
			HistoryEventTypes.TASK_INSTANCE_UPDATE, HistoryEventTypes.TASK_INSTANCE_MIGRATE,
			HistoryEventTypes.TASK_INSTANCE_COMPLETE, HistoryEventTypes.TASK_INSTANCE_DELETE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.IDENTITY_LINK_ADD,
			HistoryEventTypes.IDENTITY_LINK_DELETE, HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_FAIL,
			HistoryEventTypes.JOB_SUCCESS, HistoryEventTypes.JOB_DELETE);

	@Override
	public int getId() {
		return ID;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
		return !(event instanceof HistoryEventTypes known && KEPT_ELSEWHERE.contains(known));
	}

}
