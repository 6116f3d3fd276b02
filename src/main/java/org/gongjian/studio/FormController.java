package org.gongjian.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.form.FieldType;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Violation;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Forms of a draft, field by field, with a preview. */
@Controller
@RequestMapping("/admin/process/drafts/{id}/form")
class FormController {

	private static final String WHOLE = "version";

	private final Studio studio;

	private final FormPreview preview;

	private final FormOffers offers;

	FormController(Studio studio, FormPreview preview, FormOffers offers) {
		this.offers = offers;
		this.studio = studio;
		this.preview = preview;
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam String name, Locale locale) {
		DiagramDraft draft = this.studio.draft(actor, id);
		FormFile file = file(draft, name);
		return page(actor, draft, name, file, file.head(), Mistakes.NONE, locale);
	}

	private FormFile file(DiagramDraft draft, String name) {
		if (!name.matches(DraftCheck.FORM)) {
			throw new NotFound("form " + name);
		}
		byte[] content = this.studio.files(draft).get(name);
		return FormFile.read((content == null) ? NewProcess.form() : new String(content, UTF_8));
	}

	private ModelAndView page(Actor actor, DiagramDraft draft, String name, FormFile file, Map<String, String> head,
			Mistakes mistakes, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		model.put("draft", draft);
		model.put("name", name);
		model.put("groups", file.groups());
		model.put("head", head);
		this.offers.show(model, draft, name, file.offer(), locale);
		model.put("form", this.preview.of(actor, draft, this.studio.files(draft), name, locale));
		return mistakes.page("studio/form", model);
	}

	/** Says something else above the fields, or moves or removes a field. */
	@PostMapping
	ModelAndView change(Actor actor, @PathVariable UUID id, @RequestParam String name, @RequestParam int version,
			@RequestParam(defaultValue = "save") String action, @RequestParam Map<String, String> sent,
			@RequestParam MultiValueMap<String, String> all, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		FormFile file = file(draft, name);
		try {
			act(file, action, sent, all);
			this.studio.saveFile(actor, id, name, file.json(), version, locale);
			return kept(id, name, next);
		}
		catch (InvalidInput invalid) {
			return page(actor, draft, name, file(draft, name), sent, Mistakes.of(invalid), locale);
		}
		catch (Overtaken overtaken) {
			ModelAndView again = page(actor, this.studio.draft(actor, id), name, file(draft, name), sent,
					changed(overtaken), locale);
			again.setStatus(HttpStatus.CONFLICT);
			return again;
		}
	}

	private static void act(FormFile file, String action, Map<String, String> sent, MultiValueMap<String, String> all) {
		String[] parts = action.split(":", 2);
		String path = parts[parts.length - 1];
		switch (parts[0]) {
			case "up" -> file.move(path, -1);
			case "down" -> file.move(path, 1);
			case "remove" -> file.remove(path);
			default -> {
				FormFile.WORDS.forEach((key) -> sent.putIfAbsent(key, ""));
				file.head(sent);
				FormOffers.say(file.offer(), sent, all);
			}
		}
	}

	private static Mistakes changed(Overtaken overtaken) {
		return new Mistakes(List.of(Violation.of(WHOLE, overtaken.code())));
	}

	private static ModelAndView kept(UUID id, String name, RedirectAttributes next) {
		next.addFlashAttribute("notice", "web.saved");
		next.addAttribute("name", name);
		return new ModelAndView("redirect:/admin/process/drafts/" + id + "/form");
	}

	/**
	 * One field.
	 * @param field its path, or empty for a new one
	 * @param into the section or table a new one comes into
	 */
	@GetMapping("/field")
	ModelAndView field(Actor actor, @PathVariable UUID id, @RequestParam String name,
			@RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "0") String into) {
		DiagramDraft draft = this.studio.draft(actor, id);
		FieldDraft shown = field.isEmpty() ? FieldDraft.NEW
				: file(draft, name).field(field).orElseThrow(() -> new NotFound("field " + field));
		return field(draft, name, field, into, shown, Mistakes.NONE);
	}

	private static ModelAndView field(DiagramDraft draft, String name, String path, String into, FieldDraft field,
			Mistakes mistakes) {
		boolean column = path.contains(".") || !into.matches("\\d+");
		List<String> types = java.util.Arrays.stream(FieldType.values())
			.filter((type) -> !column || type != FieldType.TABLE)
			.map(FieldType::code)
			.toList();
		return mistakes.page("studio/field", Map.of("draft", draft, "name", name, "path", path, "into", into, "field",
				field, "types", types, "sides", FieldDraft.SIDES));
	}

	/** The page with what belongs to another kind of field; nothing is kept yet. */
	@PostMapping(path = "/field", params = "again")
	ModelAndView again(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
		ModelAndView page = field(this.studio.draft(actor, id), first(sent, "file"), first(sent, "path"),
				first(sent, "into"), FieldDraft.of(sent), Mistakes.NONE);
		return page.addObject("again", true);
	}

	@PostMapping("/field")
	ModelAndView keep(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent,
			@RequestParam int version, Locale locale, RedirectAttributes next) {
		DiagramDraft draft = this.studio.draft(actor, id);
		String name = first(sent, "file");
		String path = first(sent, "path");
		String into = first(sent, "into");
		FormFile file = file(draft, name);
		List<String> taken = taken(file, path, into);
		FieldDraft typed = FieldDraft.of(sent).named(taken);
		try {
			typed.check(taken);
			put(file, path, into, typed);
			this.studio.saveFile(actor, id, name, file.json(), version, locale);
			return kept(id, name, next);
		}
		catch (InvalidInput invalid) {
			return field(draft, name, path, into, typed, Mistakes.of(invalid));
		}
		catch (Overtaken overtaken) {
			ModelAndView again = field(this.studio.draft(actor, id), name, path, into, typed, changed(overtaken));
			again.setStatus(HttpStatus.CONFLICT);
			return again;
		}
	}

	private static void put(FormFile file, String path, String into, FieldDraft typed) {
		if (path.isEmpty()) {
			file.add(into, typed);
		}
		else {
			file.change(path, typed);
		}
	}

	private static String first(MultiValueMap<String, String> sent, String key) {
		return Optional.ofNullable(sent.getFirst(key)).orElse("");
	}

	/** The names of the other fields beside one. */
	private static List<String> taken(FormFile file, String path, String into) {
		String within = path.contains(".") ? path.substring(0, path.indexOf('.') + 1)
				: (into.isEmpty() || into.matches("\\d+")) ? "" : into + ".";
		return file.groups()
			.stream()
			.flatMap((group) -> group.fields().stream())
			.map(FormFile.Line::path)
			.filter((other) -> !other.equals(path) && other.startsWith(within)
					&& !other.substring(within.length()).contains("."))
			.map((other) -> other.substring(within.length()))
			.toList();
	}

}
