package org.gongjian.organisation;

import java.util.List;

/** What somebody types about a department. */
record DepartmentForm(String duties, List<String> categories, String head, String backup) {

	DepartmentForm {
		categories = (categories == null) ? List.of() : List.copyOf(categories);
	}

	static DepartmentForm of(Department department) {
		return new DepartmentForm(department.duties(), department.categories(),
				OrganisationForm.text(department.head()), OrganisationForm.text(department.backup()));
	}

}
