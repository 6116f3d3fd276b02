package org.gongjian.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.gongjian.shared.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After the clock was moved: does at once what has become due, oldest first. */
@Component
class DueJobs {

	private static final Logger log = LoggerFactory.getLogger(DueJobs.class);

	private static final int MOST_ROUNDS = 50;

	private final ManagementService management;

	DueJobs(ProcessEngine engine) {
		this.management = engine.getManagementService();
	}

	@EventListener
	void clockMoved(ClockMoved moved) {
		Set<String> tried = new HashSet<>();
		for (int round = 0; round < MOST_ROUNDS; round++) {
			List<Job> due = this.management.createJobQuery()
				.executable()
				.orderByJobDuedate()
				.asc()
				.listPage(0, 200)
				.stream()
				.filter((job) -> job.getDuedate() != null && tried.add(job.getId()))
				.toList();
			if (due.isEmpty()) {
				return;
			}
			due.forEach(this::run);
		}
	}

	/**
	 * A job that another thread runs, or that fails, is left to the engine's own retries.
	 * The engine answers the loser of that race with anything, a null pointer too.
	 */
	private void run(Job job) {
		try {
			this.management.executeJob(job.getId());
		}
		catch (RuntimeException left) {
			log.info("Job {} was left to the engine: {}", job.getId(), left.getClass().getSimpleName());
		}
	}

}
