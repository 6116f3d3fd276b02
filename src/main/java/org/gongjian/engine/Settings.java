package org.gongjian.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The {@code camunda:property} settings of a diagram's element. */
final class Settings {

	static final String BODY = "#multiInstanceBody";

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

	static void keep(ActivityImpl activity, Map<String, String> settings) {
		activity.setProperty(KEY, settings);
		if (activity.getFlowScope() instanceof ActivityImpl body && body.getId().equals(activity.getId() + BODY)) {
			body.setProperty(KEY, settings);
		}
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
