package org.gongjian.engine.guard;

import java.util.List;
import java.util.Locale;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Before a deployment is read: only diagrams, decision tables and form files, and tables
 * only when clean.
 */
final class GuardedDeployer implements Deployer {

	private final DiagramCheck check;

	GuardedDeployer(DiagramCheck check) {
		this.check = check;
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		for (ResourceEntity resource : deployment.getResources().values()) {
			String name = resource.getName().toLowerCase(Locale.ROOT);
			if (name.endsWith(".json") || name.endsWith(".bpmn")) {
				continue;
			}
			List<Finding> errors = deployment.isNew()
					? this.check.check(resource.getBytes(), name).stream().filter(Finding::error).toList()
					: this.check.dangers(resource.getBytes(), name);
			if (!errors.isEmpty()) {
				throw new Refused(errors);
			}
		}
	}

}
