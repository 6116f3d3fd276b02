package org.gongjian.organisation;

/** What somebody types to give a role, in the form and in a file. */
record AssignmentForm(String role, String organisation, String from, String to, String deputyOf, String note) {

	static AssignmentForm of(Assignment assignment) {
		return new AssignmentForm(assignment.role().id(), OrganisationForm.text(assignment.orgCode()),
				assignment.from().toString(), OrganisationForm.text(assignment.to()),
				OrganisationForm.text(assignment.deputyOf()), assignment.note());
	}

}
