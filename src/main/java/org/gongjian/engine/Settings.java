package org.gongjian.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The {@code camunda:property} settings of a diagram's element. */
final class Settings {

	static final String BODY = "#multiInstanceBody";

	/** Set where a step is reached once for each run of the sub-process around it. */
	static final String PER_RUN = "perRun";

	/** Set where a node asks its people one after the other. */
	static final String IN_TURN = "inTurn";

	private static final String KEY = "gongjian.settings";

	private Settings() {
	}

	static Map<String, String> read(Element element) {
		var settings = new LinkedHashMap<String, String>();
		Element extensions = element.element("extensionElements");
		Element properties = (extensions == null) ? null
				: extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
		if (properties != null) {
			for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
				settings.put(property.attribute("name"), property.attribute("value"));
			}
		}
		return Map.copyOf(settings);
	}

	/**
	 * Keeps the settings of an element where {@link #of} finds them; one in a sub-process
	 * that runs several times gets the setting {@link #PER_RUN}.
	 */
	static void keep(ActivityImpl activity, Map<String, String> drawn) {
		var settings = new LinkedHashMap<>(drawn);
		if (inRun(activity)) {
			settings.put(PER_RUN, "true");
		}
		if (inTurn(activity)) {
			settings.put(IN_TURN, "true");
		}
		activity.setProperty(KEY, settings);
		if (activity.getFlowScope() instanceof ActivityImpl body && body.getId().equals(activity.getId() + BODY)) {
			body.setProperty(KEY, settings);
		}
	}

	/**
	 * Where what a node decides is kept: in its own run of a sub-process that runs for
	 * each of several values, else in the instance.
	 * @param body the execution of the node's body
	 */
	static DelegateExecution keeper(DelegateExecution body) {
		ExecutionEntity outer = ((ExecutionEntity) body).getParent();
		while (outer != null && !outer.hasVariableLocal("loopCounter")) {
			outer = outer.getParent();
		}
		return (outer == null) ? body.getProcessInstance() : outer;
	}

	/**
	 * Whether an element lies in a sub-process that runs for each of several values.
	 */
	private static boolean inRun(ActivityImpl activity) {
		ScopeImpl scope = activity.getFlowScope();
		while (scope instanceof ActivityImpl outer) {
			boolean own = outer.getId().equals(activity.getId() + BODY);
			if (outer.getId().endsWith(BODY) && !own) {
				return true;
			}
			scope = outer.getFlowScope();
		}
		return false;
	}

	/** Whether a node asks its people one after the other. */
	static boolean inTurn(DelegateExecution execution) {
		return inTurn(((ExecutionEntity) execution).getActivity());
	}

	private static boolean inTurn(ActivityImpl activity) {
		ScopeImpl body = activity.getId().endsWith(BODY) ? activity : activity.getFlowScope();
		return body instanceof ActivityImpl several
				&& several.getActivityBehavior() instanceof SequentialMultiInstanceActivityBehavior;
	}

	static Map<String, String> of(DelegateExecution execution) {
		return of(((ExecutionEntity) execution).getActivity());
	}

	@SuppressWarnings("unchecked")
	static Map<String, String> of(ActivityImpl activity) {
		Object settings = (activity == null) ? null : activity.getProperty(KEY);
		return (settings == null) ? Map.of() : (Map<String, String>) settings;
	}

	static String plain(String activityId) {
		return activityId.endsWith(BODY) ? activityId.substring(0, activityId.length() - BODY.length()) : activityId;
	}

}
