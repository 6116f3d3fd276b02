package org.gongjian.engine.picture;

import java.util.List;
import java.util.function.UnaryOperator;

/** Puts names into and beside what is drawn. */
final class Lettering {

	static final double SIZE = 12;

	private static final double LINE = 1.25;

	private static final double LABEL_WIDTH = 96;

	private static final String OUTSIDE = ".*Event|.*Gateway|dataObject|dataObjectReference|dataStoreReference|dataInput|dataOutput";

	private final Canvas canvas;

	private final UnaryOperator<String> naming;

	Lettering(Canvas canvas, UnaryOperator<String> naming) {
		this.canvas = canvas;
		this.naming = naming;
	}

	static boolean outside(Part part) {
		return part.is(OUTSIDE);
	}

	String shown(String name) {
		return this.naming.apply(name);
	}

	/** In the middle of a box whose upper left corner holds a sign of that height. */
	void besideSign(Part.Box box, double sign, String name) {
		int lines = Wrapping.lines(shown(name), box.width() - 12, SIZE, 20).size();
		boolean high = box.centre() - lines * SIZE * LINE / 2 < box.y() + sign;
		inside(box, name, (high && sign > 0) ? sign : 6);
	}

	/** In the middle of a box, smaller letters when there is much to say. */
	void inside(Part.Box box, String name, double padding) {
		String text = shown(name);
		double size = SIZE;
		List<String> lines = Wrapping.lines(text, box.width() - 2 * padding, size, 20);
		while (size > 9 && lines.size() * size * LINE > box.height() - 8) {
			size--;
			lines = Wrapping.lines(text, box.width() - 2 * padding, size, 20);
		}
		int most = (int) Math.max(1, (box.height() - 4) / (size * LINE));
		lines = Wrapping.lines(text, box.width() - 2 * padding, size, most);
		write("bpmn-name", lines, box.middle(), box.centre() - lines.size() * size * LINE / 2, size, "middle");
	}

	/** Along the top of an open sub-process. */
	void atTop(Part.Box box, String name) {
		write("bpmn-name", Wrapping.lines(shown(name), box.width() - 16, SIZE, 2), box.middle(), box.y() + 6, SIZE,
				"middle");
	}

	/** From the left, as notes are written. */
	void note(Part.Box box, String text) {
		int most = (int) Math.max(1, (box.height() + 8) / (SIZE * LINE));
		write("bpmn-name", Wrapping.lines(shown(text), box.width() - 10, SIZE, most), box.x() + 6, box.y() + 3, SIZE,
				"start");
	}

	/** Upwards in the strip at the left of a pool. */
	void upright(Part.Box box, double strip, String name) {
		List<String> lines = Wrapping.lines(shown(name), box.height() - 8, SIZE,
				(int) Math.max(1, strip / (SIZE * LINE)));
		this.canvas.open("g", "transform",
				"translate(" + Canvas.number(box.x()) + " " + Canvas.number(box.centre()) + ") rotate(-90)");
		write("bpmn-name", lines, 0, (strip - lines.size() * SIZE * LINE) / 2, SIZE, "middle");
		this.canvas.close("g");
	}

	void beneath(Part part) {
		Part.Box place = place(part);
		List<String> lines = Wrapping.lines(shown(part.name()), place.width(), SIZE, 8);
		write("bpmn-label", lines, place.middle(), place.y(), SIZE, "middle");
	}

	/** Where the name beside a shape goes. */
	Part.Box place(Part part) {
		double width = (part.label() == null) ? LABEL_WIDTH : Math.max(part.label().width(), LABEL_WIDTH);
		double middle = (part.label() == null) ? part.box().middle() : part.label().middle();
		double height = Wrapping.lines(shown(part.name()), width, SIZE, 8).size() * SIZE * LINE;
		double top = (part.label() == null) ? part.box().bottom() + 4
				: (part.label().bottom() <= part.box().centre()) ? part.label().bottom() - height : part.label().y();
		return new Part.Box(middle - width / 2, top, width, height);
	}

	void beside(Line line) {
		if (line.name().isBlank()) {
			return;
		}
		if (line.label() == null) {
			Line.Point middle = line.halfway();
			List<String> lines = Wrapping.lines(shown(line.name()), LABEL_WIDTH, SIZE, 3);
			write("bpmn-label", lines, middle.x(), middle.y() - 4 - lines.size() * SIZE * LINE, SIZE, "middle");
		}
		else {
			double width = Math.max(line.label().width(), 70);
			write("bpmn-label", Wrapping.lines(shown(line.name()), width, SIZE, 6), line.label().middle(),
					line.label().y(), SIZE, "middle");
		}
	}

	private void write(String type, List<String> lines, double x, double top, double size, String anchor) {
		if (lines.isEmpty()) {
			return;
		}
		this.canvas.open("text", "class", type, "text-anchor", anchor, "font-size", size);
		double y = top + size * 0.95;
		for (String line : lines) {
			this.canvas.text("tspan", line, "x", x, "y", y);
			y += size * LINE;
		}
		this.canvas.close("text");
	}

}
