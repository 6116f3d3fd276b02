package org.gongjian.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.DiagramPicture.Marks;
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

	private final DiagramPicture picture;

	private final JsonMapper json = JsonMapper.builder().build();

	private final ComparedPictures pictures;

	private final EditorChoices choices;

	private final FileNames names;

	DraftPages(Studio studio, Releases releases, DiagramPicture picture, ComparedPictures pictures,
			EditorChoices choices, FileNames names) {
		this.choices = choices;
		this.names = names;
		this.pictures = pictures;
		this.studio = studio;
		this.releases = releases;
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
	 * The page. While a draft is drawn nothing stands between its author and the drawing:
	 * what is said of it has an {@linkplain #review address of its own}.
	 * @param xml the diagram as typed
	 * @param note the note as typed
	 */
	ModelAndView page(Actor actor, DiagramDraft draft, String xml, String note, Locale locale, Mistakes mistakes) {
		Map<String, Object> model = new HashMap<>();
		model.put("xml", xml);
		model.put("note", note);
		model.put("planned", this.releases.planned(draft).orElse(null));
		model.put("mayDecide", this.releases.mayDecide(actor, draft));
		if (draft.editable() && mistakes.none()) {
			model.put("draft", draft);
			model.put("processTitle", title(draft, locale));
		}
		else {
			model.putAll(said(actor, draft, locale));
		}
		boolean still = !draft.editable() && model.get("difference") != null;
		model.put("picture", still ? this.picture.svg(draft.xml().getBytes(UTF_8), Marks.NONE, locale) : null);
		return mistakes.page("studio/draft", model);
	}

	/** What the check and the comparison say, and what lies beside the drawing. */
	ModelAndView review(Actor actor, DiagramDraft draft, Locale locale) {
		return new ModelAndView("studio/review", said(actor, draft, locale));
	}

	/** What the editor offers to pick. */
	EditorChoices.Offered choices(DiagramDraft draft, Locale locale) {
		return this.choices.of(draft.xml(), this.studio.files(draft), locale);
	}

	private Map<String, Object> said(Actor actor, DiagramDraft draft, Locale locale) {
		List<Problem> problems = this.studio.check(actor, draft.id(), locale);
		boolean readable = problems.stream().noneMatch(Problem::dangerous);
		Difference difference = readable ? this.studio.compare(actor, draft) : null;
		Map<String, Object> said = new HashMap<>();
		said.put("draft", draft);
		said.put("problems", problems);
		said.put("found", this.json.writeValueAsString(Found.of(problems)));
		said.put("difference", difference);
		said.put("pictures",
				(difference == null || difference.none()) ? null : this.pictures.of(draft, difference, locale));
		said.put("files", readable ? this.names.of(draft, locale) : List.of());
		said.put("processTitle", readable ? title(draft, locale) : draft.process());
		return said;
	}

	/** A draft that today's rules would not keep any more may not even be readable. */
	private String title(DiagramDraft draft, Locale locale) {
		try {
			return this.names.title(draft, locale);
		}
		catch (IllegalArgumentException unreadable) {
			return draft.process();
		}
	}

}
