package org.gongjian.plaque;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Slice;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An objection, and those raised after their notice for whoever looks into them. */
@Controller
@RequestMapping("/objections")
class ObjectionController {

	private final Notices notices;

	private final LateObjections late;

	private final PlaqueTable plaques;

	private final Organisations organisations;

	ObjectionController(Notices notices, LateObjections late, PlaqueTable plaques, Organisations organisations) {
		this.notices = notices;
		this.late = late;
		this.plaques = plaques;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(required = false) String cursor, Model model) {
		Slice<Objection> rows = this.late.list(actor, cursor);
		model.addAttribute("objections", rows);
		model.addAttribute("names",
				this.organisations.byCodes(rows.items().stream().map(Objection::organisation).distinct().toList()));
		return "plaque/objections";
	}

	@GetMapping("/{id}")
	ModelAndView show(Actor actor, @PathVariable UUID id) {
		return page(actor, id, null, null, Mistakes.NONE);
	}

	@PostMapping("/{id}/settle")
	ModelAndView settle(Actor actor, @PathVariable UUID id, @RequestParam(required = false) String result,
			@RequestParam(required = false) String findings, RedirectAttributes next) {
		try {
			this.late.settle(actor, id, result, findings);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView("redirect:/objections/" + id);
		}
		catch (InvalidInput invalid) {
			return page(actor, id, result, findings, Mistakes.of(invalid));
		}
	}

	private ModelAndView page(Actor actor, UUID id, String result, String findings, Mistakes mistakes) {
		Objection objection = this.notices.objection(actor, id);
		Map<String, Object> shown = new HashMap<>();
		shown.put("objection", objection);
		shown.put("settles", this.late.settles(actor, objection));
		shown.put("revokes",
				objection.late() && objection.state().equals("UPHELD") && actor.has(LateObjections.REVIEWER));
		shown.put("plaque", plaque(objection));
		shown.put("result", result);
		shown.put("findings", findings);
		shown.put("organisation", this.organisations.find(objection.organisation()).orElse(null));
		return mistakes.page("plaque/objection", shown);
	}

	/** The number of the plaque that was awarded all the same, or {@code null}. */
	private String plaque(Objection objection) {
		return this.plaques.ofBatch(this.notices.get(objection.notice()).batch())
			.stream()
			.filter((plaque) -> plaque.organisation().equals(objection.organisation()) && plaque.state().isInForce())
			.map(Plaque::number)
			.findFirst()
			.orElse(null);
	}

}
