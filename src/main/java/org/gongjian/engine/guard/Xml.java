package org.gongjian.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An element of a file that has passed {@link XmlReader}; text is glued as the engine
 * glues it.
 */
final class Xml {

	final String namespace;

	final String name;

	final int line;

	final Xml parent;

	final List<Attribute> attributes = new ArrayList<>();

	final List<Xml> children = new ArrayList<>();

	final StringBuilder content = new StringBuilder();

	int letters;

	Xml(String namespace, String name, int line, Xml parent) {
		this.namespace = (namespace == null) ? "" : namespace;
		this.name = name;
		this.line = line;
		this.parent = parent;
	}

	boolean is(String wantedNamespace, String... names) {
		return this.namespace.equals(wantedNamespace) && List.of(names).contains(this.name);
	}

	/** The value of an attribute without namespace, or {@code null}. */
	String attribute(String wanted) {
		return attribute("", wanted);
	}

	String attribute(String wantedNamespace, String wanted) {
		return this.attributes.stream()
			.filter((attribute) -> attribute.namespace().equals(wantedNamespace) && attribute.name().equals(wanted))
			.map(Attribute::value)
			.findFirst()
			.orElse(null);
	}

	String id() {
		String id = attribute("id");
		return (id == null) ? "" : id;
	}

	String text() {
		return this.content.toString().strip();
	}

	Stream<Xml> children(String wantedNamespace, String... names) {
		return this.children.stream().filter((child) -> child.is(wantedNamespace, names));
	}

	/** This element and all below it, in document order. */
	void each(Consumer<Xml> visitor) {
		visitor.accept(this);
		this.children.forEach((child) -> child.each(visitor));
	}

	/** The process an element stands in, or the file where it stands in none. */
	Xml process() {
		return (this.parent == null || is(Names.BPMN, "process")) ? this : this.parent.process();
	}

	/** Whether anything in it is said to the engine. */
	boolean usesEngine() {
		boolean own = this.namespace.equals(Names.CAMUNDA)
				|| this.attributes.stream().anyMatch((one) -> one.namespace().equals(Names.CAMUNDA));
		return own || this.children.stream().anyMatch(Xml::usesEngine);
	}

	/** All elements below this one, in document order. */
	Stream<Xml> below() {
		var all = new ArrayList<Xml>();
		this.children.forEach((child) -> child.each(all::add));
		return all.stream();
	}

	record Attribute(String namespace, String prefix, String name, String value) {

		String shown() {
			return this.prefix.isEmpty() ? this.name : this.prefix + ":" + this.name;
		}

	}

}
