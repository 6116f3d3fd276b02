package org.gongjian.organisation;

import java.util.List;

/** What somebody types about a department. */
record DepartmentForm(String duties, List<String> categories, List<String> functions, String head, String backup) {

	DepartmentForm {
		categories = (categories == null) ? List.of() : List.copyOf(categories);
		functions = (functions == null) ? List.of() : List.copyOf(functions);
	}

	static DepartmentForm of(Department department) {
		return new DepartmentForm(department.duties(), department.categories(), department.functions(),
				OrganisationForm.text(department.head()), OrganisationForm.text(department.backup()));
	}

}
