package org.gongjian.engine.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found, each thing once. */
final class Findings {

	private static final int MOST = 200;

	/**
	 * Parts of an element; what is wrong with them is told of the element they belong to.
	 */
	private static final Set<String> PARTS = Set.of("conditionExpression", "multiInstanceLoopCharacteristics",
			"loopCardinality", "completionCondition", "timeDate", "timeDuration", "timeCycle", "condition",
			"extensionElements", "documentation", "incoming", "outgoing", "formalExpression", "humanPerformer",
			"potentialOwner", "performer", "resourceRole", "resourceAssignmentExpression", "script", "property",
			"dataInputAssociation", "dataOutputAssociation", "ioSpecification", "standardLoopCharacteristics");

	/** Counted on their own: no number of small mistakes hides a danger. */
	private final Set<Finding> dangers = new LinkedHashSet<>();

	private final Set<Finding> errors = new LinkedHashSet<>();

	private final Set<Finding> warnings = new LinkedHashSet<>();

	void add(Rule rule, Xml at, String where, Object... arguments) {
		add(rule, rule.dangerous(), at, where, arguments);
	}

	/**
	 * The same, where it depends on more than the rule whether the file must not even be
	 * kept.
	 */
	void add(Rule rule, boolean dangerous, Xml at, String where, Object... arguments) {
		Xml owner = owner(at);
		String name = (owner == null) ? "" : owner.attribute("name");
		keep(Finding.of(rule, dangerous, (owner == null) ? "" : owner.id(), (name == null) ? "" : shorten(name),
				way(owner, at, where), at.line, shorten(arguments)));
	}

	void file(Rule rule, int line, Object... arguments) {
		keep(Finding.of(rule, "", "", "", line, shorten(arguments)));
	}

	private void keep(Finding finding) {
		Set<Finding> kind = finding.dangerous() ? this.dangers : finding.error() ? this.errors : this.warnings;
		if (kind.size() < MOST) {
			kind.add(finding);
		}
	}

	boolean clean() {
		return this.dangers.isEmpty() && this.errors.isEmpty();
	}

	List<Finding> sorted() {
		var list = new ArrayList<>(this.dangers);
		list.addAll(this.errors);
		list.addAll(this.warnings);
		list.sort(Comparator.comparing(Finding::severity).thenComparingInt(Finding::line));
		return List.copyOf(list);
	}

	/**
	 * The element a reader of the diagram knows: the nearest one with an id that is no
	 * mere part.
	 */
	static Xml owner(Xml at) {
		Xml owner = at;
		while (owner != null && (owner.id().isEmpty() || part(owner))) {
			owner = owner.parent;
		}
		return owner;
	}

	private static boolean part(Xml element) {
		if (element.parent == null || Names.DMN.contains(element.namespace)) {
			return false;
		}
		return !element.is(Names.BPMN, element.name) || PARTS.contains(element.name)
				|| element.name.endsWith("EventDefinition");
	}

	private static String way(Xml owner, Xml at, String where) {
		var way = new StringBuilder(where);
		for (Xml step = at; step != null && step != owner; step = step.parent) {
			if (!step.name.equals("extensionElements")) {
				way.insert(0, way.isEmpty() ? step.name : step.name + " / ");
			}
		}
		return shorten(way.toString());
	}

	private static Object[] shorten(Object... arguments) {
		var texts = new Object[arguments.length];
		for (int index = 0; index < arguments.length; index++) {
			String text = String.valueOf(arguments[index]);
			texts[index] = Grammar.concerns(text) ? "..." : shorten(text);
		}
		return texts;
	}

	private static String shorten(String text) {
		return (text.length() <= 120) ? text : text.substring(0, 117) + "...";
	}

}
