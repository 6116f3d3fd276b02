package org.gongjian.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.engine.picture.Marking;
import org.gongjian.engine.picture.Outline;
import org.gongjian.engine.picture.Painter;
import org.gongjian.engine.picture.Plan;
import org.gongjian.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Shows a diagram without a script: as a picture for the eye and as an outline in words.
 * Names are shown in the reader's language and are nothing but text.
 */
@Component
public class DiagramPicture {

	private final MessageSource messages;

	DiagramPicture(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The picture as an SVG element; its looks are in {@code diagram.css}.
	 * @param bpmnXml a diagram
	 * @param marks where a case has been and is
	 */
	public String svg(byte[] bpmnXml, Marks marks, Locale locale) {
		Plan plan = Plan.read(bpmnXml);
		String here = Outline.of(plan)
			.stream()
			.filter((entry) -> marks.currentElements().contains(entry.id()))
			.map((entry) -> Bilingual.ofName(entry.name()).in(locale))
			.filter((name) -> !name.isBlank())
			.distinct()
			.collect(Collectors.joining(text("engine.diagram.and", locale)));
		String title = text("engine.diagram.title", locale, Bilingual.ofName(plan.name()).in(locale));
		String description = here.isEmpty() ? text("engine.diagram.plain", locale)
				: text("engine.diagram.current", locale, here);
		var marking = new Marking(marks.travelledFlows(), marks.passedElements(), marks.currentElements());
		return new Painter(plan, marking, (name) -> Bilingual.ofName(name).in(locale)).paint(title, description);
	}

	/**
	 * The picture of one of two versions that are compared.
	 * @param changes what became of elements by id: {@code added}, {@code removed},
	 * {@code changed} or {@code moved}
	 */
	public String compared(byte[] bpmnXml, Map<String, String> changes, Locale locale) {
		Plan plan = Plan.read(bpmnXml);
		var marking = Marking.compared(changes);
		return new Painter(plan, marking, (name) -> Bilingual.ofName(name).in(locale)).paint(
				text("engine.diagram.title", locale, Bilingual.ofName(plan.name()).in(locale)),
				text("engine.diagram.compared", locale));
	}

	/**
	 * The same of many cases: what there is at each element.
	 * @param description what the picture shows, in words
	 */
	public String svg(byte[] bpmnXml, Map<String, Count> counts, String description, Locale locale) {
		Plan plan = Plan.read(bpmnXml);
		String title = text("engine.diagram.title", locale, Bilingual.ofName(plan.name()).in(locale));
		Map<String, Marking.Count> drawn = new HashMap<>();
		counts.forEach((id, count) -> drawn.put(id, new Marking.Count(count.text(), count.heat(), count.failed())));
		var marking = new Marking(Set.of(), Set.of(), Set.of(), drawn, Map.of());
		return new Painter(plan, marking, (name) -> Bilingual.ofName(name).in(locale)).paint(title, description);
	}

	/** All tasks, events, gateways and sub-processes in reading order. */
	public List<Node> outline(byte[] bpmnXml, Marks marks) {
		return Outline.of(Plan.read(bpmnXml))
			.stream()
			.map((entry) -> new Node(entry.id(), entry.kind(), Bilingual.ofName(entry.name()),
					Bilingual.ofName(entry.documentation()), entry.depth(), marks.passedElements().contains(entry.id()),
					marks.currentElements().contains(entry.id())))
			.toList();
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/**
	 * Where a case has been and is.
	 *
	 * @param travelledFlows ids of the sequence flows it took
	 * @param passedElements ids of the elements it left
	 * @param currentElements ids of the elements where it is
	 */
	public record Marks(Set<String> travelledFlows, Set<String> passedElements, Set<String> currentElements) {

		/** No marks: the diagram as such. */
		public static final Marks NONE = new Marks(Set.of(), Set.of(), Set.of());

		public Marks {
			travelledFlows = Set.copyOf(travelledFlows);
			passedElements = Set.copyOf(passedElements);
			currentElements = Set.copyOf(currentElements);
		}

	}

	/**
	 * How much there is at an element.
	 *
	 * @param text what its badge says
	 * @param heat from 0 for nothing to 3 for the most
	 * @param failed whether something failed there
	 */
	public record Count(String text, int heat, boolean failed) {
	}

	/**
	 * One line of the outline.
	 *
	 * @param id the element's id
	 * @param kind {@code user-task}, {@code timer-boundary-event}; its name for people is
	 * the message {@code engine.diagram.kind.<kind>}
	 * @param name as drawn, may be blank
	 * @param documentation may be blank
	 * @param depth how many sub-processes it lies in
	 * @param passed whether the case left it
	 * @param current whether the case is there
	 */
	public record Node(String id, String kind, Bilingual name, Bilingual documentation, int depth, boolean passed,
			boolean current) {
	}

}
