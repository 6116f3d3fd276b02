package org.gongjian.archive;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.gongjian.inbox.ProcessNames;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.web.Language;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of the archive, and how one item is kept. */
@Controller
@RequestMapping("/archive")
class ArchiveController {

	private static final int PAGE = 25;

	private final Archive archive;

	private final ProcessNames processes;

	ArchiveController(Archive archive, ProcessNames processes) {
		this.archive = archive;
		this.processes = processes;
	}

	@GetMapping
	ModelAndView list(Actor actor, @RequestParam(name = "q", required = false) String text,
			@RequestParam(required = false) String retention, @RequestParam(defaultValue = "false") boolean over,
			@RequestParam(required = false) String cursor, Locale locale) {
		ArchiveFilter filter = ArchiveFilter.of(text, retention, over);
		return new ModelAndView("archive/list",
				Map.of("filter", filter, "rows", this.archive.list(actor, filter, cursor, PAGE), "kinds",
						Keeping.codes(), "names", this.processes.all(locale), "year", this.archive.year()));
	}

	@GetMapping("/{number}")
	ModelAndView show(Actor actor, @PathVariable String number, Locale locale) {
		ArchiveItem item = item(actor, number);
		return page(actor, item, item.retention(), item.paperLocation(), Mistakes.NONE, locale);
	}

	@PostMapping(path = "/{number}", params = Language.PARAMETER)
	ModelAndView inOtherLanguage(Actor actor, @PathVariable String number,
			@RequestParam(defaultValue = "") String retention, @RequestParam(defaultValue = "") String place,
			Locale locale) {
		return page(actor, item(actor, number), retention, place, Mistakes.NONE, locale);
	}

	@PostMapping("/{number}")
	ModelAndView keep(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String retention,
			@RequestParam(defaultValue = "") String place, @RequestParam int version, RedirectAttributes next,
			Locale locale) {
		try {
			this.archive.keep(actor, number, retention, place, version);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView("redirect:/archive/{number}");
		}
		catch (InvalidInput invalid) {
			return page(actor, item(actor, number), retention, place, Mistakes.of(invalid), locale);
		}
	}

	private ArchiveItem item(Actor actor, String number) {
		return this.archive.find(actor, number).orElseThrow(() -> new NotFound("archive item " + number));
	}

	private ModelAndView page(Actor actor, ArchiveItem item, String retention, String place, Mistakes mistakes,
			Locale locale) {
		var model = new HashMap<String, Object>();
		model.put("item", item);
		model.put("retention", retention);
		model.put("place", place);
		model.put("kinds", Keeping.codes());
		model.put("names", this.processes.all(locale));
		model.put("keeper", actor.has(Archive.KEEPER));
		model.put("year", this.archive.year());
		return mistakes.page("archive/item", model);
	}

}
