package org.gongjian.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases the shipped diagrams, with their tables and forms, where a process has no
 * version yet. What an administrator has released is never superseded.
 */
@Component
class ShippedProcesses implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(ShippedProcesses.class);

	private final RepositoryService repository;

	private final ResourcePatternResolver resources;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	ShippedProcesses(ProcessEngine engine, ResourcePatternResolver resources, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.repository = engine.getRepositoryService();
		this.resources = resources;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			oneNodeAtATime();
			find("processes/*.bpmn").forEach(this::seed);
		});
	}

	private void oneNodeAtATime() {
		this.jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
			.query(String.class)
			.optional();
	}

	private void seed(Resource diagram) {
		String key = diagram.getFilename().replace(".bpmn", "");
		if (this.repository.createProcessDefinitionQuery().processDefinitionKey(key).count() > 0) {
			return;
		}
		DeploymentBuilder deployment = this.repository.createDeployment().name("shipped " + key).source("shipped");
		add(deployment, diagram.getFilename(), diagram);
		for (Resource table : find("processes/" + key.split("-")[0] + "-*.dmn")) {
			add(deployment, table.getFilename(), table);
		}
		for (Resource form : find("processes/forms/" + key + "/*.json")) {
			add(deployment, "forms/" + form.getFilename(), form);
		}
		deployment.deploy();
		log.info("Released the shipped process {}", key);
	}

	private static void add(DeploymentBuilder deployment, String name, Resource resource) {
		try (var stream = resource.getInputStream()) {
			deployment.addInputStream(name, stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Resource> find(String pattern) {
		try {
			return new ArrayList<>(List.of(this.resources.getResources("classpath*:" + pattern)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
