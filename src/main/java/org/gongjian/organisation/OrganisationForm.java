package org.gongjian.organisation;

import java.util.Objects;

/**
 * What somebody types about an organisation, in the form and in a file. The code counts
 * only for a new one.
 */
record OrganisationForm(String code, String nameEn, String nameZh, String shortZh, String side, String orgType,
		String sector, String parent, String unitName, String industry, String memberCount, String termEnd,
		String address, String plaqueWallLimit, String note) {

	static OrganisationForm empty() {
		return new OrganisationForm("", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
	}

	static OrganisationForm of(Organisation organisation) {
		return new OrganisationForm(organisation.code(), organisation.nameEn(), organisation.nameZh(),
				organisation.shortZh(), organisation.side().name(), organisation.orgType().name(),
				text(organisation.sector()), organisation.parent(), organisation.unitName(), organisation.industry(),
				text(organisation.memberCount()), text(organisation.termEnd()), organisation.address(),
				text(organisation.plaqueWallLimit()), organisation.note());
	}

	static String text(Object value) {
		return Objects.toString(value, "");
	}

}
