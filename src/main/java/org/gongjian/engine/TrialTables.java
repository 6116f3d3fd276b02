package org.gongjian.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

	/** A table that was read once and can be asked often. */
	@FunctionalInterface
	public interface Table {

		/**
		 * All hits, in the order of the table.
		 * @throws Unanswered if it cannot be read or says two things at once
		 */
		List<Map<String, Object>> ask(Map<String, Object> facts);

	}

	/**
	 * Reads a table.
	 * @param table the file
	 * @param decision its key in the file
	 * @throws Unanswered if it cannot be read
	 */
	public Table table(byte[] table, String decision) {
		DmnDecision parsed = answered(() -> this.engine.parseDecision(decision, new ByteArrayInputStream(table)));
		return (facts) -> answered(
				() -> this.engine.evaluateDecisionTable(parsed, Variables.fromMap(facts)).getResultList());
	}

	private static <T> T answered(Supplier<T> work) {
		try {
			return work.get();
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
