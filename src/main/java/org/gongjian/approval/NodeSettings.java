package org.gongjian.approval;

import java.util.Map;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.Node;
import org.springframework.stereotype.Component;

/** The settings of the node a task belongs to, as its own version of the diagram says. */
@Component
class NodeSettings {

	private final Definitions definitions;

	NodeSettings(Definitions definitions) {
		this.definitions = definitions;
	}

	Map<String, String> of(WorkItem item) {
		return of(item.definition(), item.step());
	}

	Map<String, String> of(String definition, String step) {
		return this.definitions.node(definition, step).map(Node::settings).orElse(Map.of());
	}

	/** Whether the node asks its people one after the other. */
	boolean inTurn(WorkItem item) {
		return this.definitions.node(item.definition(), item.step()).filter(Node::inTurn).isPresent();
	}

	static String name(WorkItem item) {
		return item.stepName().en().equals(item.stepName().zh()) ? item.stepName().en()
				: item.stepName().en() + " " + item.stepName().zh();
	}

}
