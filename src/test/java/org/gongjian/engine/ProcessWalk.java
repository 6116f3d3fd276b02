package org.gongjian.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.gongjian.support.Coverage;
import org.gongjian.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What tests of a shipped diagram have in common: an engine for each database, and at the
 * end every flow, event and handler of the diagram, and of those it calls, was walked on
 * each, which {@code target/coverage} shows. A subclass is
 * {@code @ParameterizedClass @EnumSource(TestDatabase.class)}.
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
			assertThat(ENGINES).allSatisfy((database, engine) -> assertThat(engine.processes()).allSatisfy(
					(process) -> assertThat(missed(process, database)).as(process + " on " + database).isEmpty()));
		}
		finally {
			ENGINES.values().forEach(PlainEngine::close);
			ENGINES.clear();
		}
	}

	private static Set<String> missed(String process, TestDatabase database) {
		BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
		var coverage = new Coverage();
		for (Class<? extends FlowElement> kind : List.of(FlowNode.class, SequenceFlow.class)) {
			model.getModelElementsByType(kind)
				.forEach((element) -> coverage.part(element.getId(), element.getElementType().getTypeName(),
						element.getName()));
		}
		return coverage.report(process + "-" + database.name().toLowerCase(Locale.ROOT),
				reached(model, ENGINES.get(database).covered()));
	}

	/**
	 * What the walks reached. The engine keeps no trace of the flows of an event-based
	 * gateway, nor of the boundary event of a compensation: what follows them tells.
	 */
	private static Set<String> reached(BpmnModelInstance model, Set<String> covered) {
		var reached = new TreeSet<>(covered);
		model.getModelElementsByType(EventBasedGateway.class)
			.stream()
			.flatMap((gateway) -> gateway.getOutgoing().stream())
			.filter((flow) -> covered.contains(flow.getTarget().getId()))
			.forEach((flow) -> reached.add(flow.getId()));
		model.getModelElementsByType(Association.class)
			.stream()
			.filter((association) -> covered.contains(association.getTarget().getId()))
			.forEach((association) -> reached.add(association.getSource().getId()));
		return reached;
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
