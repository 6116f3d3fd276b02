package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves running instances to another version of their process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Migrations {

	private final RuntimeService runtime;

	Migrations(ProcessEngine engine) {
		this.runtime = engine.getRuntimeService();
	}

	/** An instance cannot be moved. */
	public static class Immovable extends RuntimeException {

		private final transient List<String> elements;

		Immovable(List<String> elements) {
			super(elements.toString());
			this.elements = List.copyOf(elements);
		}

		/** The elements where it stands and that the other version does not have so. */
		public List<String> elements() {
			return this.elements;
		}

	}

	/**
	 * Moves an instance. Steps that both versions have under the same id keep their
	 * tasks; timers of the other version start anew.
	 * @param from the definition it runs on
	 * @param to the definition it is to run on
	 * @return the elements at which it stands
	 * @throws Immovable if it stands where the other version has nothing that fits
	 */
	public List<String> move(String instance, String from, String to) {
		List<String> standing = new ArrayList<>();
		collect(this.runtime.getActivityInstance(instance), standing);
		try {
			MigrationPlan plan = this.runtime.createMigrationPlan(from, to)
				.mapEqualActivities()
				.updateEventTriggers()
				.build();
			this.runtime.newMigration(plan).processInstanceIds(instance).execute();
			return standing.stream().distinct().toList();
		}
		catch (OptimisticLockingException overtaken) {
			throw new Contended(overtaken);
		}
		catch (MigratingProcessInstanceValidationException refused) {
			throw new Immovable(refused.getValidationReport()
				.getActivityInstanceReports()
				.stream()
				.map((report) -> Settings.plain(report.getSourceScopeId()))
				.distinct()
				.toList());
		}
		catch (MigrationPlanValidationException refused) {
			throw new Immovable(refused.getValidationReport()
				.getInstructionReports()
				.stream()
				.map((report) -> Settings.plain(report.getMigrationInstruction().getSourceActivityId()))
				.distinct()
				.toList());
		}
	}

	private static void collect(ActivityInstance one, List<String> standing) {
		ActivityInstance[] children = one.getChildActivityInstances();
		if (children.length == 0 && one.getParentActivityInstanceId() != null) {
			standing.add(Settings.plain(one.getActivityId()));
		}
		Arrays.stream(children).forEach((child) -> collect(child, standing));
	}

}
