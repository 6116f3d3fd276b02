package org.gongjian.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;

/**
 * Puts the sandbox around the engine (layers 4 and 5); what it keeps out is listed in
 * {@link DiagramCheck}.
 */
public final class Guard {

	/**
	 * The function that answers names beginning so: {@code param_activity_meal} is the
	 * value of a parameter.
	 */
	public static final String PARAMETERS = "param_";

	private Guard() {
	}

	/**
	 * Restricts a configuration; call it before the engine is built and set no expression
	 * manager, script or parse factory afterwards.
	 * @param functions {@code workCalendar}, {@code approvers} and {@code approval}; of
	 * each one method can be called
	 * @param steps the names of the registered steps, asked late
	 * @param step finds the delegate of a step by its name, asked late
	 */
	public static void install(ProcessEngineConfigurationImpl configuration, Map<String, ?> functions,
			Supplier<Set<String>> steps, Function<String, ?> step) {
		restrict(configuration, functions, steps, step);
		var check = new DiagramCheck(steps);
		configuration.setBpmnParseFactory((parser) -> new GuardedParse(parser, check));
		var deployers = new ArrayList<Deployer>();
		if (configuration.getCustomPreDeployers() != null) {
			deployers.addAll(configuration.getCustomPreDeployers());
		}
		deployers.add(0, new GuardedDeployer(check));
		configuration.setCustomPreDeployers(deployers);
	}

	/** Layer 4 alone. */
	static void restrict(ProcessEngineConfigurationImpl configuration, Map<String, ?> functions,
			Supplier<Set<String>> steps, Function<String, ?> step) {
		configuration.setExpressionManager(new SafeExpressionManager(new SafeResolver(functions, steps, step)));
		configuration.setScriptFactory(new NoScripts());
		configuration.setScriptEngineResolver(new NoScripts.Engines());
		configuration.setArtifactFactory(new NoScripts.Classes());
		configuration.setBeans(Map.of());
		configuration.setCmmnEnabled(false);
		configuration.setEnableXxeProcessing(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setEnableExpressionsInStoredQueries(false);
		configuration.setJavaSerializationFormatEnabled(false);
		configuration.setEnforceHistoryTimeToLive(true);
	}

	/**
	 * What a deployment that failed has to say to its author, without a word of the
	 * engine.
	 */
	public static List<Finding> explain(RuntimeException failure) {
		if (failure instanceof Refused refused && !refused.findings().isEmpty()) {
			return refused.findings();
		}
		var findings = new ArrayList<Finding>();
		if (failure instanceof ParseException parse) {
			for (ResourceReport report : parse.getResorceReports()) {
				for (Problem problem : report.getErrors()) {
					String element = problem.getMainElementId();
					findings.add(Finding.of(Rule.ENGINE, (element == null) ? "" : element, "", "", problem.getLine()));
				}
			}
		}
		return findings.isEmpty() ? List.of(Finding.of(Rule.ENGINE, "", "", "", 0)) : List.copyOf(findings);
	}

}
