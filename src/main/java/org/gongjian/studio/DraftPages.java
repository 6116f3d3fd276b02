package org.gongjian.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.DiagramPicture.Marks;
import org.gongjian.engine.Drawings;
import org.gongjian.engine.Problem;
import org.gongjian.shared.Actor;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gathers what the page of a draft shows. */
@Component
class DraftPages {

	private final Studio studio;

	private final Releases releases;

	private final Drawings drawings;

	private final DiagramPicture picture;

	private final JsonMapper json = JsonMapper.builder().build();

	private final ComparedPictures pictures;

	private final ThresholdNames thresholds;

	private final EditorChoices choices;

	private final FileNames names;

	DraftPages(Studio studio, Releases releases, Drawings drawings, DiagramPicture picture, ComparedPictures pictures,
			ThresholdNames thresholds, EditorChoices choices, FileNames names) {
		this.choices = choices;
		this.names = names;
		this.thresholds = thresholds;
		this.pictures = pictures;
		this.studio = studio;
		this.releases = releases;
		this.drawings = drawings;
		this.picture = picture;
	}

	/** What the check found, for the editor. */
	record Found(String element, String name, String severity, String message) {

		static List<Found> of(List<Problem> problems) {
			return problems.stream()
				.map((problem) -> new Found(problem.element(), problem.elementName(), problem.severity(),
						problem.message()))
				.toList();
		}

	}

	/**
	 * The page.
	 * @param xml the diagram as typed
	 * @param note the note as typed
	 */
	ModelAndView page(Actor actor, DiagramDraft draft, String xml, String note, Locale locale, Mistakes mistakes) {
		List<Problem> problems = this.studio.check(actor, draft.id(), locale);
		boolean readable = problems.stream().noneMatch(Problem::dangerous);
		Map<String, Object> model = new HashMap<>();
		model.put("draft", draft);
		model.put("xml", xml);
		model.put("note", note);
		model.put("problems", problems);
		model.put("found", this.json.writeValueAsString(Found.of(problems)));
		Difference difference = readable ? this.studio.compare(actor, draft) : null;
		model.put("difference", difference);
		model.put("pictures",
				(difference == null || difference.none()) ? null : this.pictures.of(draft, difference, locale));
		model.put("files", readable ? this.names.of(draft, locale) : List.of());
		model.put("choices", this.json
			.writeValueAsString(readable ? this.choices.of(draft.xml(), this.studio.files(draft), locale) : Map.of()));
		model.put("processTitle", readable ? this.names.title(draft, locale) : draft.process());
		model.put("thresholds", this.thresholds.all(locale));
		model.put("steps", this.drawings.steps().stream().sorted().toList());
		model.put("planned", this.releases.planned(draft).orElse(null));
		model.put("mayDecide", this.releases.mayDecide(actor, draft));
		boolean still = readable && !draft.editable();
		model.put("picture", still ? this.picture.svg(draft.xml().getBytes(UTF_8), Marks.NONE, locale) : null);
		return mistakes.page("studio/draft", model);
	}

}
