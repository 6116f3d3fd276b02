package org.gongjian.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The flows by which a case on paper leaves an element, as far as facts tell. */
final class RehearsedFlows {

	private final Graph graph;

	RehearsedFlows(Graph graph) {
		this.graph = graph;
	}

	/**
	 * A flow that is taken.
	 *
	 * @param certain whether every condition before it could be read
	 */
	record Way(SequenceFlow flow, boolean certain) {
	}

	List<Way> from(FlowNode node, Map<String, Object> known, boolean certain) {
		SequenceFlow standard = standard(node);
		List<SequenceFlow> flows = this.graph.outgoing(node.getId());
		if (standard == null && flows.stream().allMatch((flow) -> flow.getConditionExpression() == null)) {
			boolean sure = certain && !(node instanceof EventBasedGateway);
			return flows.stream().map((flow) -> new Way(flow, sure)).toList();
		}
		return choose(node instanceof ExclusiveGateway, standard, flows, known, certain);
	}

	private static List<Way> choose(boolean one, SequenceFlow standard, List<SequenceFlow> flows,
			Map<String, Object> known, boolean certain) {
		List<Way> ways = new ArrayList<>();
		boolean sure = certain;
		SequenceFlow perhaps = null;
		for (SequenceFlow flow : flows) {
			if (flow.equals(standard) || (one && !ways.isEmpty())) {
				continue;
			}
			Boolean holds = (flow.getConditionExpression() == null) ? Boolean.TRUE
					: Conditions.holds(flow.getConditionExpression().getTextContent(), known);
			if (Boolean.TRUE.equals(holds)) {
				ways.add(new Way(flow, sure));
			}
			else if (holds == null) {
				sure = false;
				perhaps = (perhaps == null) ? flow : perhaps;
			}
		}
		if (ways.isEmpty() && (perhaps != null || standard != null)) {
			ways.add(new Way((perhaps != null) ? perhaps : standard, sure));
		}
		return ways;
	}

	private static SequenceFlow standard(FlowNode node) {
		if (node instanceof ExclusiveGateway exclusive) {
			return exclusive.getDefault();
		}
		if (node instanceof InclusiveGateway inclusive) {
			return inclusive.getDefault();
		}
		return (node instanceof Activity activity) ? activity.getDefault() : null;
	}

}
