package org.gongjian.organisation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
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

/** What departments are for. */
@Controller
@RequestMapping("/admin/departments")
class DepartmentController {

	private static final int PAGE = 25;

	private final Departments departments;

	private final Organisations organisations;

	private final People people;

	DepartmentController(Departments departments, Organisations organisations, People people) {
		this.departments = departments;
		this.organisations = organisations;
		this.people = people;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "active") String state,
			@RequestParam(required = false) String cursor, Model model) {
		Slice<Organisation> page = this.organisations.list(q, Side.DEPARTMENT, null, Filters.active(state),
				Filters.code(cursor), PAGE);
		Map<String, Department> departments = this.departments.all();
		List<UUID> heads = departments.values()
			.stream()
			.flatMap((department) -> Stream.of(department.head(), department.backup()).filter((id) -> id != null))
			.toList();
		model.addAttribute("page", page);
		model.addAttribute("filtered", !q.isBlank() || !state.equals("active"));
		model.addAttribute("departments", departments);
		model.addAttribute("persons", this.people.byIds(heads));
		return "organisation/departments";
	}

	@GetMapping("/{code}")
	String edit(@PathVariable String code, Model model) {
		Department department = this.departments.find(code)
			.orElse(new Department(code, "", List.of(), List.of(), null, null, null, null, -1));
		model.addAttribute("form", DepartmentForm.of(department));
		model.addAttribute("version", department.version());
		return form(code, model);
	}

	@PostMapping(path = "/{code}", params = Language.PARAMETER)
	String editInOtherLanguage(@PathVariable String code, @ModelAttribute("form") DepartmentForm form,
			BindingResult errors, @RequestParam int version, Model model) {
		model.addAttribute("version", version);
		return form(code, model);
	}

	@PostMapping("/{code}")
	ModelAndView describe(@PathVariable String code, @ModelAttribute("form") DepartmentForm form, BindingResult errors,
			@RequestParam int version, Actor actor, Model model, RedirectAttributes redirect) {
		return Problems.handle(errors, () -> {
			this.departments.describe(code, form, version, actor);
			redirect.addFlashAttribute("notice", "web.saved");
			return "/admin/departments";
		}, () -> {
			Department now = this.departments.find(code).orElse(null);
			model.addAttribute("version", (now == null) ? -1 : now.version());
			model.addAttribute("differences", (now == null) ? List.of()
					: Difference.between(form, DepartmentForm.of(now), version, now.version()));
			return new ModelAndView(form(code, model));
		});
	}

	private String form(String code, Model model) {
		Organisation organisation = this.organisations.find(code)
			.filter((known) -> known.side() == Side.DEPARTMENT)
			.orElseThrow(() -> new NotFound("department"));
		model.addAttribute("organisation", organisation);
		model.addAttribute("categories", Department.CATEGORIES);
		model.addAttribute("functions", Department.FUNCTIONS);
		model.addAttribute("people", this.people.list("", code, true, null, 200).items());
		return "organisation/department-form";
	}

}
