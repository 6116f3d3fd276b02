package org.gongjian.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Slice;
import org.gongjian.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of shared resources, and when they are taken. */
@Controller
@RequestMapping("/resources")
class ResourceController {

	private static final int ROWS = 25;

	private static final String BACK = "redirect:/resources/";

	private final Resources resources;

	private final Organisations organisations;

	ResourceController(Resources resources, Organisations organisations) {
		this.resources = resources;
		this.organisations = organisations;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(name = "q", required = false) String text,
			@RequestParam(required = false) String kind, @RequestParam(required = false) String cursor, Model model) {
		Slice<Resource> rows = this.resources.page(text, kind, cursor, ROWS);
		model.addAttribute("rows", rows);
		model.addAttribute("text", text);
		model.addAttribute("kind", kind);
		model.addAttribute("kinds", ResourceForm.KINDS);
		model.addAttribute("names", names(rows.items().stream().map(Resource::ownerOrg).toList()));
		model.addAttribute("mayAdd", !Resources.owners(actor).isEmpty());
		return "activity/resources";
	}

	private Map<String, Organisation> names(List<String> codes) {
		return this.organisations.all(Set.copyOf(codes))
			.stream()
			.collect(Collectors.toMap(Organisation::code, Function.identity()));
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable UUID id, Model model) {
		Resource resource = this.resources.get(id);
		model.addAttribute("resource", resource);
		model.addAttribute("names", names(List.of(resource.ownerOrg())));
		model.addAttribute("bookings", this.resources.ahead(resource));
		model.addAttribute("keeps", Resources.keeps(actor, resource));
		return "activity/resource";
	}

	@GetMapping("/new")
	ModelAndView blank(Actor actor) {
		List<String> owners = Resources.owners(actor);
		if (owners.isEmpty()) {
			throw new NotAllowed("activity.resource.not-yours");
		}
		ResourceForm form = new ResourceForm("VENUE", owners.get(0), null, null, null, null, "true", "true");
		return form(null, 0, owners, form, Mistakes.NONE);
	}

	@PostMapping
	ModelAndView add(Actor actor, @ModelAttribute ResourceForm form, RedirectAttributes next) {
		try {
			UUID id = this.resources.add(actor, form);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK + id);
		}
		catch (InvalidInput invalid) {
			return form(null, 0, Resources.owners(actor), form, Mistakes.of(invalid));
		}
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(Actor actor, @PathVariable UUID id) {
		Resource resource = this.resources.get(id);
		if (!Resources.keeps(actor, resource)) {
			throw new NotAllowed("activity.resource.not-yours");
		}
		return form(id, resource.version(), List.of(resource.ownerOrg()), ResourceForm.of(resource), Mistakes.NONE);
	}

	@PostMapping("/{id}")
	ModelAndView change(Actor actor, @PathVariable UUID id, @ModelAttribute ResourceForm form,
			@RequestParam int version, RedirectAttributes next) {
		try {
			this.resources.change(actor, id, form, version);
			next.addFlashAttribute("notice", "web.saved");
			return new ModelAndView(BACK + id);
		}
		catch (InvalidInput invalid) {
			return form(id, version, List.of(this.resources.get(id).ownerOrg()), form, Mistakes.of(invalid));
		}
	}

	private ModelAndView form(UUID id, int version, List<String> owners, ResourceForm form, Mistakes mistakes) {
		var model = new HashMap<String, Object>();
		model.put("id", id);
		model.put("version", version);
		model.put("form", form);
		model.put("owners", this.organisations.all(Set.copyOf(owners)));
		model.put("kinds", ResourceForm.KINDS);
		return mistakes.page("activity/resource-form", model);
	}

}
