package org.gongjian.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.gongjian.organisation.Department;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.RowCursor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;

/** What was asked before: everybody reads it, the service desk writes it. */
@Controller
@RequestMapping("/knowledge")
class KnowledgeController {

	private static final int ROWS = 20;

	private final KnowledgeTable items;

	KnowledgeController(KnowledgeTable items) {
		this.items = items;
	}

	/**
	 * What was typed.
	 */
	record Typed(String category, String question, String answer, String validUntil, Integer version) {
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String category, @RequestParam(required = false) String cursor,
			Model model) {
		List<KnowledgeItem> rows = this.items.page(ProblemFilter.pattern(text), category, RowCursor.of(cursor),
				ROWS + 1);
		model.addAttribute("text", text);
		model.addAttribute("category", category);
		model.addAttribute("categories", Department.CATEGORIES);
		model.addAttribute("mayWrite", mayWrite(actor));
		model.addAttribute("rows", Slice.cut(rows, ROWS, (row) -> new RowCursor(row.createdAt(), row.id()).text()));
		return "problem/knowledge";
	}

	@GetMapping("/new")
	String begin(Actor actor, Model model) {
		return form(actor, null, new Typed("", "", "", "", 0), model);
	}

	@GetMapping("/{id}/edit")
	String edit(Actor actor, @PathVariable String id, Model model) {
		KnowledgeItem item = get(id);
		String until = (item.validUntil() == null) ? "" : item.validUntil().toString();
		return form(actor, id, new Typed(item.category(), item.question(), item.answer(), until, item.version()),
				model);
	}

	@PostMapping({ "", "/{id}" })
	@Transactional
	public String save(Actor actor, @PathVariable(required = false) String id, Typed typed, Model model,
			RedirectAttributes next, HttpServletResponse response) {
		requireWriter(actor);
		try {
			KnowledgeItem item = read(id, typed, actor);
			if (id == null) {
				this.items.insert(item.category(), item.question(), item.answer(), null, item.validUntil(),
						actor.username());
			}
			else if (!this.items.update(item)) {
				throw new Overtaken("problem.knowledge.changed");
			}
		}
		catch (InvalidInput wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("mistakes", Mistakes.of(wrong));
			return form(actor, id, typed, model);
		}
		next.addFlashAttribute("notice", "problem.knowledge.saved");
		return "redirect:/knowledge";
	}

	private String form(Actor actor, String id, Typed typed, Model model) {
		requireWriter(actor);
		model.addAttribute("id", id);
		model.addAttribute("typed", typed);
		model.addAttribute("categories", Department.CATEGORIES);
		return "problem/knowledge-form";
	}

	private KnowledgeItem read(String id, Typed typed, Actor actor) {
		var wrong = new ArrayList<Violation>();
		String question = Written.line(typed.question()).between("question", 5, 200, "problem.violation.length", wrong);
		String answer = Written.text(typed.answer()).between("answer", 5, 2000, "problem.violation.length", wrong);
		if (typed.category() == null || !Department.CATEGORIES.contains(typed.category())) {
			wrong.add(Violation.of("category", "problem.violation.choose"));
		}
		LocalDate until = null;
		try {
			until = line(typed.validUntil()).isEmpty() ? null : LocalDate.parse(line(typed.validUntil()));
		}
		catch (DateTimeException unreadable) {
			wrong.add(Violation.of("validUntil", "problem.violation.date"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new KnowledgeItem((id == null) ? null : get(id).id(), typed.category(), question, answer, null, until,
				actor.username(), null, null, (typed.version() == null) ? 0 : typed.version());
	}

	private KnowledgeItem get(String id) {
		return Ids.parse(id).flatMap(this.items::find).orElseThrow(() -> new NotFound("knowledge " + id));
	}

	private static String line(String text) {
		return (text == null) ? "" : text.strip().replace("\0", "");
	}

	private static boolean mayWrite(Actor actor) {
		return actor.has(IntakeSteps.DESK) || actor.has("party-officer");
	}

	private static void requireWriter(Actor actor) {
		if (!mayWrite(actor)) {
			throw new NotAllowed("problem.knowledge.not-allowed");
		}
	}

}
