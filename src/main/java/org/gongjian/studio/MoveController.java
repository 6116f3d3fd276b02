package org.gongjian.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.approval.Moves.Move;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.shared.Actor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Running cases are moved to another version: a preview, the work behind it, a report.
 */
@Controller
@RequestMapping("/admin/process/{key}")
class MoveController {

	private final Versions versions;

	/** So many are tried at once. */
	private static final int PAGE = 25;

	private final RunningCases running;

	private final MoveWords words;

	private final SimpleAsyncTaskExecutor worker = new SimpleAsyncTaskExecutor("moves-");

	private final Set<UUID> working = ConcurrentHashMap.newKeySet();

	MoveController(Versions versions, RunningCases running, MoveWords words) {
		this.words = words;
		this.versions = versions;
		this.running = running;
	}

	/**
	 * What moving the running cases of a version to the newest one does to each.
	 * @param page counted from 1
	 */
	@GetMapping("/move")
	ModelAndView preview(Actor actor, @PathVariable String key, @RequestParam int from,
			@RequestParam(defaultValue = "1") int page, Locale locale) {
		Version before = this.versions.version(actor, key, from);
		Version newest = this.versions.versions(actor, key).get(0).version();
		List<String> all = this.running.of(before);
		int first = Math.max(0, Math.min(page - 1, all.size() / PAGE)) * PAGE;
		List<String> shown = all.subList(first, Math.min(all.size(), first + PAGE));
		List<Move> moves = this.running.move(actor, before, newest, shown, true);
		return new ModelAndView("studio/move",
				Map.of("from", before, "to", newest, "moves", this.words.of(before, newest, moves, locale), "movable",
						moves.stream().filter(Move::ok).count(), "all", all.size(), "page", first / PAGE + 1, "more",
						first + PAGE < all.size()));
	}

	/**
	 * Begins to move those marked, or all.
	 * @param action {@code all} for every case that runs on the version
	 */
	@PostMapping("/move")
	String move(Actor actor, @PathVariable String key, @RequestParam int from, @RequestParam int to,
			@RequestParam(defaultValue = "") List<String> cases, @RequestParam(defaultValue = "") String action) {
		Version before = this.versions.version(actor, key, from);
		UUID batch = this.running.begin(actor, before, this.versions.version(actor, key, to),
				action.equals("all") ? null : cases);
		work(actor, this.running.batch(actor, key, batch));
		return "redirect:/admin/process/" + key + "/moves/" + batch;
	}

	/** How far it is, and in the end the report. */
	@GetMapping("/moves/{batch}")
	ModelAndView report(Actor actor, @PathVariable String key, @PathVariable UUID batch, Locale locale) {
		MoveBatch all = this.running.batch(actor, key, batch);
		Version from = this.versions.version(actor, key, all.from());
		return new ModelAndView("studio/moves",
				Map.of("batch", all, "process", this.versions.version(actor, key, all.to()), "reports",
						this.words.of(from, all, locale), "working", this.working.contains(batch)));
	}

	/** Goes on with what a stopped program left undone. */
	@PostMapping("/moves/{batch}")
	String goOn(Actor actor, @PathVariable String key, @PathVariable UUID batch) {
		work(actor, this.running.batch(actor, key, batch));
		return "redirect:/admin/process/" + key + "/moves/" + batch;
	}

	private void work(Actor actor, MoveBatch batch) {
		Version from = this.versions.version(actor, batch.process(), batch.from());
		Version to = this.versions.version(actor, batch.process(), batch.to());
		if (this.working.add(batch.id())) {
			this.worker.execute(() -> {
				try {
					this.running.run(actor, batch.id(), from, to);
				}
				finally {
					this.working.remove(batch.id());
				}
			});
		}
	}

}
