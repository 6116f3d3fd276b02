package org.gongjian.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal, for the system administrator. */
@Controller
class JournalController {

	private static final int PAGE = 50;

	private final Journal journal;

	JournalController(Journal journal) {
		this.journal = journal;
	}

	@GetMapping("/admin/journal")
	String list(@ModelAttribute("filter") JournalFilter filter, @RequestParam(required = false) String cursor,
			Model model) {
		model.addAttribute("entries", this.journal.search(filter, cursor, PAGE));
		return "identity/journal";
	}

}
