package org.gongjian.studio;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.engine.Problem;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.gongjian.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A draft: drawn, checked, compared, submitted; then released or refused by somebody
 * else.
 */
@Controller
@RequestMapping("/admin/process/drafts/{id}")
class DraftController {

	private static final String PAGE = "redirect:/admin/process/drafts/";

	private final Studio studio;

	private final Releases releases;

	private final DraftPages pages;

	private final MessageSource messages;

	private final Words words;

	DraftController(Studio studio, Releases releases, DraftPages pages, MessageSource messages, Words words) {
		this.words = words;
		this.studio = studio;
		this.releases = releases;
		this.pages = pages;
		this.messages = messages;
	}

	/** What came of keeping a draft. */
	record Kept(Integer version, List<DraftPages.Found> problems, String message) {
	}

	@GetMapping
	ModelAndView show(Actor actor, @PathVariable UUID id, Locale locale, HttpServletRequest request) {
		DiagramDraft draft = this.studio.draft(actor, id);
		Map<String, String[]> typed = InterruptedForms.takeMain(request, actor)
			.filter((sent) -> draft.editable() && sent.containsKey("xml") && sent.containsKey("version"))
			.orElse(null);
		if (typed == null) {
			return this.pages.page(actor, draft, draft.xml(), draft.note(), locale, Mistakes.NONE);
		}
		String note = typed.getOrDefault("note", new String[] { draft.note() })[0];
		return this.pages.page(actor, draft, typed.get("xml")[0], note, locale, Mistakes.NONE)
			.addObject("typed", typed.get("version")[0]);
	}

	/** What the check and the comparison say of it: read here, or put into its page. */
	@GetMapping("/review")
	ModelAndView review(Actor actor, @PathVariable UUID id, Locale locale) {
		return this.pages.review(actor, this.studio.draft(actor, id), locale);
	}

	/** What can be picked in the editor instead of being typed. */
	@GetMapping("/choices")
	@ResponseBody
	EditorChoices.Offered choices(Actor actor, @PathVariable UUID id, Locale locale) {
		return this.pages.choices(this.studio.draft(actor, id), locale);
	}

