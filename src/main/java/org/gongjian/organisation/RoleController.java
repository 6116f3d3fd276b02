package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Ids;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.web.Language;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who holds which role, and who stands in. */
@Controller
@RequestMapping("/admin/roles")
class RoleController {

	private static final int PAGE = 50;

	private static final List<String> STATES = List.of("current", "future", "past");

	private final Roles roles;

	private final People people;

	private final Organisations organisations;

	private final Clock clock;

	RoleController(Roles roles, People people, Organisations organisations, Clock clock) {
		this.roles = roles;
		this.people = people;
		this.organisations = organisations;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String role,
			@RequestParam(required = false) String organisation, @RequestParam(defaultValue = "current") String state,
			@RequestParam(defaultValue = "0") int cursor, Model model) {
		Role wanted = Filters.chosen(role) ? Role.of(role).orElseThrow(() -> Filters.unknown(null)) : null;
		if (cursor < 0 || cursor > 1_000_000 || !(STATES.contains(state) || state.equals("all"))) {
			throw Filters.unknown(null);
		}
		Slice<Assignment> page = this.roles.list(q, wanted, Filters.code(organisation),
				state.equals("all") ? null : state, cursor, PAGE);
		List<Assignment> alone = this.roles.withoutDeputy();
		model.addAttribute("page", page);
		model.addAttribute("persons", this.people.byIds(page.items().stream().map(Assignment::person).toList()));
		model.addAttribute("names",
				this.organisations.byCodes(Stream.concat(page.items().stream(), alone.stream())
					.map(Assignment::orgCode)
					.filter(Objects::nonNull)
					.toList()));
		model.addAttribute("alone", alone);
		model.addAttribute("filtered",
				!q.isBlank() || Filters.chosen(role) || Filters.chosen(organisation) || !state.equals("current"));
		model.addAttribute("today", today());
		choices(model);
		return "organisation/roles";
	}

	/** First somebody is chosen, then the role; a deputy takes over role and place. */
	@GetMapping("/new")
	String blank(@RequestParam(required = false) String person, @RequestParam(required = false) String deputyOf,
			@RequestParam(required = false) String organisation, @RequestParam(defaultValue = "") String q,
			Model model) {
		UUID principal = Filters.id(deputyOf);
		UUID chosen = Filters.id(person);
		if (chosen == null) {
			List<Person> found = this.people.list(q, null, true, null, PAGE).items();
			model.addAttribute("deputyOf", deputyOf);
			model.addAttribute("organisation", Filters.code(organisation));
			model.addAttribute("found", found);
			model.addAttribute("names", this.organisations.byCodes(found.stream().map(Person::orgCode).toList()));
			return "organisation/role-person";
		}
		AssignmentForm form = new AssignmentForm("", OrganisationForm.text(Filters.code(organisation)),
				today().toString(), "", "", "");
		if (principal != null) {
			Assignment held = this.roles.get(principal);
			form = new AssignmentForm(held.role().id(), OrganisationForm.text(held.orgCode()), today().toString(),
					OrganisationForm.text(held.to()), principal.toString(), "");
		}
		model.addAttribute("form", form);
		return form(this.people.get(chosen), form, model);
	}

	@PostMapping(params = Language.PARAMETER)
	String blankInOtherLanguage(@RequestParam UUID person, @ModelAttribute("form") AssignmentForm form,
			BindingResult errors, Model model) {
		return form(this.people.get(person), form, model);
	}

	@PostMapping
	ModelAndView assign(@RequestParam UUID person, @ModelAttribute("form") AssignmentForm form, BindingResult errors,
			Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.roles.assign(person, form, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/people/" + person;
		}, () -> new ModelAndView(form(this.people.get(person), form, model)));
	}

	@GetMapping("/{id}")
	String edit(@PathVariable UUID id, Model model) {
		Assignment assignment = this.roles.get(id);
		AssignmentForm form = AssignmentForm.of(assignment);
		model.addAttribute("form", form);
		model.addAttribute("version", assignment.version());
		return form(assignment, form, model);
	}

	@PostMapping(path = "/{id}", params = Language.PARAMETER)
	String editInOtherLanguage(@PathVariable UUID id, @ModelAttribute("form") AssignmentForm form, BindingResult errors,
			@RequestParam int version, Model model) {
		model.addAttribute("version", version);
		return form(this.roles.get(id), form, model);
	}

	@PostMapping("/{id}")
	ModelAndView change(@PathVariable UUID id, @ModelAttribute("form") AssignmentForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			Assignment changed = this.roles.change(id, form, version, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/people/" + changed.person();
		}, () -> again(id, form, version, model));
	}

	@PostMapping("/{id}/end")
	ModelAndView end(@PathVariable UUID id, @ModelAttribute("form") AssignmentForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.roles.end(id, version, actor);
			redirect.addFlashAttribute("notice", "organisation.role.ended-notice");
			return "/admin/people/" + this.roles.get(id).person();
		}, () -> again(id, form, version, model));
	}

	private ModelAndView again(UUID id, AssignmentForm form, int version, Model model) {
		Assignment now = this.roles.get(id);
		model.addAttribute("version", now.version());
		model.addAttribute("differences", Difference.between(form, AssignmentForm.of(now), version, now.version()));
		return new ModelAndView(form(now, form, model));
	}

	private String form(Assignment assignment, AssignmentForm form, Model model) {
		List<Assignment> deputies = this.roles.deputies(assignment.id());
		model.addAttribute("assignment", assignment);
		model.addAttribute("deputies", deputies);
		model.addAttribute("persons", this.people.byIds(deputies.stream().map(Assignment::person).toList()));
		return form(this.people.get(assignment.person()), form, model);
	}

	private String form(Person person, AssignmentForm form, Model model) {
		model.addAttribute("person", person);
		model.addAttribute("today", today());
		Assignment principal = (form.deputyOf() == null) ? null
				: Ids.parse(form.deputyOf()).flatMap(this.roles::find).orElse(null);
		model.addAttribute("principal", principal);
		model.addAttribute("principalPerson", (principal == null) ? null : this.people.get(principal.person()));
		choices(model);
		return "organisation/role-form";
	}

	private void choices(Model model) {
		model.addAttribute("roles", Role.values());
		model.addAttribute("states", STATES);
		model.addAttribute("known", this.organisations.search("", null, 500));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
