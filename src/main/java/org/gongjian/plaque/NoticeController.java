package org.gongjian.plaque;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.web.Mistakes;
import org.gongjian.wording.Wording;
import org.gongjian.wording.Wordings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Public notices for everybody signed in, and objections to them. */
@Controller
class NoticeController {

	private static final int PAGE = 25;

	private final Notices notices;

	private final Organisations organisations;

	private final Wordings wordings;

	NoticeController(Notices notices, Organisations organisations, Wordings wordings) {
		this.notices = notices;
		this.organisations = organisations;
		this.wordings = wordings;
	}

	@GetMapping("/notices")
	String list(@RequestParam(required = false) String cursor, Model model) {
		var page = this.notices.list(cursor, PAGE);
		model.addAttribute("notices", page);
		model.addAttribute("open", page.items().stream().filter(this.notices::open).map(Notice::id).toList());
		return "plaque/notices";
	}

	@GetMapping("/notices/{id}")
	String show(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
		Notice notice = this.notices.get(id);
		model.addAttribute("one", notice);
		model.addAttribute("opening", this.wordings.say(Wording.PUBLIC_NOTICE_OPENING, locale, Map.of()));
		model.addAttribute("open", this.notices.open(notice));
		model.addAttribute("names", names(notice.recipients()));
		model.addAttribute("objections", this.notices.objections(actor, notice));
		return "plaque/notice";
	}

	@GetMapping("/notices/{id}/objection")
	ModelAndView blank(@PathVariable UUID id) {
		Notice notice = this.notices.get(id);
		if (notice.cancelled()) {
			throw new Overtaken("plaque.notice.over");
		}
		return form(notice, new ObjectionForm(null, false, null, null, null), Mistakes.NONE);
	}

	@PostMapping("/notices/{id}/objection")
	ModelAndView object(Actor actor, @PathVariable UUID id, @ModelAttribute ObjectionForm form,
			@RequestParam(name = Evidence.FIELD, required = false) List<MultipartFile> files, RedirectAttributes next) {
		try {
			this.notices.object(actor, id, form, files);
			next.addFlashAttribute("notice", "plaque.objection.sent");
			return new ModelAndView("redirect:/notices/" + id);
		}
		catch (InvalidInput invalid) {
			return form(this.notices.get(id), form, Mistakes.of(invalid));
		}
	}

	private ModelAndView form(Notice notice, ObjectionForm form, Mistakes mistakes) {
		return mistakes.page("plaque/objection-form", Map.of("one", notice, "form", form, "late",
				!this.notices.open(notice), "names", names(notice.recipients())));
	}

	private Map<String, Organisation> names(List<String> codes) {
		return this.organisations.all(codes)
			.stream()
			.collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

}
