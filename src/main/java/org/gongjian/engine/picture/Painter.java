package org.gongjian.engine.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paints a plan as SVG: pools first, then lines, then what lies on them, names last. */
public final class Painter {

	private static final double MARGIN = 24;

	private static final String CONTAINERS = "participant|lane|group";

	private final Plan plan;

	private final Marking marking;

	private final Canvas canvas = new Canvas();

	private final Lettering lettering;

	private final Figures figures;

	private final Flows flows;

	/**
	 * Prepares a painting.
	 * @param naming turns a name as drawn into the one to show
	 */
	public Painter(Plan plan, Marking marking, UnaryOperator<String> naming) {
		this.plan = plan;
		this.marking = marking;
		this.lettering = new Lettering(this.canvas, naming);
		this.figures = new Figures(this.canvas, this.lettering);
		this.flows = new Flows(this.canvas, plan);
	}

	/** The picture with its title and description. */
	public String paint(String title, String description) {
		Part.Box paper = paper();
		this.canvas.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "bpmn", "role", "img", "viewBox",
				Canvas.number(paper.x()) + " " + Canvas.number(paper.y()) + " " + Canvas.number(paper.width()) + " "
						+ Canvas.number(paper.height()),
				"width", paper.width(), "height", paper.height(), "font-size", Lettering.SIZE);
		this.canvas.text("title", title).text("desc", description);
		var shapes = new ArrayList<>(this.plan.parts().values());
		shapes.sort(Comparator.comparing(Painter::layer).thenComparing((part) -> -part.box().area()));
		shapes.stream().filter((part) -> layer(part) < 2).forEach(this::part);
		this.plan.lines().forEach(this::line);
		shapes.stream().filter((part) -> layer(part) >= 2).forEach(this::part);
		this.plan.lines().forEach((line) -> this.lettering.beside(line));
		shapes.forEach(this::count);
		return this.canvas.close("svg").toString();
	}

	private static int layer(Part part) {
		return part.is(CONTAINERS) ? 0 : part.open() ? 1 : part.is("boundaryEvent") ? 3 : 2;
	}

	private void part(Part part) {
		boolean passed = this.marking.passed().contains(part.id());
		boolean current = this.marking.current().contains(part.id());
		Marking.Count count = this.marking.counts().get(part.id());
		String heat = (count == null) ? "" : " bpmn-heat-" + count.heat() + (count.failed() ? " bpmn-failed" : "");
		this.canvas.open("g", "class", type(part) + heat + (passed ? " bpmn-passed" : "")
				+ (current ? " bpmn-current" : "") + this.marking.change(part.id()), "data-element", part.id());
		this.canvas.text("title", this.lettering.shown(part.name()));
		this.figures.draw(part);
		if (count == null && (passed || current)) {
			badge(part, current);
		}
		this.canvas.close("g");
	}

	/** On top of everything: an event at the border must not hide it. */
	private void count(Part part) {
		Marking.Count count = this.marking.counts().get(part.id());
		if (count == null) {
			return;
		}
		String text = count.text();
		double width = 14 + 7 * text.length();
		Part.Box box = new Part.Box(part.box().right() - width / 2, part.box().y() - 10, width, 20);
		this.canvas.box("bpmn-count", box, 0, 10);
		this.canvas.text("text", text, "class", "bpmn-count-text", "x", box.x() + width / 2, "y", box.y() + 14,
				"text-anchor", "middle");
	}

	private void badge(Part part, boolean current) {
		if (part.is("sequenceFlow|" + CONTAINERS)) {
			return;
		}
		double x = part.is(".*Task|task|callActivity|subProcess|transaction") ? part.box().right() - 3
				: part.box().right();
		double y = part.box().y() + (part.is(".*Event|.*Gateway") ? 4 : 3);
		double size = Math.min(1, part.box().height() / 36);
		this.canvas.circle("bpmn-badge", x, y, 9 * size);
		this.canvas.icon("bpmn-badge-sign", current ? Icons.CURRENT : Icons.PASSED, x - 7 * size, y - 7 * size, size);
	}

	private void line(Line line) {
		boolean travelled = this.marking.travelled().contains(line.id());
		this.canvas.open("g", "class",
				"bpmn-" + kebab(line.kind()) + (travelled ? " bpmn-travelled" : "") + this.marking.change(line.id()),
				"data-element", line.id());
		this.flows.draw(line);
		this.canvas.close("g");
	}

	private static String type(Part part) {
		String group = part.is(".*Task|task|callActivity") ? "bpmn-task "
				: part.is(".*Event") ? "bpmn-event " : part.is(".*Gateway") ? "bpmn-gateway "
						: part.is("subProcess|transaction|adHocSubProcess") ? "bpmn-scope " : "";
		return group + "bpmn-" + kebab(part.kind());
	}

	static String kebab(String name) {
		return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
	}

	private Part.Box paper() {
		Part.Box all = Part.Box.around(boxes());
		return (all == null) ? new Part.Box(0, 0, 100, 60)
				: new Part.Box(all.x() - MARGIN, all.y() - MARGIN, all.width() + 2 * MARGIN, all.height() + 2 * MARGIN);
	}

	private List<Part.Box> boxes() {
		var boxes = new ArrayList<Part.Box>();
		this.plan.parts().values().forEach((part) -> {
			boxes.add(part.box());
			if (!part.name().isBlank() && Lettering.outside(part)) {
				boxes.add(this.lettering.place(part));
			}
		});
		this.plan.lines().forEach((line) -> {
			line.boxes().forEach(boxes::add);
			if (line.label() != null && !line.name().isBlank()) {
				boxes.add(line.label());
			}
		});
		return boxes;
	}

}
