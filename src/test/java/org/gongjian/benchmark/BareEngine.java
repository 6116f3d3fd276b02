package org.gongjian.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.gongjian.support.Postgres;

/** Camunda with nothing of ours around it, in a database of its own. */
final class BareEngine implements AutoCloseable {

	private final HikariDataSource source = new HikariDataSource();

	private final ProcessEngine engine;

	BareEngine() {
		boolean postgres = "postgresql".equals(System.getProperty("house.database"));
		this.source.setJdbcUrl(postgres ? Postgres.newDatabaseUrl() : "jdbc:h2:mem:bare;DB_CLOSE_DELAY=-1");
		this.source.setUsername(postgres ? "postgres" : "sa");
		this.source.setPassword(postgres ? "postgres" : "");
		var configuration = new StandaloneProcessEngineConfiguration();
		configuration.setProcessEngineName("bare");
		configuration.setDataSource(this.source);
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
		configuration.setJobExecutorActivate(false);
		configuration.setMetricsEnabled(false);
		configuration.setBeans(Map.of("asked", List.of("party-officer")));
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("benchmark/bare.bpmn")
			.addClasspathResource("benchmark/same.bpmn")
			.deploy();
	}

	/**
	 * Ids of new tasks.
	 * @param process {@code bare}, one plain task after the other, or {@code same}, drawn
	 * as the trial process of the house is
	 */
	List<String> tasks(String process, int many) {
		return IntStream.range(0, many).mapToObj((i) -> {
			var instance = this.engine.getRuntimeService()
				.startProcessInstanceByKey(process, "B-" + System.nanoTime(),
						Map.of("subject", "A request", "due", "2099-01-01T00:00:00"));
			Task task = this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceId(instance.getId())
				.singleResult();
			return task.getId();
		}).toList();
	}

	void complete(String task) {
		this.engine.getTaskService().complete(task, Map.of("outcome", "APPROVE"));
	}

	@Override
	public void close() {
		this.engine.close();
		this.source.close();
	}

}
