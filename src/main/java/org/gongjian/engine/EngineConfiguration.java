package org.gongjian.engine;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine, wired by hand: one data source and one transaction with our own tables,
 * schema owned by Flyway, no reach beyond the building blocks.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	private static final int LOCK_MILLIS = 60_000;

	@Bean
	@DependsOnDatabaseInitialization
	SpringProcessEngineConfiguration processEngineConfiguration(DataSource dataSource,
			PlatformTransactionManager transactions, DiagramBeans beans, NodeListener nodes, EngineClock clock) {
		clock.adopt();
		var configuration = new SpringProcessEngineConfiguration();
		configuration.setProcessEngineName("gongjian");
		configuration.setDataSource(dataSource);
		configuration.setTransactionManager(transactions);
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
		configuration.setCustomHistoryLevels(List.of(new KeptEvents()));
		configuration.setHistory(KeptEvents.NAME);
		configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(nodes)));
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setMetricsEnabled(false);
		configuration.setTaskMetricsEnabled(false);
		configuration.setDbMetricsReporterActivate(false);
		jobs(configuration);
		harden(configuration);
		beans.install(configuration);
		return configuration;
	}

	private static void jobs(SpringProcessEngineConfiguration configuration) {
		var executor = new DefaultJobExecutor();
		executor.setLockTimeInMillis(LOCK_MILLIS);
		executor.setWaitTimeInMillis(2_000);
		executor.setMaxWait(10_000);
		executor.setCorePoolSize(3);
		executor.setMaxPoolSize(6);
		configuration.setJobExecutor(executor);
		configuration.setJobExecutorActivate(false);
		configuration.setFailedJobRetryTimeCycle("R5/PT1M");
		configuration.setHistoryCleanupBatchWindowStartTime("01:00");
		configuration.setHistoryCleanupBatchWindowEndTime("05:00");
	}

	private static void harden(SpringProcessEngineConfiguration configuration) {
		configuration.setDeserializationTypeValidationEnabled(true);
		configuration.setStandaloneTasksEnabled(false);
		configuration.setQueryMaxResultsLimit(2_000);
		configuration.setAutoStoreScriptVariables(false);
		configuration.setConfigureScriptEngineHostAccess(false);
		configuration.setAuthorizationEnabled(false);
		configuration.setDisabledPermissions(List.of());
	}

	@Bean
	ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
		var factory = new ProcessEngineFactoryBean();
		factory.setProcessEngineConfiguration(configuration);
		return factory;
	}

	@Bean
	JobRunner jobRunner(ProcessEngine engine) {
		return new JobRunner(engine);
	}

}
