package org.gongjian.engine.guard;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Layer 2: the words a diagram may be written in. What is not here is refused. */
final class Vocabulary {

	static final Set<String> CONTAINERS = Set.of("process", "subProcess", "transaction");

	static final Set<String> TASKS = Set.of("userTask", "serviceTask", "businessRuleTask", "sendTask", "receiveTask",
			"manualTask", "task");

	static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"intermediateThrowEvent", "boundaryEvent");

	static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway",
			"eventBasedGateway");

	static final Set<String> FLOW_NODES = union(TASKS, EVENTS, GATEWAYS,
			Set.of("subProcess", "transaction", "callActivity"));

	/** Things the engine leaves out without a word. */
	static final Set<String> UNSUPPORTED = Set.of("adHocSubProcess", "complexGateway", "standardLoopCharacteristics",
			"choreography", "choreographyTask", "globalTask", "globalUserTask", "conversation", "ioSpecification",
			"interface", "globalScriptTask", "globalManualTask", "globalBusinessRuleTask", "implicitThrowEvent");

	static final Set<String> SCRIPTS = Set.of("scriptTask", "script");

	static final Set<String> EVENT_DEFINITIONS = Set.of("timerEventDefinition", "messageEventDefinition",
			"signalEventDefinition", "errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition",
			"conditionalEventDefinition", "terminateEventDefinition", "cancelEventDefinition", "linkEventDefinition");

	static final Set<String> EXPRESSIONS = Set.of("conditionExpression", "completionCondition", "loopCardinality",
			"timeDate", "timeDuration", "timeCycle", "condition", "formalExpression");

	private static final Set<String> REST = Set.of("definitions", "process", "documentation", "extensionElements",
			"incoming", "outgoing", "sequenceFlow", "multiInstanceLoopCharacteristics", "message", "signal", "error",
			"escalation", "itemDefinition", "collaboration", "participant", "participantMultiplicity", "messageFlow",
			"laneSet", "lane", "childLaneSet", "flowNodeRef", "textAnnotation", "text", "association", "group",
			"category", "categoryValue", "categoryValueRef", "dataObject", "dataObjectReference", "dataStore",
			"dataStoreReference", "dataInputAssociation", "dataOutputAssociation", "sourceRef", "targetRef", "property",
			"dataState", "loopDataInputRef", "inputDataItem", "humanPerformer", "potentialOwner",
			"resourceAssignmentExpression", "source", "target");

	static final Set<String> ELEMENTS = union(FLOW_NODES, EVENT_DEFINITIONS, EXPRESSIONS, REST);

	static final Map<String, Set<String>> DRAWING = Map.of(Names.BPMN_DI,
			Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "BPMNLabelStyle"), Names.DC,
			Set.of("Bounds", "Font"), Names.DI, Set.of("waypoint"));

	static final Set<String> ATTRIBUTES = Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion",
			"expressionLanguage", "typeLanguage", "isExecutable", "isClosed", "processType", "sourceRef", "targetRef",
			"default", "gatewayDirection", "attachedToRef", "cancelActivity", "parallelMultiple", "isInterrupting",
			"triggeredByEvent", "isSequential", "behavior", "messageRef", "signalRef", "errorRef", "escalationRef",
			"activityRef", "waitForCompletion", "errorCode", "escalationCode", "calledElement", "isForCompensation",
			"startQuantity", "completionQuantity", "implementation", "instantiate", "eventGatewayType",
			"associationDirection", "processRef", "textFormat", "structureRef", "itemSubjectRef", "itemRef", "itemKind",
			"isCollection", "dataObjectRef", "dataStoreRef", "capacity", "isUnlimited", "categoryValueRef", "value",
			"method", "isImmediate", "minimum", "maximum", "bpmnElement", "isHorizontal", "isExpanded",
			"isMarkerVisible", "isMessageVisible", "messageVisibleKind", "participantBandKind", "labelStyle",
			"sourceElement", "targetElement", "x", "y", "width", "height", "resolution", "size", "isBold", "isItalic",
			"isUnderline", "isStrikeThrough");

	private static final Set<String> ASYNC = Set.of("async", "asyncBefore", "asyncAfter", "exclusive", "jobPriority",
			"modelerTemplate", "modelerTemplateVersion");

	private static final Map<String, Set<String>> ENGINE_ATTRIBUTES = Map.ofEntries(
			Map.entry("definitions", Set.of("diagramRelationId")),
			Map.entry("process",
					Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist", "candidateStarterGroups",
							"candidateStarterUsers", "jobPriority")),
			Map.entry("startEvent", Set.of("initiator", "formKey")),
			Map.entry("userTask",
					Set.of("assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority",
							"formKey")),
			Map.entry("serviceTask", Set.of("delegateExpression")), Map.entry("sendTask", Set.of("delegateExpression")),
			Map.entry("businessRuleTask",
					Set.of("delegateExpression", "decisionRef", "decisionRefBinding", "decisionRefVersion",
							"decisionRefVersionTag", "resultVariable", "mapDecisionResult")),
			Map.entry("callActivity",
					Set.of("calledElementBinding", "calledElementVersion", "calledElementVersionTag")),
			Map.entry("multiInstanceLoopCharacteristics",
					Set.of("collection", "elementVariable", "asyncBefore", "asyncAfter", "exclusive")),
			Map.entry("messageEventDefinition", Set.of("delegateExpression")),
			Map.entry("errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable")),
			Map.entry("escalationEventDefinition", Set.of("escalationCodeVariable")),
			Map.entry("signalEventDefinition", Set.of("async")), Map.entry("timerEventDefinition", Set.of("exclusive")),
			Map.entry("conditionalEventDefinition", Set.of("variableName", "variableEvents")),
			Map.entry("error", Set.of("errorMessage")));

	/** The engine's own elements: parent, child, attributes. */
	private static final Map<String, Map<String, Set<String>>> ENGINE_ELEMENTS = Map.ofEntries(
			Map.entry("extensionElements",
					Map.of("properties", Set.of(), "failedJobRetryTimeCycle", Set.of(), "formData", Set.of(),
							"inputOutput", Set.of(), "in",
							Set.of("source", "sourceExpression", "target", "variables", "businessKey", "local"), "out",
							Set.of("source", "sourceExpression", "target", "variables", "local"))),
			Map.entry("properties", Map.of("property", Set.of("id", "name", "value"))),
			Map.entry("formData", Map.of("formField", Set.of("id", "label", "type", "defaultValue"))),
			Map.entry("formField",
					Map.of("properties", Set.of(), "validation", Set.of(), "value", Set.of("id", "name"))),
			Map.entry("validation", Map.of("constraint", Set.of("name", "config"))),
			Map.entry("inputOutput", Map.of("inputParameter", Set.of("name"), "outputParameter", Set.of("name"))),
			Map.entry("inputParameter", Map.of("list", Set.of(), "map", Set.of())),
			Map.entry("outputParameter", Map.of("list", Set.of(), "map", Set.of())),
			Map.entry("list", Map.of("value", Set.of())), Map.entry("map", Map.of("entry", Set.of("key"))));

	private Vocabulary() {
	}

	static boolean engineAttribute(String element, String attribute) {
		boolean own = ENGINE_ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
		return own || (FLOW_NODES.contains(element) && ASYNC.contains(attribute));
	}

	/**
	 * The attributes an engine element may have below that parent, or {@code null} if it
	 * may not be there.
	 */
	static Set<String> engineElement(String parent, String element) {
		return ENGINE_ELEMENTS.getOrDefault(parent, Map.of()).get(element);
	}

	@SafeVarargs
	private static Set<String> union(Set<String>... sets) {
		var all = new HashSet<String>();
		for (Set<String> set : sets) {
			all.addAll(set);
		}
		return Set.copyOf(all);
	}

}
