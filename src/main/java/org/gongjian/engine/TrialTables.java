package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Asks decision tables that are not released: on a rule engine of its own, which knows
 * neither the database nor any script language. The tables must have passed the check.
 */
@Component
public class TrialTables {

	private final DmnEngine engine;

	private final FeelEngine feel;

	TrialTables() {
		var configuration = new DefaultDmnEngineConfiguration();
		configuration.setScriptEngineResolver((language) -> null);
		this.engine = configuration.buildEngine();
		this.feel = configuration.getFeelEngine();
	}

	/**
	 * All hits of a table, in its order.
	 * @param table the file
	 * @param decision its key in the file
	 * @throws Unanswered if it cannot be read or says two things at once
	 */
	public List<Map<String, Object>> ask(byte[] table, String decision, Map<String, Object> facts) {
		try {
			DmnDecision parsed = this.engine.parseDecision(decision, new ByteArrayInputStream(table));
			return this.engine.evaluateDecisionTable(parsed, Variables.fromMap(facts)).getResultList();
		}
		catch (DmnEngineException | FeelException unanswered) {
			throw new Unanswered(unanswered);
		}
	}

	/**
	 * Whether a cell can be read at all: a test of an input, or the value of an output.
	 */
	public boolean readable(String cell, boolean test) {
		try {
			var nothing = Variables.createVariables().asVariableContext();
			if (test) {
				this.feel.evaluateSimpleUnaryTests(cell, "cellInput", nothing);
			}
			else {
				this.feel.evaluateSimpleExpression(cell, nothing);
			}
			return true;
		}
		catch (FeelException refused) {
			return !String.valueOf(refused.getMessage()).contains("failed to parse");
		}
	}

	/** A table that gives no answer. */
	public static class Unanswered extends RuntimeException {

		Unanswered(Throwable cause) {
			super(cause.getMessage(), cause);
		}

	}

}
