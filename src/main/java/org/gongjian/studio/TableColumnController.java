package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.studio.TableColumns.Added;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** New decision tables, and the columns of those there are. */
@Controller
@RequestMapping("/admin/process/drafts/{id}/table")
class TableColumnController {

	private static final String NAME = "[a-z][A-Za-z0-9]{0,59}";

	private final Studio studio;

	private final EditorChoices choices;

	TableColumnController(Studio studio, EditorChoices choices) {
		this.studio = studio;
		this.choices = choices;
	}

	/** Asks for the first columns of a new table, or for one column more. */
	@GetMapping("/column")
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, Locale locale) {
		return page(this.studio.draft(actor, id), name, Map.of(), Mistakes.NONE, locale);
	}

	private ModelAndView page(DiagramDraft draft, String name, Map<String, String> typed, Mistakes mistakes,
			Locale locale) {
		return mistakes.page("studio/column", Map.of("draft", draft, "name", name, "typed", typed, "types",
				TableColumns.TYPES, "facts", this.choices.of(draft.xml(), this.studio.files(draft), locale).facts()));
	}

	/** Adds a column. */
	@PostMapping("/column")
	ModelAndView add(Actor actor, @PathVariable UUID id, @RequestParam String name, @RequestParam int version,
			@RequestParam Map<String, String> sent, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		try {
			String content = TableColumns.of(content(draft, name)).added(0, column(sent));
			this.studio.saveFile(actor, id, name, content, version, locale);
			return kept(id, name, next);
		}
		catch (InvalidInput invalid) {
			return page(draft, name, sent, Mistakes.of(invalid), locale);
		}
	}

	/** Takes a column away. */
	@PostMapping("/column/remove")
	ModelAndView remove(Actor actor, @PathVariable UUID id, @RequestParam String name, @RequestParam int version,
			@RequestParam int column, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		String content = TableColumns.of(content(draft, name)).removed(0, Math.max(0, column));
		this.studio.saveFile(actor, id, name, content, version, locale);
		return kept(id, name, next);
	}

	/** Begins a table: one fact is asked, one answer given. */
	@PostMapping("/new")
	ModelAndView begin(Actor actor, @PathVariable UUID id, @RequestParam int version,
			@RequestParam Map<String, String> sent, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		try {
			String key = sent.getOrDefault("key", "").strip();
			String name = key + ".dmn";
			if (!key.matches("[a-z][a-z0-9-]{1,59}") || this.studio.files(draft).containsKey(name)) {
				throw new InvalidInput("key", "studio.violation.key");
			}
			String xml = NewProcess.table(key, words(sent, "name").en() + " " + words(sent, "name").zh());
			for (String kind : List.of("output", "input")) {
				xml = TableColumns.of(xml).added(0, column(sent, kind + "."));
			}
			this.studio.saveFile(actor, id, name, xml, version, locale);
			return kept(id, name, next);
		}
		catch (InvalidInput invalid) {
			return page(draft, "", sent, Mistakes.of(invalid), locale);
		}
	}

	private String content(DiagramDraft draft, String name) {
		byte[] content = this.studio.files(draft).get(name);
		if (content == null || !name.endsWith(".dmn")) {
			throw new NotFound("table " + name);
		}
		return new String(content, UTF_8);
	}

	private static Added column(Map<String, String> sent) {
		return column(sent, "");
	}

	private static Added column(Map<String, String> sent, String at) {
		Bilingual label = words(sent, at + "label");
		String name = sent.getOrDefault(at + "fact", "").strip();
		if (!name.matches(NAME)) {
			throw new InvalidInput(at + "fact", "studio.violation.field-name");
		}
		String type = sent.getOrDefault(at + "type", "");
		boolean output = at.isEmpty() ? "output".equals(sent.get("kind")) : at.startsWith("output");
		return new Added(output, label.en() + " " + label.zh(), name,
				TableColumns.TYPES.contains(type) ? type : "string");
	}

	private static Bilingual words(Map<String, String> sent, String key) {
		Bilingual words = new Bilingual(sent.getOrDefault(key + ".en", "").strip(),
				sent.getOrDefault(key + ".zh", "").strip());
		if (words.en().isEmpty() || words.zh().isEmpty() || (words.en() + words.zh()).length() > 200) {
			throw new InvalidInput(key + ".en", "studio.violation.label");
		}
		return words;
	}

	private static ModelAndView kept(UUID id, String name, RedirectAttributes next) {
		next.addFlashAttribute("notice", "web.saved");
		next.addAttribute("name", name);
		return new ModelAndView("redirect:/admin/process/drafts/" + id + "/table");
	}

}
