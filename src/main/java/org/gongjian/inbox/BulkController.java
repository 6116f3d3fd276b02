package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.approval.Bulk;
import org.gongjian.approval.BulkBatch;
import org.gongjian.approval.BulkPreview;
import org.gongjian.approval.BulkPreview.Candidate;
import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.form.Decision;
import org.gongjian.identity.InterruptedForms;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Violation;
import org.gongjian.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Deciding many tasks at once: choose in the list, look at what can be decided so, send,
 * watch. The page of a batch reloads itself while it runs.
 */
@Controller
@RequestMapping("/bulk")
class BulkController {

	private final Bulk bulk;

	private final BulkPreview preview;

	private final Desk desk;

	private final Inbox inbox;

	private final Set<UUID> working = ConcurrentHashMap.newKeySet();

	/**
	 * A batch runs on after its page was answered; after a crash its page goes on with
	 * it.
	 */
	private final ExecutorService worker = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "bulk");
		thread.setDaemon(true);
		return thread;
	});

	BulkController(Bulk bulk, BulkPreview preview, Desk desk, Inbox inbox) {
		this.preview = preview;
		this.bulk = bulk;
		this.desk = desk;
		this.inbox = inbox;
	}

	@PreDestroy
	void end() {
		this.worker.shutdown();
	}

	/** The sheet again as it was sent when a session had ended; else the list. */
	@GetMapping
	ModelAndView notSent(Actor actor, HttpServletRequest request) {
		return InterruptedForms.take(request, actor)
			.map((form) -> preview(actor, List.of(form.sent().getOrDefault("ids", new String[0])),
					form.typed().getOrDefault("decision", ""), form.typed().getOrDefault("comment", ""), Mistakes.NONE)
				.addObject("notice", "web.not-sent"))
			.orElseGet(() -> new ModelAndView("redirect:/inbox"));
	}

	/** What the tasks chosen have in common. */
	@PostMapping
	ModelAndView preview(Actor actor, @RequestParam(required = false) List<String> ids,
			@RequestParam(defaultValue = "false") boolean all, Filter filter) {
		return preview(actor, chosen(actor, ids, all, filter), "", "", Mistakes.NONE);
	}

	private List<String> chosen(Actor actor, List<String> ids, boolean all, Filter filter) {
		if (!all) {
			return (ids == null) ? List.of() : ids.stream().distinct().limit(Bulk.MOST).toList();
		}
		List<String> found = new ArrayList<>();
		String cursor = null;
		do {
			Slice<Row> rows = this.inbox.tasks(actor, View.TODO, filter, cursor, 200);
			rows.items().forEach((row) -> found.add(row.item().id()));
			cursor = rows.next();
		}
		while (cursor != null && found.size() < Bulk.MOST);
		return found.subList(0, Math.min(found.size(), Bulk.MOST));
	}

	private ModelAndView preview(Actor actor, List<String> ids, String decision, String comment, Mistakes mistakes) {
		List<Candidate> candidates = this.preview.candidates(actor, ids);
		List<Decision> common = BulkPreview.common(candidates);
		String wanted = common.stream().map(Decision::code).anyMatch(decision::equals) ? decision
				: common.isEmpty() ? "" : common.get(0).code();
		Map<WorkItem, Violation> items = new LinkedHashMap<>();
		candidates.forEach((one) -> items.put(one.item(), this.preview.problem(one, wanted, comment)));
		List<Map.Entry<WorkItem, Violation>> shown = new ArrayList<>(items.entrySet());
		shown.sort(Comparator.comparing((entry) -> entry.getValue() == null));
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("items", shown);
		model.put("ready", items.values().stream().filter(java.util.Objects::isNull).count());
		model.put("decisions", common);
		model.put("decision", wanted);
		model.put("comment", comment);
		return mistakes.page("inbox/bulk", model);
	}

	/** Looks again with another decision, or sends. */
	@PostMapping("/send")
	ModelAndView send(Actor actor, @RequestParam(required = false) List<String> ids,
			@RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String comment,
			@RequestParam(defaultValue = "send") String action) {
		List<String> chosen = (ids == null) ? List.of() : ids;
		if (action.equals("look")) {
			return preview(actor, chosen, decision, comment, Mistakes.NONE);
		}
		try {
			UUID batch = this.bulk.begin(actor, chosen, decision, comment.isBlank() ? null : comment);
			work(actor, batch);
			var page = new ModelAndView("redirect:/bulk/" + batch);
			page.setStatus(HttpStatus.SEE_OTHER);
			return page;
		}
		catch (InvalidInput invalid) {
			return preview(actor, chosen, decision, comment, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{batch}")
	ModelAndView show(Actor actor, @PathVariable UUID batch, Locale locale) {
		BulkBatch all = this.bulk.get(actor, batch);
		if (!all.over()) {
			work(actor, batch);
		}
		var page = new ModelAndView("inbox/bulk-result");
		page.addObject("batch", all);
		page.addObject("items", this.desk.tasks(all.shown().stream().map((item) -> item.taskId()).toList()));
		return page;
	}

	/** Tries those again that failed, and those whose turn a crash took. */
	@PostMapping("/{batch}/again")
	String again(Actor actor, @PathVariable UUID batch) {
		this.bulk.again(actor, batch);
		work(actor, batch);
		return "redirect:/bulk/" + batch;
	}

	/** Goes on with a batch, unless that is being done; items decided stay decided. */
	private void work(Actor actor, UUID batch) {
		if (this.working.add(batch)) {
			this.worker.execute(() -> {
				try {
					this.bulk.run(actor, batch);
				}
				finally {
					this.working.remove(batch);
				}
			});
		}
	}

}
