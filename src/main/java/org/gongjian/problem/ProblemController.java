package org.gongjian.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.gongjian.approval.Requests;
import org.gongjian.organisation.Department;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.web.Mistakes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;

/** The register of problems: list, parked list, one problem. */
@Controller
@RequestMapping("/problems")
class ProblemController {

	private static final int ROWS = 25;

	private final Problems problems;

	private final Reopenings reopenings;

	private final ProblemPages pages;

	private final ProblemPapers papers;

	private final Requests requests;

	ProblemController(Problems problems, Reopenings reopenings, ProblemPages pages, ProblemPapers papers,
			Requests requests) {
		this.problems = problems;
		this.reopenings = reopenings;
		this.pages = pages;
		this.papers = papers;
		this.requests = requests;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String severity,
			@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String org,
			@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) String cursor,
			Locale locale, Model model) {
		ProblemFilter filter = new ProblemFilter(text, ProblemState.of(state), severity, category, org, open);
		Slice<Problem> rows = this.problems.list(actor, filter, cursor, ROWS);
		model.addAttribute("filter", filter);
		model.addAttribute("mayRegister", this.requests.mayStart(actor, Problem.PROCESS));
		model.addAttribute("rows", rows);
		model.addAttribute("names", this.pages.names(rows.items(), locale));
		model.addAttribute("states", ProblemState.values());
		model.addAttribute("severities", Problem.SEVERITIES);
		model.addAttribute("categories", Department.CATEGORIES);
		return "problem/list";
	}

	@GetMapping("/parked")
	String parked(Actor actor, Locale locale, Model model) {
		List<Problem> rows = this.problems.parked(actor);
		model.addAttribute("rows", rows);
		model.addAttribute("names", this.pages.names(rows, locale));
		model.addAttribute("parkings", this.pages.parkings(rows));
		return "problem/parked";
	}

	@GetMapping("/{number}")
	String show(Actor actor, @PathVariable String number, Locale locale, Model model) {
		this.pages.fill(model, actor, this.problems.visible(actor, number), locale);
		return "problem/show";
	}

	@PostMapping("/{number}/phone")
	String phone(Actor actor, @PathVariable String number, RedirectAttributes next) {
		next.addFlashAttribute("phone", this.problems.phone(actor, number));
		return "redirect:/problems/" + number;
	}

	@PostMapping("/{number}/reopen")
	String reopen(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String reopenReason,
			Locale locale, Model model, RedirectAttributes next, HttpServletResponse response) {
		return act(() -> {
			this.reopenings.reopen(actor, number, reopenReason);
			next.addFlashAttribute("notice", "problem.reopened");
		}, "reopen", Map.of("reopenReason", reopenReason), actor, number, locale, model, response);
	}

	@PostMapping("/{number}/extension")
	String extension(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String extensionReason,
			@RequestParam(defaultValue = "") String newDue, @RequestParam(defaultValue = "false") boolean informed,
			Locale locale, Model model, RedirectAttributes next, HttpServletResponse response) {
		return act(() -> {
			this.problems.requestExtension(actor, number, extensionReason, newDue, informed);
			next.addFlashAttribute("notice", "problem.extension.requested");
		}, "extension", Map.of("extensionReason", extensionReason, "newDue", newDue, "informed", informed), actor,
				number, locale, model, response);
	}

	@PostMapping("/{number}/severity")
	String severity(Actor actor, @PathVariable String number, @RequestParam(defaultValue = "") String severity,
			@RequestParam(defaultValue = "") String severityReason, Locale locale, Model model, RedirectAttributes next,
			HttpServletResponse response) {
		return act(() -> {
			this.problems.changeSeverity(actor, number, severity, severityReason);
			next.addFlashAttribute("notice", "problem.severity.changed");
		}, "severity", Map.of("severity", severity, "severityReason", severityReason), actor, number, locale, model,
				response);
	}

	/** Does it, or shows the page again with what is wrong and what was typed. */
	private String act(Runnable work, String form, Map<String, Object> typed, Actor actor, String number, Locale locale,
			Model model, HttpServletResponse response) {
		try {
			work.run();
			return "redirect:/problems/" + number;
		}
		catch (InvalidInput wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("mistakes", Mistakes.of(wrong));
			model.addAttribute("form", form);
			model.addAttribute("typed", typed);
			this.pages.fill(model, actor, this.problems.visible(actor, number), locale);
			return "problem/show";
		}
	}

	@GetMapping("/{number}/ticket.pdf")
	ResponseEntity<byte[]> ticket(Actor actor, @PathVariable String number) {
		Problem problem = this.problems.visible(actor, number);
		return pdf("ticket-" + number, () -> this.papers.ticket(problem));
	}

	@GetMapping("/{number}/dispatch.pdf")
	ResponseEntity<byte[]> dispatch(Actor actor, @PathVariable String number) {
		Problem problem = this.problems.visible(actor, number);
		if (problem.dispatches() == 0) {
			throw new org.gongjian.shared.NotFound("dispatch of " + number);
		}
		return pdf("dispatch-" + number, () -> this.papers.dispatch(problem));
	}

	private static ResponseEntity<byte[]> pdf(String name, Supplier<byte[]> paper) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".pdf").build().toString())
			.body(paper.get());
	}

}
