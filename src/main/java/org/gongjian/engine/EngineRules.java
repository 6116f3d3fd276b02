package org.gongjian.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class EngineRules implements Rules {

	private final DecisionService decisions;

	private final ObjectProvider<Thresholds> thresholds;

	EngineRules(ProcessEngine engine, ObjectProvider<Thresholds> thresholds) {
		this.decisions = engine.getDecisionService();
		this.thresholds = thresholds;
	}

	@Override
	public List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
		Map<String, Object> known = new HashMap<>(this.thresholds.getObject().values());
		known.putAll(facts);
		return this.decisions.evaluateDecisionTableByKey(table).variables(known).evaluate().getResultList();
	}

}
