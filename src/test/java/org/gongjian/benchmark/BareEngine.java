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
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService().createDeployment().addClasspathResource("benchmark/bare.bpmn").deploy();
	}

	/** Ids of new tasks. */
	List<String> tasks(int many) {
		return IntStream.range(0, many).mapToObj((i) -> {
			var instance = this.engine.getRuntimeService()
				.startProcessInstanceByKey("bare", "B-" + System.nanoTime(), Map.of("subject", "A request"));
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
