package org.gongjian.organisation;

import java.io.IOException;
import java.util.UUID;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of organisations or people: uploaded, looked at, loaded. */
@Controller
class ImportController {

	private final Imports imports;

	ImportController(Imports imports) {
		this.imports = imports;
	}

	@GetMapping("/admin/organisations/import")
	ModelAndView organisations() {
		return ask(ImportKind.ORGANISATIONS);
	}

	@GetMapping("/admin/people/import")
	ModelAndView people() {
		return ask(ImportKind.PEOPLE);
	}

	@PostMapping("/admin/organisations/import")
	ModelAndView organisations(@RequestParam(required = false) MultipartFile file, Actor actor) throws IOException {
		return upload(ImportKind.ORGANISATIONS, file, actor);
	}

	@PostMapping("/admin/people/import")
	ModelAndView people(@RequestParam(required = false) MultipartFile file, Actor actor) throws IOException {
		return upload(ImportKind.PEOPLE, file, actor);
	}

	@GetMapping("/admin/imports/{id}")
	ModelAndView preview(@PathVariable UUID id, Actor actor) {
		return new ModelAndView("organisation/import-preview").addObject("preview", this.imports.preview(id, actor));
	}

	@PostMapping("/admin/imports/{id}")
	ModelAndView load(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
		Imports.Preview preview = this.imports.preview(id, actor);
		if (!preview.problems().isEmpty()) {
			return new ModelAndView("organisation/import-preview", HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("preview", preview);
		}
		int rows = this.imports.load(id, actor);
		redirect.addFlashAttribute("notice", "organisation.import.loaded");
		redirect.addFlashAttribute("noticeArguments", new Object[] { rows });
		return new ModelAndView("redirect:" + preview.kind().path());
	}

	private static ModelAndView ask(ImportKind kind) {
		return new ModelAndView("organisation/import").addObject("kind", kind).addObject("most", Imports.MOST_ROWS);
	}

	private ModelAndView upload(ImportKind kind, MultipartFile file, Actor actor) throws IOException {
		try {
			byte[] bytes = (file == null) ? new byte[0] : file.getBytes();
			String name = (file == null) ? "" : file.getOriginalFilename();
			return new ModelAndView("redirect:/admin/imports/" + this.imports.upload(kind, name, bytes, actor));
		}
		catch (InvalidInput refused) {
			ModelAndView again = ask(kind).addObject("problem", refused.violations().get(0));
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

}
