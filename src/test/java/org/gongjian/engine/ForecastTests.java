package org.gongjian.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ForecastTests {

	private final ProcessEngine engine = mock(ProcessEngine.class, Answers.RETURNS_DEEP_STUBS);

	@Test
	void aBranchThatOpensPerhapsStandsBeforeWhatFollowsTheJoin() throws IOException {
		try (InputStream in = Files.newInputStream(Path.of("processes/pairing-approval.bpmn"))) {
			given(this.engine.getRepositoryService().getBpmnModelInstance("pairing"))
				.willReturn(Bpmn.readModelFromStream(in));
		}
		List<String> steps = ahead("pairing", Map.of("requestType", "NEW"), "task-draft-agreement");
		assertThat(steps).startsWith("task-integrity-check", "task-officer-review", "task-head-review");
	}

	@Test
	void bothBranchesStandBeforeWhatFollowsTheJoin() {
		given(this.engine.getRepositoryService().getBpmnModelInstance("branches")).willReturn(Bpmn.createProcess()
			.startEvent()
			.userTask("first")
			.parallelGateway("fork")
			.userTask("left")
			.parallelGateway("join")
			.userTask("last")
			.endEvent()
			.moveToNode("fork")
			.userTask("right")
			.connectTo("join")
			.done());
		assertThat(ahead("branches", Map.of(), "first")).containsExactly("left", "right", "last");
		assertThat(ahead("branches", Map.of(), "left", "right")).containsExactly("last");
	}

	private List<String> ahead(String definition, Map<String, Object> facts, String... current) {
		var beans = new StaticListableBeanFactory(Map.of("thresholds", (Thresholds) Map::of));
		return new Forecast(this.engine, beans.getBeanProvider(Thresholds.class))
			.of(definition, Set.of(current), facts, (step) -> "APPROVE")
			.stream()
			.map(Forecast.Ahead::step)
			.toList();
	}

}
