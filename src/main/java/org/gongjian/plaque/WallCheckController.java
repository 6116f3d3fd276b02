package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.gongjian.shared.Written;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where an officer notes what hangs on a wall. */
@Controller
@RequestMapping("/plaques/{number}/wall-check")
class WallCheckController {

	private static final int NOTE = 500;

	private final Plaques plaques;

	private final WallCheckTable table;

	private final Clock clock;

	WallCheckController(Plaques plaques, WallCheckTable table, Clock clock) {
		this.plaques = plaques;
		this.table = table;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView blank(Actor actor, @PathVariable String number) {
		Batches.requireOfficer(actor);
		return form(this.plaques.visible(actor, number), null, null, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView note(Actor actor, @PathVariable String number, @RequestParam(required = false) String found,
			@RequestParam(required = false) String note, RedirectAttributes next) {
		Batches.requireOfficer(actor);
		Plaque plaque = this.plaques.visible(actor, number);
		try {
			this.table.insert(check(plaque, found, note), actor.username());
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView("redirect:/plaques/" + number);
		}
		catch (InvalidInput invalid) {
			return form(plaque, found, note, Mistakes.of(invalid));
		}
	}

	private WallCheckTable.WallCheck check(Plaque plaque, String found, String typed) {
		var wrong = new ArrayList<Violation>();
		var known = Arrays.stream(WallCheckTable.Found.values()).filter((one) -> one.name().equals(found)).findFirst();
		if (known.isEmpty()) {
			wrong.add(Violation.of("found", "plaque.violation.choose"));
		}
		boolean differs = known.filter((one) -> one != WallCheckTable.Found.HANGING).isPresent();
		String note = Written.text(typed).kept("note", NOTE, differs, wrong);
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
		return new WallCheckTable.WallCheck(plaque.number(), LocalDate.ofInstant(this.clock.instant(), Time.OFFICE),
				known.get(), note);
	}

	private static ModelAndView form(Plaque plaque, String found, String note, Mistakes mistakes) {
		Map<String, Object> model = new HashMap<>();
		model.put("plaque", plaque);
		model.put("found", found);
		model.put("note", note);
		model.put("all", WallCheckTable.Found.values());
		return mistakes.page("plaque/wall-check", model);
	}

}
