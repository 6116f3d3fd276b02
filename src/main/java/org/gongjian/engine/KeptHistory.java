package org.gongjian.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long the engine keeps the way travelled by instances that have ended. */
@Component
@Transactional
public class KeptHistory {

	private static final int MOST = 1_000;

	private final RepositoryService repository;

	private final HistoryService history;

	KeptHistory(ProcessEngine engine) {
		this.repository = engine.getRepositoryService();
		this.history = engine.getHistoryService();
	}

	/** For how many days the engine keeps the history of ended instances of a process. */
	@Transactional(readOnly = true)
	public int keptDays(String process) {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.list()
			.stream()
			.map(ProcessDefinition::getHistoryTimeToLive)
			.filter((days) -> days != null)
			.findFirst()
			.orElse(0);
	}

	/** Lays down for how many days history is kept, for every version. */
	public void keep(String process, int days) {
		this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.list()
			.forEach((version) -> this.repository.updateProcessDefinitionHistoryTimeToLive(version.getId(), days));
	}

	/** How many ended instances ended before a moment. */
	@Transactional(readOnly = true)
	public long endedBefore(String process, Instant moment) {
		return this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(process)
			.finishedBefore(Date.from(moment))
			.count();
	}

	/**
	 * Removes the history of instances that ended before a moment, up to a thousand.
	 * @return how many
	 */
	public int cleanUp(String process, Instant moment) {
		List<String> ended = this.history.createHistoricProcessInstanceQuery()
			.processDefinitionKey(process)
			.finishedBefore(Date.from(moment))
			.listPage(0, MOST)
			.stream()
			.map((one) -> one.getId())
			.toList();
		if (!ended.isEmpty()) {
			this.history.deleteHistoricProcessInstancesBulk(ended);
		}
		return ended.size();
	}

}
