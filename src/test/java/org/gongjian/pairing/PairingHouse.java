package org.gongjian.pairing;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.gongjian.casefile.Cases;

import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of pairings in the whole house need. */
class PairingHouse {

	final JdbcClient jdbc;

	final Pairings pairings;

	final Cases cases;

	final PairingTown town;

	final PairingStory story;

	final TransactionTemplate transaction;

	private final ProcessEngine engine;

	PairingHouse(JdbcClient jdbc, Pairings pairings, Cases cases, ProcessEngine engine,
			AutowireCapableBeanFactory beans, org.springframework.transaction.PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.pairings = pairings;
		this.cases = cases;
		this.engine = engine;
		this.town = new PairingTown(jdbc);
		this.town.settle();
		this.story = beans.createBean(PairingStory.class);
		this.transaction = new TransactionTemplate(transactions);
	}

	Pairing row(String caseNumber) {
		return this.pairings.ofCase(caseNumber).orElseThrow();
	}

	/** An enterprise with people, used by one test only. */
	String enterprise(int number) {
		this.town.enterprise("PE" + number);
		return "PE" + number;
	}

	/** Lets a drawn timer of a case fire. */
	void fire(String caseNumber, String timer) {
		ManagementService management = this.engine.getManagementService();
		List<Job> jobs = management.createJobQuery()
			.processInstanceId(this.cases.get(caseNumber).instance())
			.activityId(timer)
			.list();
		if (jobs.size() != 1) {
			throw new AssertionError(timer + " runs " + jobs.size() + " times");
		}
		management.executeJob(jobs.get(0).getId());
	}

	List<String> voided() {
		return this.jdbc.sql("select number from voided_number").query(String.class).list();
	}

	void parameter(String key, String value) {
		this.jdbc.sql("update parameter_log set parameter_value = :value where parameter_key = :key")
			.param("value", value)
			.param("key", key)
			.update();
	}

}
