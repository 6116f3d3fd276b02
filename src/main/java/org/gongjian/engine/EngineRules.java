package org.gongjian.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

@Component
class EngineRules implements Rules {

	private final DecisionService decisions;

	EngineRules(ProcessEngine engine) {
		this.decisions = engine.getDecisionService();
	}

	@Override
	public List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
		return this.decisions.evaluateDecisionTableByKey(table).variables(facts).evaluate().getResultList();
	}

}
