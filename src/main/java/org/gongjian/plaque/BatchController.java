package org.gongjian.plaque;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.form.Drafts;
import org.gongjian.form.FormContext;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who waits for a plaque, and the way to their award. */
@Controller
@RequestMapping("/plaques/batch")
class BatchController {

	private final Batches batches;

	private final Organisations organisations;

	private final Drafts drafts;

	BatchController(Batches batches, Organisations organisations, Drafts drafts) {
		this.batches = batches;
		this.organisations = organisations;
		this.drafts = drafts;
	}

	@GetMapping
	String show(Actor actor, Model model) {
		Batches.requireOfficer(actor);
		List<BatchTable.Waiting> waiting = this.batches.waiting();
		model.addAttribute("waiting", waiting);
		model.addAttribute("names", names(waiting.stream().map(BatchTable.Waiting::organisation).toList()));
		return "plaque/batch";
	}

	private Map<String, Organisation> names(List<String> codes) {
		return this.organisations.all(codes)
			.stream()
			.collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

	/** Fills the start form with everybody who waits and opens it. */
	@PostMapping("/propose")
	String propose(Actor actor) {
		Batches.requireOfficer(actor);
		this.drafts.save(actor, FormContext.Kind.START, Award.PROCESS,
				Map.of("awardType", "NEW", Award.RECIPIENTS, this.batches.rows()), null);
		return "redirect:/new/" + Award.PROCESS;
	}

	@PostMapping("/remove")
	String remove(Actor actor, @RequestParam String organisation, RedirectAttributes next) {
		this.batches.remove(actor, organisation);
		next.addFlashAttribute("notice", "plaque.batch.removed");
		return "redirect:/plaques/batch";
	}

}
