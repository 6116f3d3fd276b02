package org.gongjian.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Lets the engine's jobs run once the application answers, and stops them before it goes.
 */
public class JobRunner {

	private final JobExecutor executor;

	JobRunner(ProcessEngine engine) {
		this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (!this.executor.isActive()) {
			this.executor.start();
		}
	}

	@EventListener(ContextClosedEvent.class)
	void end() {
		if (this.executor.isActive()) {
			this.executor.shutdown();
		}
	}

}
