package org.gongjian.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gongjian.api.CaseViews.CaseView;
import org.gongjian.api.TaskViews.DraftView;
import org.gongjian.api.TaskViews.TaskLine;
import org.gongjian.api.TaskViews.TaskView;
import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Reason;
import org.gongjian.approval.WorkItem;
import org.gongjian.form.FormSessions;
import org.gongjian.inbox.Count;
import org.gongjian.inbox.Filter;
import org.gongjian.inbox.Inbox;
import org.gongjian.inbox.Row;
import org.gongjian.inbox.View;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Violation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks: find, take, fill in, decide, send back. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "api.tag.tasks")
class TaskResource {

	private static final String BACK_TO_ME = "back-to-me";

	private static final List<String> RESUMES = List.of("rerun", BACK_TO_ME);

	private final Desk desk;

	private final Decisions decisions;

	private final FormSessions forms;

	private final Completions completions;

	private final Inbox inbox;

	private final TaskViews tasks;

	private final CaseViews cases;

	TaskResource(Desk desk, Decisions decisions, FormSessions forms, Completions completions, Inbox inbox,
			TaskViews tasks, CaseViews cases) {
		this.desk = desk;
		this.decisions = decisions;
		this.forms = forms;
		this.completions = completions;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
	}

	/** A part of a list of tasks, and how many the whole list holds. */
	record TaskList(List<TaskLine> items, String next, Count count) {
	}

	/**
	 * A decision.
	 *
	 * @param decision one of the codes offered; may be left out where there is nothing to
	 * choose
	 * @param data the fields of the form; fields left out stay as they are
	 * @param version the version of the task that was looked at, or nothing
	 */
	record Completion(String decision, String comment, Map<String, Object> data, Integer version) implements Sent {
	}

	/** What came of it: the case now, and my next task in it. */
	record Completed(@JsonProperty("case") CaseView caseView, String nextTask) {
	}

	/**
	 * A return.
	 *
	 * @param to START, PREVIOUS or a step really passed; the first offered if left out
	 * @param resume {@code rerun}: every step from there on is done again;
	 * {@code back-to-me}: it comes straight back when that step is done
	 */
	record Return(String to, String resume, String reason, String only, Integer version) implements Sent {
	}

	/** What was typed so far. */
	record Typing(Map<String, Object> data, String comment) implements Sent {
	}

	@GetMapping
	@Operation(summary = "api.op.tasks")
	TaskList list(Actor actor, @RequestParam(defaultValue = "todo") String view,
			@RequestParam(required = false) String process, @RequestParam(required = false) String q,
			@RequestParam(required = false) String due, Window window, Locale locale) {
		Filter filter = Filter.of(process, due, Search.text(q));
		return switch (view) {
			case "requests" -> list(this.inbox.requests(actor, filter, window.cursor(), window.limit())
				.map((row) -> this.tasks.line(row, locale)), this.inbox.countRequests(actor, filter));
			case "copied" -> list(this.inbox.copied(actor, filter, window.cursor(), window.limit())
				.map((row) -> this.tasks.line(row, locale)), this.inbox.countCopied(actor, filter));
			default -> {
				View tasksOf = View.of(view)
					.orElseThrow(() -> new InvalidInput("view", "api.violation.choice",
							"todo, pool, requests, done, copied"));
				Slice<Row> rows = this.inbox.tasks(actor, tasksOf, filter, window.cursor(), window.limit());
				yield list(rows.map((row) -> this.tasks.line(row.item(), locale)),
						this.inbox.count(actor, tasksOf, filter));
			}
		};
	}

	private static TaskList list(Slice<TaskLine> lines, Count count) {
		return new TaskList(lines.items(), lines.next(), count);
	}

	@GetMapping("/{id}")
	@Operation(summary = "api.op.task")
	TaskView show(Actor actor, @PathVariable String id, Locale locale) {
		return this.tasks.view(actor, id, locale);
	}

	@PostMapping("/{id}/claim")
	@Operation(summary = "api.op.claim")
	ResponseEntity<TaskView> claim(Actor actor, @PathVariable String id, Once once, Locale locale) {
		return once.answer(null, () -> {
			this.decisions.claim(actor, id);
			return ResponseEntity.ok(this.tasks.view(actor, id, locale));
		});
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "api.op.release")
	ResponseEntity<TaskView> release(Actor actor, @PathVariable String id, Once once, Locale locale) {
		return once.answer(null, () -> {
			this.decisions.release(actor, id);
			return ResponseEntity.ok(this.tasks.view(actor, id, locale));
		});
	}

	@PostMapping("/{id}/conflict")
	@Operation(summary = "api.op.conflict")
	ResponseEntity<CaseView> conflict(Actor actor, @PathVariable String id, Once once, Locale locale) {
		return once.answer(null, () -> {
			String number = this.desk.see(actor, id).caseNumber();
			this.decisions.declareConflict(actor, id);
			return ResponseEntity.ok(this.cases.view(number, locale));
		});
	}

	@PutMapping("/{id}/draft")
	@Operation(summary = "api.op.draft")
	DraftView draft(Actor actor, @PathVariable String id, @RequestBody Typing sent) {
		WorkItem item = this.desk.see(actor, id);
		if (!item.open()) {
			throw new Overtaken("approval.gone", item.decidedBy(), item.decidedAt(), item.decision());
		}
		if (!this.desk.asked(actor, item) && !this.desk.mayEdit(actor, item)) {
			throw this.decisions.lost(actor, id);
		}
		return DraftView.of(this.forms.saveDraft(this.desk.context(actor, item), given(sent.data()), sent.comment()));
	}

	@PostMapping("/{id}/complete")
	@Operation(summary = "api.op.complete", description = "api.op.complete.more")
	ResponseEntity<Completed> complete(Actor actor, @PathVariable String id, Once once, @RequestBody Completion sent,
			Locale locale) {
		return once.answer(sent, () -> completed(actor, this.completions.decide(actor, id, sent), locale));
	}

	@PostMapping("/{id}/return")
	@Operation(summary = "api.op.return")
	ResponseEntity<Completed> sendBack(Actor actor, @PathVariable String id, Once once, @RequestBody Return sent,
			Locale locale) {
		return once.answer(sent, () -> {
			this.desk.see(actor, id);
			if (sent.resume() != null && !RESUMES.contains(sent.resume())) {
				throw new InvalidInput("resume", "api.violation.choice", String.join(", ", RESUMES));
			}
			String reason = Reason.optional("reason", sent.reason());
			try {
				var back = new Decisions.Back(sent.to(), reason, BACK_TO_ME.equals(sent.resume()), sent.only());
				return completed(actor, this.decisions.returnTo(actor, id, back, sent.version()), locale);
			}
			catch (InvalidInput invalid) {
				throw new InvalidInput(invalid.violations().stream().map(TaskResource::named).toList());
			}
		});
	}

	/** The fields of the page are called otherwise here. */
	private static Violation named(Violation violation) {
		String field = switch (violation.field()) {
			case "comment" -> "reason";
			case "returnTo" -> "to";
			default -> violation.field();
		};
		return new Violation(field, violation.code(), violation.arguments());
	}

	private ResponseEntity<Completed> completed(Actor actor, Decided decided, Locale locale) {
		String number = decided.caseNumber();
		return ResponseEntity.ok(ReadOnce.look(
				() -> new Completed(this.cases.view(number, locale), this.desk.nextSeen(actor, number).orElse(null))));
	}

	static Map<String, Object> given(Map<String, Object> data) {
		return (data == null) ? Map.of() : data;
	}

}
