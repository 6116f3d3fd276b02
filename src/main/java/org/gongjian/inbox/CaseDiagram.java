package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.DiagramPicture.Marks;
import org.gongjian.engine.Travel;
import org.springframework.stereotype.Component;

/** The diagram of a case with the way it has travelled, as a picture and in words. */
@Component
class CaseDiagram {

	private final Definitions definitions;

	private final DiagramPicture picture;

	private final Travel travel;

	CaseDiagram(Definitions definitions, DiagramPicture picture, Travel travel) {
		this.definitions = definitions;
		this.picture = picture;
		this.travel = travel;
	}

	Drawn of(CaseFile file, Locale locale) {
		byte[] diagram = this.definitions.diagram(file.definition());
		Travel.Way way = this.travel.of(file.instance(), file.definition());
		Marks marks = new Marks(way.flows(), way.passed(), way.current());
		return new Drawn(this.picture.svg(diagram, marks, locale), this.picture.outline(diagram, marks));
	}

	/**
	 * A diagram, drawn.
	 *
	 * @param picture SVG made by us, every text of the diagram in it escaped
	 * @param outline the same in words, in reading order
	 */
	record Drawn(String picture, List<DiagramPicture.Node> outline) {
	}

}
