package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.identity.Accounts;
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

/** The register of people. */
@Controller
@RequestMapping("/admin/people")
class PersonController {

	private static final int PAGE = 25;

	private final People people;

	private final Organisations organisations;

	private final Roles roles;

	private final Accounts accounts;

	private final Clock clock;

	PersonController(People people, Organisations organisations, Roles roles, Accounts accounts, Clock clock) {
		this.people = people;
		this.organisations = organisations;
		this.roles = roles;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String organisation,
			@RequestParam(defaultValue = "active") String state, @RequestParam(required = false) String cursor,
			Model model) {
		Slice<Person> page = this.people.list(q, Filters.code(organisation), Filters.active(state), Filters.id(cursor),
				PAGE);
		model.addAttribute("page", page);
		model.addAttribute("names", this.organisations.byCodes(page.items().stream().map(Person::orgCode).toList()));
		model.addAttribute("filtered", !q.isBlank() || Filters.chosen(organisation));
		choices(model);
		return "organisation/people";
	}

	/** Everybody without phones: the register leaves the house only without them. */
	@GetMapping("/export")
	ResponseEntity<byte[]> export() {
		List<List<?>> rows = new ArrayList<>();
		UUID after = null;
		do {
			Slice<Person> page = this.people.list("", null, null, after, 500);
			page.items().forEach((person) -> rows.addAll(rows(person)));
			after = (page.next() == null) ? null : UUID.fromString(page.next());
		}
		while (after != null);
		List<String> header = new ArrayList<>(ImportKind.PEOPLE.columns());
		header.addAll(List.of("role_ended", "active", "ended_on", "provenance"));
		return CsvDownload.of("people.csv", header, rows);
	}

	@GetMapping("/template")
	ResponseEntity<byte[]> template() {
		return CsvDownload.of("people-template.csv", ImportKind.PEOPLE.columns(), List.of());
	}

	@GetMapping("/new")
	String blank(@RequestParam(required = false) String organisation, Model model) {
		model.addAttribute("form", (Filters.code(organisation) == null) ? PersonForm.empty()
				: new PersonForm("", "", organisation, "", "", "", "", ""));
		choices(model);
		return "organisation/person-form";
	}

	@PostMapping(params = Language.PARAMETER)
	String blankInOtherLanguage(@ModelAttribute("form") PersonForm form, BindingResult errors, Model model) {
		choices(model);
		return "organisation/person-form";
	}

	@PostMapping
	ModelAndView add(@ModelAttribute("form") PersonForm form, BindingResult errors, Actor actor, Model model,
			RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			Person added = this.people.add(form, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/people/" + added.id();
		}, () -> {
			choices(model);
			return new ModelAndView("organisation/person-form");
		});
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		Person person = this.people.get(id);
		List<Assignment> assignments = this.roles.ofPerson(id);
		model.addAttribute("person", person);
		model.addAttribute("assignments", assignments);
		model.addAttribute("names",
				this.organisations
					.byCodes(Stream.concat(assignments.stream().map(Assignment::orgCode), Stream.of(person.orgCode()))
						.filter(Objects::nonNull)
						.toList()));
		model.addAttribute("account",
				(person.username() == null) ? null : this.accounts.find(person.username()).orElse(null));
		model.addAttribute("today", today());
		return "organisation/person";
	}

	@GetMapping("/{id}/edit")
	String edit(@PathVariable UUID id, Model model) {
		Person person = this.people.get(id);
		model.addAttribute("form", PersonForm.of(person));
		model.addAttribute("version", person.version());
		return form(person, model);
	}

	@PostMapping(path = "/{id}", params = Language.PARAMETER)
	String editInOtherLanguage(@PathVariable UUID id, @ModelAttribute("form") PersonForm form, BindingResult errors,
			@RequestParam int version, Model model) {
		model.addAttribute("version", version);
		return form(this.people.get(id), model);
	}

	@PostMapping("/{id}")
	ModelAndView change(@PathVariable UUID id, @ModelAttribute("form") PersonForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.people.change(id, form, version, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/people/" + id;
		}, () -> {
			Person now = this.people.get(id);
			model.addAttribute("version", now.version());
			model.addAttribute("differences", Difference.between(form, PersonForm.of(now), version, now.version()));
			return new ModelAndView(form(now, model));
		});
	}

	@PostMapping("/{id}/invite")
	String invite(@PathVariable UUID id, RedirectAttributes redirect) {
		redirect.addFlashAttribute("link", this.people.invite(id));
		return "redirect:/admin/people/" + id;
	}

	@GetMapping("/{id}/end")
	String askToEnd(@PathVariable UUID id, Model model) {
		model.addAttribute("form", new EndForm(today().toString(), ""));
		return end(id, model);
	}

	@PostMapping(path = "/{id}/end", params = Language.PARAMETER)
	String endInOtherLanguage(@PathVariable UUID id, @ModelAttribute("form") EndForm form, BindingResult errors,
			Model model) {
		return end(id, model);
	}

	@PostMapping("/{id}/end")
	ModelAndView end(@PathVariable UUID id, @ModelAttribute("form") EndForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.people.end(id, form.endedOn(), version, actor);
			redirect.addFlashAttribute("notice", "organisation.person.ended-notice");
			return "/admin/people/" + id;
		}, () -> new ModelAndView(end(id, model)));
	}

	private String end(UUID id, Model model) {
		model.addAttribute("person", this.people.get(id));
		model.addAttribute("held",
				this.roles.ofPerson(id).stream().filter((assignment) -> assignment.on(today())).count());
		return "organisation/person-end";
	}

	private String form(Person person, Model model) {
		model.addAttribute("person", person);
		choices(model);
		return "organisation/person-form";
	}

	private void choices(Model model) {
		model.addAttribute("memberships", Membership.values());
		model.addAttribute("known", this.organisations.search("", null, 500));
	}

	private List<List<?>> rows(Person person) {
		List<Assignment> assignments = this.roles.ofPerson(person.id());
		if (assignments.isEmpty()) {
			return List.of(row(person, null));
		}
		List<List<?>> rows = new ArrayList<>();
		assignments.forEach((assignment) -> rows.add(row(person, assignment)));
		return rows;
	}

	private List<?> row(Person person, Assignment held) {
		List<Object> row = new ArrayList<>(Arrays.asList(person.name(), person.nameEn(), person.orgCode(),
				person.position(), person.partyMember(), "", person.username(), person.note()));
		if (held == null) {
			row.addAll(Arrays.asList("", "", "", "", "", ""));
		}
		else {
			row.addAll(Arrays.asList(held.role().id(), held.orgCode(), held.from(), held.to(), principal(held),
					held.ended()));
		}
		row.addAll(Arrays.asList(person.active(), person.endedOn(), person.provenance()));
		return row;
	}

	private String principal(Assignment held) {
		return (held.deputyOf() == null) ? ""
				: this.people.byId(this.roles.get(held.deputyOf()).person()).map(Person::username).orElse("");
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
