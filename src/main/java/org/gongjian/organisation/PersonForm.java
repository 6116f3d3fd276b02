package org.gongjian.organisation;

/** What somebody types about a person, in the form and in a file. */
record PersonForm(String name, String nameEn, String organisation, String position, String membership, String phone,
		String username, String note) {

	static PersonForm empty() {
		return new PersonForm("", "", "", "", "", "", "", "");
	}

	static PersonForm of(Person person) {
		return new PersonForm(person.name(), person.nameEn(), person.orgCode(), person.position(),
				person.partyMember().name(), person.phone(), person.username(), person.note());
	}

}
