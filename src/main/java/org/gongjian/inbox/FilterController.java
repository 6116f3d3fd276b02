package org.gongjian.inbox;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The filters one keeps: name, order, which one a list opens with. */
@Controller
@RequestMapping("/inbox/filters")
class FilterController {

	private static final String ALL = "redirect:/inbox/filters";

	private final SavedFilters filters;

	FilterController(SavedFilters filters) {
		this.filters = filters;
	}

	@GetMapping
	ModelAndView list(Actor actor) {
		return page(actor, Mistakes.NONE);
	}

	/** What somebody passes on: the list of whoever opens it, narrowed so. */
	@GetMapping("/{id}")
	String open(Actor actor, @PathVariable UUID id) {
		return "redirect:" + this.filters.get(id).path();
	}

	@PostMapping
	ModelAndView keep(Actor actor, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "todo") String view, Filter filter) {
		try {
			return new ModelAndView("redirect:" + this.filters.keep(actor, name, view, filter).path());
		}
		catch (InvalidInput invalid) {
			ModelAndView page = page(actor, Mistakes.of(invalid));
			page.addAllObjects(Map.of("filter", filter, "view", view, "name", name));
			return page;
		}
	}

	@PostMapping("/{id}/rename")
	ModelAndView rename(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
		try {
			this.filters.rename(actor, id, name);
			return new ModelAndView(ALL);
		}
		catch (InvalidInput invalid) {
			return page(actor, Mistakes.of(invalid)).addObject("renamed", id).addObject("name", name);
		}
	}

	@PostMapping("/{id}/{what:up|initial|forget}")
	String change(Actor actor, @PathVariable UUID id, @PathVariable String what) {
		Map<String, Consumer<UUID>> changes = Map.of("up", (one) -> this.filters.up(actor, one), "initial",
				(one) -> this.filters.initial(actor, one), "forget", (one) -> this.filters.forget(actor, one));
		changes.get(what).accept(id);
		return ALL;
	}

	private ModelAndView page(Actor actor, Mistakes mistakes) {
		return mistakes.page("inbox/filters", Map.of("saved", this.filters.of(actor), "house",
				ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
	}

}
