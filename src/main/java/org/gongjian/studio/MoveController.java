package org.gongjian.studio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.approval.Moves.Move;
import org.gongjian.engine.Drawings.Version;
import org.gongjian.shared.Actor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

	private final Studio studio;

	private final RunningCases running;

	private final SimpleAsyncTaskExecutor worker = new SimpleAsyncTaskExecutor("moves-");

	private final Set<UUID> working = ConcurrentHashMap.newKeySet();

	MoveController(Studio studio, RunningCases running) {
		this.studio = studio;
		this.running = running;
	}

	/** What moving the running cases of a version to the newest one does to each. */
	@GetMapping("/move")
	ModelAndView preview(Actor actor, @PathVariable String key, @RequestParam int from) {
		Version before = this.studio.version(actor, key, from);
		Version newest = this.studio.versions(actor, key).get(0).version();
		List<Move> moves = this.running.move(actor, before, newest, null, true);
		return new ModelAndView("studio/move", Map.of("from", before, "to", newest, "moves", moves, "movable",
				moves.stream().filter(Move::ok).count()));
	}

	/** Begins to move those marked. */
	@PostMapping("/move")
	String move(Actor actor, @PathVariable String key, @RequestParam int from, @RequestParam int to,
			@RequestParam(defaultValue = "") List<String> cases) {
		Version before = this.studio.version(actor, key, from);
		UUID batch = this.running.begin(actor, before, this.studio.version(actor, key, to), cases);
		work(actor, this.running.batch(actor, batch));
		return "redirect:/admin/process/" + key + "/moves/" + batch;
	}

	/** How far it is, and in the end the report; what a crash interrupted goes on. */
	@GetMapping("/moves/{batch}")
	String report(Actor actor, @PathVariable String key, @PathVariable UUID batch, Model model) {
		MoveBatch all = this.running.batch(actor, batch);
		if (!all.over()) {
			work(actor, all);
		}
		model.addAttribute("batch", all);
		return "studio/moves";
	}

	private void work(Actor actor, MoveBatch batch) {
		Version from = this.studio.version(actor, batch.process(), batch.from());
		Version to = this.studio.version(actor, batch.process(), batch.to());
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
