package org.gongjian.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.gongjian.engine.Processes;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Who may help to write the form of a task that somebody else decides: the setting
 * {@code editors} of its node names their groups, {@code ent-liaison@enterpriseOrg}. They
 * write into one draft with whoever decides, and can do nothing else with the task.
 */
@Component
class Editors {

	private final NodeSettings nodes;

	private final Processes processes;

	private final Roles roles;

	Editors(NodeSettings nodes, Processes processes, Roles roles) {
		this.roles = roles;
		this.nodes = nodes;
		this.processes = processes;
	}

	/** Whether the form of a task is written by several. */
	boolean any(WorkItem item) {
		return item.open() && !item.helper() && !groups(item).isEmpty();
	}

	/** Whether this person is one of those who help. */
	boolean may(Actor actor, WorkItem item) {
		if (!any(item)) {
			return false;
		}
		Map<String, Object> facts = this.processes.facts(item.caseNumber());
		return groups(item).stream().anyMatch((group) -> isIn(actor, group, facts));
	}

	/** Those who help, today. */
	List<String> people(WorkItem item) {
		if (!any(item)) {
			return List.of();
		}
		Map<String, Object> facts = this.processes.facts(item.caseNumber());
		return groups(item).stream()
			.flatMap((group) -> this.roles.holders(meant(group, facts)).stream())
			.distinct()
			.toList();
	}

	private static boolean isIn(Actor actor, String group, Map<String, Object> facts) {
		return group.contains("@") ? actor.groups().contains(meant(group, facts)) : actor.has(group);
	}

	/** The group with the organisation that the case has under the name drawn. */
	private static String meant(String group, Map<String, Object> facts) {
		int at = group.indexOf('@');
		return (at < 0) ? group : group.substring(0, at + 1) + facts.get(group.substring(at + 1));
	}

	private List<String> groups(WorkItem item) {
		String drawn = this.nodes.of(item).getOrDefault("editors", "");
		return Arrays.stream(drawn.split(",")).map(String::strip).filter((group) -> !group.isEmpty()).toList();
	}

}
