package org.gongjian.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.engine.Definitions;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The processes with their versions, for process administrators. */
@Controller
@RequestMapping("/admin/process")
class StudioController {

	private static final String DRAFT = "redirect:/admin/process/drafts/";

	private final Studio studio;

	private final Versions released;

	private final Releases releases;

	private final RunningCases running;

	private final Definitions definitions;

	private final ComparedPictures pictures;

	private final MessageSource messages;

	StudioController(Studio studio, Versions released, Releases releases, RunningCases running, Definitions definitions,
			ComparedPictures pictures, MessageSource messages) {
		this.pictures = pictures;
		this.messages = messages;
		this.studio = studio;
		this.released = released;
		this.releases = releases;
		this.running = running;
		this.definitions = definitions;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("processes", this.definitions.newest());
		model.addAttribute("drafts", this.studio.drafts(actor));
		return "studio/processes";
	}

	@GetMapping("/{key}")
	ModelAndView process(Actor actor, @PathVariable String key) {
		return process(actor, key, "", Mistakes.NONE);
	}

	private ModelAndView process(Actor actor, String key, String note, Mistakes mistakes) {
		List<Versions.Known> versions = this.released.versions(actor, key);
		Map<Integer, Integer> open = new HashMap<>();
		versions.forEach((known) -> open.put(known.version().version(), this.running.of(known.version()).size()));
		List<DiagramDraft> drafts = this.studio.drafts(actor)
			.stream()
			.filter((draft) -> draft.process().equals(key))
			.toList();
		return mistakes.page("studio/process",
				Map.of("versions", versions, "process", versions.get(0).version(), "note", note, "open", open, "drafts",
						drafts, "moves", this.running.last(actor, key), "retired", this.released.retired(key)));
	}

	/** Ends or allows again that cases begin. */
	@PostMapping("/{key}/retire")
	String retire(Actor actor, @PathVariable String key, @RequestParam boolean retired, RedirectAttributes next) {
		this.released.retire(actor, key, retired);
		next.addFlashAttribute("notice", retired ? "studio.retired.done" : "studio.retired.undone");
		return "redirect:/admin/process/" + key;
	}

	/**
	 * Goes back to an earlier version: begun and submitted at once, for a second person.
	 */
	@PostMapping("/{key}/back")
	ModelAndView back(Actor actor, @PathVariable String key, @RequestParam int version, Locale locale,
			RedirectAttributes next) {
		try {
			Version from = this.released.version(actor, key, version);
			String note = this.messages.getMessage("studio.back.note", new Object[] { version }, locale);
			next.addFlashAttribute("notice", "studio.submitted");
			return new ModelAndView(DRAFT + this.releases.askBack(actor, from, note, locale).id());
		}
		catch (InvalidInput invalid) {
			return process(actor, key, "", Mistakes.of(invalid));
		}
	}

	/** Begins a draft from the version that runs now, or from an earlier one. */
	@PostMapping("/{key}/drafts")
	ModelAndView begin(Actor actor, @PathVariable String key, @RequestParam int version,
			@RequestParam(defaultValue = "") String note, Locale locale) {
		try {
			Version from = this.released.version(actor, key, version);
			return new ModelAndView(DRAFT + this.studio.backTo(actor, from, note, locale).id());
		}
		catch (InvalidInput invalid) {
			return process(actor, key, note, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{key}/diff")
	String diff(Actor actor, @PathVariable String key, @RequestParam int from, @RequestParam int to, Model model,
			Locale locale) {
		Version before = this.released.version(actor, key, from);
		Version after = this.released.version(actor, key, to);
		model.addAttribute("from", before);
		model.addAttribute("to", after);
		Difference difference = this.released.compare(actor, before, after);
		model.addAttribute("difference", difference);
		model.addAttribute("pictures", this.pictures.of(before, after, difference, locale));
		model.addAttribute("versions", this.released.versions(actor, key));
		return "studio/diff";
	}

	@GetMapping("/new")
	ModelAndView blank() {
		return blank("", "", "", Mistakes.NONE);
	}

	private static ModelAndView blank(String key, String nameEn, String nameZh, Mistakes mistakes) {
		return mistakes.page("studio/new", Map.of("key", key, "nameEn", nameEn, "nameZh", nameZh));
	}

	@PostMapping("/new")
	ModelAndView make(Actor actor, @RequestParam(defaultValue = "") String key,
			@RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") String nameZh,
			Locale locale) {
		try {
			Bilingual name = new Bilingual(nameEn.strip(), nameZh.strip());
			String wanted = key.isBlank() ? ProcessKey.of(nameEn) : key.strip();
			return new ModelAndView(DRAFT + this.studio.beginNew(actor, wanted, name, locale).id());
		}
		catch (InvalidInput invalid) {
			return blank(key, nameEn, nameZh, Mistakes.of(invalid));
		}
	}

}
