package org.gongjian.engine.picture;

import java.util.List;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/**
 * One drawn connection.
 *
 * @param element what it stands for
 * @param points its way, two or more
 * @param label where its name goes, or {@code null}
 */
record Line(Element element, List<Point> points, Part.Box label) {

	String id() {
		return this.element.getAttribute("id");
	}

	String kind() {
		return this.element.getLocalName();
	}

	String name() {
		return this.element.getAttribute("name");
	}

	/** What of the paper it needs: its corners. */
	Stream<Part.Box> boxes() {
		return this.points.stream().map((point) -> new Part.Box(point.x(), point.y(), 0, 0));
	}

	Point first() {
		return this.points.get(0);
	}

	Point last() {
		return this.points.get(this.points.size() - 1);
	}

	/** A point half of the way along. */
	Point halfway() {
		int middle = this.points.size() / 2;
		Point from = this.points.get(middle - 1);
		Point to = this.points.get(middle);
		return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
	}

	record Point(double x, double y) {

		/** The point that far from here towards another. */
		Point towards(Point other, double distance) {
			double length = Math.hypot(other.x - this.x, other.y - this.y);
			double part = (length == 0) ? 0 : distance / length;
			return new Point(this.x + (other.x - this.x) * part, this.y + (other.y - this.y) * part);
		}

	}

}
