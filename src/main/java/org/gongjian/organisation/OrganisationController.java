package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.web.CsvDownload;
import org.gongjian.web.Language;

import org.springframework.http.ResponseEntity;
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

/** The register of organisations. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationController {

	private static final int PAGE = 25;

	private final Organisations organisations;

	private final Departments departments;

	private final People people;

	private final Roles roles;

	private final Clock clock;

	OrganisationController(Organisations organisations, Departments departments, People people, Roles roles,
			Clock clock) {
		this.organisations = organisations;
		this.departments = departments;
		this.people = people;
		this.roles = roles;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String side,
			@RequestParam(required = false) String type, @RequestParam(defaultValue = "active") String state,
			@RequestParam(required = false) String cursor, Model model) {
		Slice<Organisation> page = this.organisations.list(q, Filters.choice(Side.class, side),
				Filters.choice(OrgType.class, type), Filters.active(state), Filters.code(cursor), PAGE);
		model.addAttribute("page", page);
		model.addAttribute("filtered", !q.isBlank() || Filters.chosen(side) || Filters.chosen(type));
		choices(model);
		return "organisation/organisations";
	}

	@GetMapping("/export")
	ResponseEntity<byte[]> export() {
		List<List<?>> rows = new ArrayList<>();
		for (String cursor = ""; cursor != null;) {
			Slice<Organisation> page = this.organisations.list("", null, null, null, cursor, 500);
			page.items().forEach((organisation) -> rows.add(row(organisation)));
			cursor = page.next();
		}
		List<String> header = new ArrayList<>(ImportKind.ORGANISATIONS.columns());
		header.addAll(List.of("active", "ended_on", "merged_into", "provenance"));
		return CsvDownload.of("organisations.csv", header, rows);
	}

	@GetMapping("/template")
	ResponseEntity<byte[]> template() {
		return CsvDownload.of("organisations-template.csv", ImportKind.ORGANISATIONS.columns(), List.of());
	}

	@GetMapping("/new")
	String blank(@RequestParam(required = false) String side, Model model) {
		OrganisationForm empty = OrganisationForm.empty();
		boolean department = Side.DEPARTMENT.name().equals(side);
		model.addAttribute("form", department ? new OrganisationForm("", "", "", "", side, OrgType.DEPARTMENT.name(),
				"", "", "", "", "", "", "", "", "") : empty);
		choices(model);
		return "organisation/organisation-form";
	}

	@PostMapping(params = Language.PARAMETER)
	String blankInOtherLanguage(@ModelAttribute("form") OrganisationForm form, BindingResult errors, Model model) {
		choices(model);
		return "organisation/organisation-form";
	}

	@PostMapping
	ModelAndView add(@ModelAttribute("form") OrganisationForm form, BindingResult errors, Actor actor, Model model,
			RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			Organisation added = this.organisations.add(form, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return ((added.side() == Side.DEPARTMENT) ? "/admin/departments/" : "/admin/organisations/") + added.code();
		}, () -> {
			choices(model);
			return new ModelAndView("organisation/organisation-form");
		});
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, Model model) {
		Organisation organisation = this.organisations.get(code);
		List<Assignment> assignments = this.roles.ofOrganisation(code);
		model.addAttribute("organisation", organisation);
		model.addAttribute("formerNames", this.organisations.formerNames(code));
		model.addAttribute("department", this.departments.find(code).orElse(null));
		model.addAttribute("people", this.people.list("", code, true, null, 100).items());
		model.addAttribute("assignments", assignments);
		model.addAttribute("persons", this.people.byIds(assignments.stream().map(Assignment::person).toList()));
		List<String> related = new ArrayList<>(this.organisations.children(code));
		model.addAttribute("children", List.copyOf(related));
		related.addAll(Arrays.asList(organisation.parent(), organisation.mergedInto()));
		model.addAttribute("names", this.organisations.byCodes(related));
		model.addAttribute("today", today());
		return "organisation/organisation";
	}

	@GetMapping("/{code}/edit")
	String edit(@PathVariable String code, Model model) {
		Organisation organisation = this.organisations.get(code);
		model.addAttribute("form", OrganisationForm.of(organisation));
		model.addAttribute("version", organisation.version());
		return form(organisation, model);
	}

	@PostMapping(path = "/{code}", params = Language.PARAMETER)
	String editInOtherLanguage(@PathVariable String code, @ModelAttribute("form") OrganisationForm form,
			BindingResult errors, @RequestParam int version, Model model) {
		model.addAttribute("version", version);
		return form(this.organisations.get(code), model);
	}

	@PostMapping("/{code}")
	ModelAndView change(@PathVariable String code, @ModelAttribute("form") OrganisationForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.organisations.change(code, form, version, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/organisations/" + code;
		}, () -> {
			Organisation now = this.organisations.get(code);
			model.addAttribute("version", now.version());
			model.addAttribute("differences",
					Difference.between(form, OrganisationForm.of(now), version, now.version()));
			return new ModelAndView(form(now, model));
		});
	}

	@GetMapping("/{code}/end")
	String askToEnd(@PathVariable String code, Model model) {
		model.addAttribute("form", new EndForm(today().toString(), ""));
		return end(code, model);
	}

	@PostMapping(path = "/{code}/end", params = Language.PARAMETER)
	String endInOtherLanguage(@PathVariable String code, @ModelAttribute("form") EndForm form, BindingResult errors,
			Model model) {
		return end(code, model);
	}

	@PostMapping("/{code}/end")
	ModelAndView end(@PathVariable String code, @ModelAttribute("form") EndForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.organisations.end(code, form.endedOn(), form.mergedInto(), version, actor);
			redirect.addFlashAttribute("notice", "organisation.organisation.ended-notice");
			return "/admin/organisations/" + code;
		}, () -> new ModelAndView(end(code, model)));
	}

	private String end(String code, Model model) {
		Organisation organisation = this.organisations.get(code);
		model.addAttribute("organisation", organisation);
		model.addAttribute("held",
				this.roles.ofOrganisation(code).stream().filter((assignment) -> assignment.on(today())).count());
		choices(model);
		return "organisation/organisation-end";
	}

	private String form(Organisation organisation, Model model) {
		model.addAttribute("organisation", organisation);
		choices(model);
		return "organisation/organisation-form";
	}

	private void choices(Model model) {
		model.addAttribute("sides", Side.values());
		model.addAttribute("types", OrgType.values());
		model.addAttribute("sectors", Sector.values());
		model.addAttribute("known", this.organisations.search("", null, 500));
	}

	private static List<?> row(Organisation organisation) {
		return Arrays.asList(organisation.code(), organisation.nameEn(), organisation.nameZh(), organisation.shortZh(),
				organisation.side(), organisation.orgType(), organisation.sector(), organisation.parent(),
				organisation.unitName(), organisation.industry(), organisation.memberCount(), organisation.termEnd(),
				organisation.address(), organisation.plaqueWallLimit(), organisation.note(), organisation.active(),
				organisation.endedOn(), organisation.mergedInto(), organisation.provenance());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
