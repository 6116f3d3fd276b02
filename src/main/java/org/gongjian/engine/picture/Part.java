package org.gongjian.engine.picture;

import java.util.List;

import org.w3c.dom.Element;

/**
 * One drawn shape.
 *
 * @param element what it stands for
 * @param box where it is
 * @param label where its name goes, or {@code null}
 * @param flags {@code isExpanded} and the like of the drawing
 */
record Part(Element element, Box box, Box label, Element flags) {

	String id() {
		return this.element.getAttribute("id");
	}

	String kind() {
		return this.element.getLocalName();
	}

	String name() {
		return this.element.getAttribute("name");
	}

	boolean is(String pattern) {
		return kind().matches(pattern);
	}

	/** Whether an attribute of the element says so. */
	boolean has(String attribute, String value) {
		return this.element.getAttribute(attribute).equals(value);
	}

	boolean drawn(String attribute, String value) {
		return this.flags.getAttribute(attribute).equals(value);
	}

	/** Whether what is inside can be seen. */
	boolean open() {
		return is("subProcess|transaction|adHocSubProcess|callActivity") && drawn("isExpanded", "true");
	}

	/** {@code timer} of a timer event, {@code multiple} of several, or empty. */
	String trigger() {
		String found = "";
		for (Element child : Plan.children(this.element)) {
			String name = child.getLocalName();
			if (name.endsWith("EventDefinition") || name.equals("eventDefinitionRef")) {
				found = found.isEmpty() ? name.replace("EventDefinition", "").replace("eventDefinitionRef", "multiple")
						: "multiple";
			}
		}
		return (found.equals("multiple") && has("parallelMultiple", "true")) ? "parallelMultiple" : found;
	}

	record Box(double x, double y, double width, double height) {

		double middle() {
			return this.x + this.width / 2;
		}

		double centre() {
			return this.y + this.height / 2;
		}

		double right() {
			return this.x + this.width;
		}

		double bottom() {
			return this.y + this.height;
		}

		Box moved(double right, double down) {
			return new Box(this.x + right, this.y + down, this.width, this.height);
		}

		/** The smallest box with all of them in it; {@code null} for none. */
		static Box around(List<Box> boxes) {
			return boxes.stream().reduce((one, other) -> {
				double left = Math.min(one.x, other.x);
				double top = Math.min(one.y, other.y);
				return new Box(left, top, Math.max(one.right(), other.right()) - left,
						Math.max(one.bottom(), other.bottom()) - top);
			}).orElse(null);
		}

		double area() {
			return this.width * this.height;
		}

	}

}
