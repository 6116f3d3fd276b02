package org.gongjian.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.springframework.stereotype.Component;

/** What cases were routed by, running or ended. Only reads. */
@Component
public class PastFacts {

	private static final int MOST = 2_000;

	private final HistoryService history;

	private final RepositoryService repository;

	PastFacts(ProcessEngine engine) {
		this.history = engine.getHistoryService();
		this.repository = engine.getRepositoryService();
	}

	/**
	 * One case.
	 *
	 * @param facts the process variables as they stand, or stood at the end
	 * @param asked the decision tables that were asked, in this order
	 */
	public record Past(Map<String, Object> facts, List<Asked> asked) {
	}

	/**
	 * A table that was asked.
	 *
	 * @param element the element that asked
	 * @param table the key of the decision
	 * @param facts with which inputs
	 */
	public record Asked(String element, String table, Map<String, Object> facts) {
	}

	/** The facts of some cases by instance, in a few statements for all of them. */
	public Map<String, Past> of(String process, Collection<String> instances) {
		Map<String, Past> past = new LinkedHashMap<>();
		instances.forEach((instance) -> past.put(instance, new Past(new HashMap<>(), new ArrayList<>())));
		if (past.isEmpty()) {
			return past;
		}
		for (HistoricVariableInstance variable : this.history.createHistoricVariableInstanceQuery()
			.processInstanceIdIn(past.keySet().toArray(String[]::new))
			.list()) {
			boolean whole = variable.getProcessInstanceId().equals(variable.getExecutionId());
			if (whole && past.containsKey(variable.getProcessInstanceId())) {
				past.get(variable.getProcessInstanceId()).facts().put(variable.getName(), variable.getValue());
			}
		}
		Map<String, DmnModelInstance> tables = new HashMap<>();
		for (HistoricDecisionInstance decision : decisions(process)) {
			Past one = past.get(decision.getProcessInstanceId());
			if (one != null) {
				one.asked()
					.add(new Asked(Settings.plain(decision.getActivityId()), decision.getDecisionDefinitionKey(),
							inputs(decision, tables)));
			}
		}
		return past;
	}

	/** Which tables the elements of a process asked before, by element. */
	public Map<String, List<String>> tables(String process) {
		Map<String, List<String>> tables = new LinkedHashMap<>();
		for (HistoricDecisionInstance decision : decisions(process)) {
			List<String> known = tables.computeIfAbsent(Settings.plain(decision.getActivityId()),
					(element) -> new ArrayList<>());
			if (!known.contains(decision.getDecisionDefinitionKey())) {
				known.add(decision.getDecisionDefinitionKey());
			}
		}
		return tables;
	}

	private List<HistoricDecisionInstance> decisions(String process) {
		List<HistoricDecisionInstance> newest = new ArrayList<>(this.history.createHistoricDecisionInstanceQuery()
			.processDefinitionKey(process)
			.includeInputs()
			.orderByEvaluationTime()
			.desc()
			.listPage(0, MOST));
		newest.removeIf((decision) -> decision.getActivityId() == null);
		java.util.Collections.reverse(newest);
		return newest;
	}

	private Map<String, Object> inputs(HistoricDecisionInstance decision, Map<String, DmnModelInstance> tables) {
		DmnModelInstance table = tables.computeIfAbsent(decision.getDecisionDefinitionId(),
				this.repository::getDmnModelInstance);
		Map<String, Object> inputs = new HashMap<>();
		for (HistoricDecisionInputInstance input : decision.getInputs()) {
			if (table.getModelElementById(input.getClauseId()) instanceof Input clause) {
				inputs.put(clause.getInputExpression().getText().getTextContent().strip(), input.getValue());
			}
		}
		return inputs;
	}

}
