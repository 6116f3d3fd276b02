package org.gongjian.engine.guard;

import java.util.Set;
import java.util.stream.Stream;

/**
 * What a drawing of another product says that no engine reads. Such a drawing can be kept
 * and worked on, so that nothing of it is lost; it is released only when what is wrong
 * with it is gone. Expressions are never inert, wherever they stand.
 */
final class Inert {

	/** What engines of this family answered to before. */
	private static final Set<String> ENGINES = Set.of(Names.CAMUNDA, "http://activiti.org/bpmn",
			"http://www.camunda.com/fox", "http://www.signavio.com/bpmn20/activiti", "http://flowable.org/bpmn");

	/** Parts of the notation that are told to people, not to engines. */
	private static final Set<String> TOLD = Set.of("resource", "resourceRef", "resourceParameter", "rendering",
			"monitoring", "auditing", "correlationKey", "correlationProperty", "correlationPropertyRef",
			"correlationSubscription", "partnerRole", "partnerEntity", "participantRef", "participantMultiplicity",
			"conversationLink", "conversationNode", "callConversation", "subConversation", "messageFlowRef",
			"choreography", "choreographyTask", "subChoreography", "participantAssociation", "dataState",
			"relationship", "source", "target", "supportedInterfaceRef");

	private Inert() {
	}

	/** Whether an element nobody here knows holds nothing an engine would look for. */
	static boolean element(Xml element) {
		boolean known = element.is(Names.BPMN, element.name) ? TOLD.contains(element.name)
				: !ENGINES.contains(element.namespace);
		return known && Stream.concat(Stream.of(element), element.below())
			.noneMatch((part) -> ENGINES.contains(part.namespace)
					|| (part != element && part.is(Names.BPMN, part.name) && run(part.name))
					|| part.attributes.stream().anyMatch((one) -> ENGINES.contains(one.namespace())));
	}

	private static boolean run(String name) {
		return Vocabulary.ELEMENTS.contains(name) || Vocabulary.SCRIPTS.contains(name)
				|| Vocabulary.UNSUPPORTED.contains(name);
	}

	/** Whether an attribute nobody here knows is only a word. */
	static boolean attribute(Xml element, Xml.Attribute attribute, boolean code) {
		String value = attribute.value();
		if (Grammar.concerns(value) || attribute.namespace().equals(Names.CAMUNDA)) {
			return false;
		}
		if (attribute.namespace().equals(Names.XSI)) {
			return attribute.name().endsWith("chemaLocation") ? near(value)
					: attribute.name().equals("type") && !Vocabulary.EXPRESSIONS.contains(element.name);
		}
		boolean notation = attribute.name().equals("language") && value.startsWith("http://www.w3.org/");
		return !code || notation;
	}

	/** Whether schema files are named that lie beside the file or with the notation. */
	private static boolean near(String locations) {
		String[] words = locations.strip().split("\\s+");
		for (int place = 1; place < words.length; place += 2) {
			String location = words[place];
			if (!location.matches("[\\w.-]+(/[\\w.-]+)*|https?://www\\.omg\\.org/spec/[\\w./-]+")) {
				return false;
			}
		}
		return words.length % 2 == 0;
	}

}
