package org.gongjian.engine.picture;

import java.util.List;
import java.util.Locale;

/** Writes SVG; looks come from classes, only geometry from attributes. */
final class Canvas {

	private final StringBuilder svg = new StringBuilder();

	Canvas open(String name, Object... attributes) {
		return tag(name, ">", attributes);
	}

	Canvas draw(String name, Object... attributes) {
		return tag(name, "/>", attributes);
	}

	Canvas close(String name) {
		this.svg.append("</").append(name).append('>');
		return this;
	}

	Canvas text(String name, String text, Object... attributes) {
		open(name, attributes);
		this.svg.append(escape(text));
		return close(name);
	}

	Canvas circle(String type, double x, double y, double radius) {
		return draw("circle", "class", type, "cx", x, "cy", y, "r", radius);
	}

	Canvas box(String type, Part.Box box, double inset, double round) {
		return draw("rect", "class", type, "x", box.x() + inset, "y", box.y() + inset, "width",
				Math.max(1, box.width() - 2 * inset), "height", Math.max(1, box.height() - 2 * inset), "rx", round);
	}

	Canvas path(String type, String data) {
		return draw("path", "class", type, "d", data);
	}

	/** A path drawn for a square of that size, put somewhere else. */
	Canvas icon(String type, String data, double x, double y, double scale) {
		return draw("path", "class", type, "d", data, "transform",
				"translate(" + number(x) + " " + number(y) + ") scale(" + number(scale) + ")");
	}

	Canvas line(String type, List<Line.Point> points) {
		var way = new StringBuilder();
		points.forEach((point) -> way.append(way.isEmpty() ? "" : " ")
			.append(number(point.x()))
			.append(',')
			.append(number(point.y())));
		return draw("polyline", "class", type, "points", way);
	}

	@Override
	public String toString() {
		return this.svg.toString();
	}

	static String number(double value) {
		String text = String.format(Locale.ROOT, "%.2f", value);
		return text.replaceAll("\\.?0+$", "");
	}

	private Canvas tag(String name, String end, Object... attributes) {
		this.svg.append('<').append(name);
		for (int index = 0; index < attributes.length; index += 2) {
			Object value = attributes[index + 1];
			this.svg.append(' ')
				.append(attributes[index])
				.append("=\"")
				.append((value instanceof Double number) ? number(number) : escape(String.valueOf(value)))
				.append('"');
		}
		this.svg.append(end);
		return this;
	}

	/**
	 * Text as text: nothing in it is markup, and nothing that XML cannot hold is left.
	 */
	private static String escape(String text) {
		var escaped = new StringBuilder();
		text.codePoints().forEach((letter) -> {
			switch (letter) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> {
					boolean sound = letter >= ' ' && (letter < 0xD800 || letter > 0xDFFF) && letter != 0xFFFE
							&& letter != 0xFFFF;
					escaped.appendCodePoint(sound ? letter : ' ');
				}
			}
		});
		return escaped.toString();
	}

}