	@PostMapping(params = Language.PARAMETER)
	ModelAndView again(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String xml,
			@RequestParam(defaultValue = "") String note, Locale locale) {
		return this.pages.page(actor, this.studio.draft(actor, id), xml, note, locale, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView save(Actor actor, @PathVariable UUID id, @RequestParam String xml,
			@RequestParam(defaultValue = "") String note, @RequestParam int version,
			@RequestParam(defaultValue = "save") String action, Locale locale, RedirectAttributes next) {
		try {
			this.studio.save(actor, id, xml, note, version, locale);
			if (action.equals("submit")) {
				this.releases.submit(actor, id, locale);
			}
			next.addFlashAttribute("notice", action.equals("submit") ? "studio.submitted" : "web.saved");
			return new ModelAndView(PAGE + id);
		}
		catch (InvalidInput invalid) {
			return this.pages.page(actor, this.studio.draft(actor, id), xml, note, locale, Mistakes.of(invalid));
		}
		catch (Overtaken overtaken) {
			return conflict(this.pages.page(actor, stillOpen(actor, id, overtaken), xml, note, locale,
					both(overtaken, "studio.draft.both")));
		}
	}

	/** What was drawn is shown again only where it can still be kept. */
	private DiagramDraft stillOpen(Actor actor, UUID id, Overtaken overtaken) {
		DiagramDraft now = this.studio.draft(actor, id);
		if (!now.editable()) {
			throw overtaken;
		}
		return now;
	}

	private Mistakes both(Overtaken overtaken, String code) {
		return new Mistakes(List.of(Violation.of("xml", code, who(overtaken))));
	}

	private Object[] who(Overtaken overtaken) {
		return new Object[] { this.words.person(overtaken.decidedBy()), this.words.dateTime(overtaken.decidedAt()) };
	}

	private static ModelAndView conflict(ModelAndView page) {
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	/** Keeps what is drawn while it is drawn. */
	@PostMapping("/autosave")
	ResponseEntity<Kept> autosave(Actor actor, @PathVariable UUID id, @RequestParam String xml,
			@RequestParam(defaultValue = "") String note, @RequestParam int version, Locale locale) {
		try {
			String kept = note.isBlank() ? this.studio.draft(actor, id).note() : note;
			DiagramDraft draft = this.studio.save(actor, id, xml, kept, version, locale);
			List<Problem> problems = this.studio.check(actor, id, locale);
			return ResponseEntity.ok(new Kept(draft.version(), DraftPages.Found.of(problems), null));
		}
		catch (Unsafe unsafe) {
			return refused(HttpStatus.UNPROCESSABLE_CONTENT, unsafe.problems(),
					this.messages.getMessage("studio.unsafe", null, locale));
		}
		catch (Overtaken overtaken) {
			boolean open = this.studio.draft(actor, id).editable();
			return refused(HttpStatus.CONFLICT, List.of(), this.messages
				.getMessage(open ? "studio.draft.theirs" : overtaken.code(), open ? who(overtaken) : null, locale));
		}
	}

	private static ResponseEntity<Kept> refused(HttpStatus status, List<Problem> problems, String message) {
		return ResponseEntity.status(status).body(new Kept(null, DraftPages.Found.of(problems), message));
	}

	@PostMapping("/release")
	ModelAndView release(Actor actor, @PathVariable UUID id, @RequestParam String hash,
			@RequestParam(defaultValue = "") String at, Locale locale, RedirectAttributes next) {
		try {
			if (!at.isBlank()) {
				this.releases.plan(actor, id, hash, moment(at), locale);
				next.addFlashAttribute("notice", "studio.planned.done");
				return new ModelAndView(PAGE + id);
			}
			String process = this.releases.release(actor, id, hash, locale).process();
			next.addFlashAttribute("notice", "studio.released");
			return new ModelAndView("redirect:/admin/process/" + process);
		}
		catch (InvalidInput invalid) {
			DiagramDraft draft = this.studio.draft(actor, id);
			return this.pages.page(actor, draft, draft.xml(), draft.note(), locale, Mistakes.of(invalid));
		}
	}

	/** A moment as people type it, in the time of the office. */
	private static Instant moment(String typed) {
		try {
			return LocalDateTime.parse(typed.strip()).atZone(Time.OFFICE).toInstant();
		}
		catch (DateTimeParseException unreadable) {
			throw new InvalidInput("at", "studio.violation.at");
		}
	}

	@PostMapping("/refuse")
	ModelAndView refuse(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
			Locale locale, RedirectAttributes next) {
		try {
			this.releases.refuse(actor, id, reason);
			next.addFlashAttribute("notice", "studio.refused");
			return new ModelAndView(PAGE + id);
		}
		catch (InvalidInput invalid) {
			DiagramDraft draft = this.studio.draft(actor, id);
			return this.pages.page(actor, draft, draft.xml(), draft.note(), locale, Mistakes.of(invalid));
		}
	}

	/** A form or decision table beside the diagram. */
	@GetMapping("/file")
	ModelAndView file(Actor actor, @PathVariable UUID id, @RequestParam String name) {
		DiagramDraft draft = this.studio.draft(actor, id);
		byte[] content = this.studio.files(draft).get(name);
		return file(draft, name, (content == null) ? NewProcess.form() : new String(content, UTF_8), Mistakes.NONE);
	}

	private static ModelAndView file(DiagramDraft draft, String name, String content, Mistakes mistakes) {
		return mistakes.page("studio/file", Map.of("draft", draft, "name", name, "text", content));
	}

	@PostMapping("/file")
	ModelAndView keep(Actor actor, @PathVariable UUID id, @RequestParam String name, @RequestParam String content,
			@RequestParam int version, Locale locale, RedirectAttributes next) {
		try {
			this.studio.saveFile(actor, id, name, content, version, locale);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(PAGE + id);
		}
		catch (InvalidInput invalid) {
			return file(this.studio.draft(actor, id), name, content, Mistakes.of(invalid));
		}
		catch (Overtaken overtaken) {
			return conflict(file(stillOpen(actor, id, overtaken), name, content, both(overtaken, "studio.file.both")));
		}
	}

}
