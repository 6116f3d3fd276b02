package org.gongjian.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What tests of a shipped diagram have in common: an engine for each database, and at the
 * end every flow, event and handler of the diagram, and of those it calls, was walked on
 * each. A subclass is {@code @ParameterizedClass @EnumSource(TestDatabase.class)}.
 */
public abstract class ProcessWalk {

	private static final Map<TestDatabase, PlainEngine> ENGINES = new LinkedHashMap<>();

	/** The engine with the diagram under test. */
	protected final PlainEngine engine;

	protected ProcessWalk(TestDatabase database, String process, String... steps) {
		this.engine = ENGINES.computeIfAbsent(database, (where) -> new PlainEngine(where, process, steps));
	}

	@AfterAll
	static void everyFlowEventAndHandlerWasWalked() {
		try {
			assertThat(ENGINES).allSatisfy((database, engine) -> assertThat(engine.processes())
				.allSatisfy((process) -> assertThat(missed(process, engine.covered())).as(process + " on " + database)
					.isEmpty()));
		}
		finally {
			ENGINES.values().forEach(PlainEngine::close);
			ENGINES.clear();
		}
	}

	/**
	 * What no walk reached. The engine keeps no trace of the flows of an event-based
	 * gateway, nor of the boundary event of a compensation: what follows them tells.
	 */
	private static Set<String> missed(String process, Set<String> covered) {
		BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
		var missed = new TreeSet<String>();
		model.getModelElementsByType(SequenceFlow.class).forEach((flow) -> missed.add(flow.getId()));
		model.getModelElementsByType(FlowNode.class).forEach((node) -> missed.add(node.getId()));
		missed.removeAll(covered);
		model.getModelElementsByType(EventBasedGateway.class)
			.stream()
			.flatMap((gateway) -> gateway.getOutgoing().stream())
			.filter((flow) -> covered.contains(flow.getTarget().getId()))
			.forEach((flow) -> missed.remove(flow.getId()));
		model.getModelElementsByType(Association.class)
			.stream()
			.filter((association) -> covered.contains(association.getTarget().getId()))
			.forEach((association) -> missed.remove(association.getSource().getId()));
		return missed;
	}

	/** A drawn timer fires in so many days. */
	protected void dueIn(String timer, int days) {
		assertThat(this.engine.due(timer)).isCloseTo(Instant.now().plus(Duration.ofDays(days)),
				within(Duration.ofMinutes(5)));
	}

	/** The case is over, in this way. */
	protected void ended(String end, String status) {
		assertThat(this.engine.over()).isTrue();
		assertThat(this.engine.end()).isEqualTo(end);
		assertThat(this.engine.status()).isEqualTo(status);
	}

}
