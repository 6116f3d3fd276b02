package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.gongjian.shared.Bilingual;

/**
 * A person of an organisation. Minimum data: no identity number, no birthday.
 *
 * @param name the name to show
 * @param nameEn the name in Latin letters, or {@code null}
 * @param orgCode the organisation, or {@code null} for people of the system only
 * @param position what the person is there, or {@code null}
 * @param partyMember whether a member of the Party
 * @param phone in full: only for those who keep the register, others see
 * {@link #maskedPhone()}
 * @param username the account, or {@code null} without login
 * @param provenance of demo data, see {@link Organisation}
 */
public record Person(UUID id, String name, String nameEn, String orgCode, String position, Membership partyMember,
		String phone, String username, String note, boolean active, LocalDate endedOn, String provenance,
		String updatedBy, Instant updatedAt, int version) {

	/** The name in the reader's language. */
	public String name(Locale locale) {
		return names().in(locale);
	}

	/** The name in both languages. */
	Bilingual names() {
		return new Bilingual((this.nameEn == null) ? this.name : this.nameEn, this.name);
	}

	/** The phone with its middle hidden, {@code 138****0000}, or {@code null}. */
	public String maskedPhone() {
		if (this.phone == null) {
			return null;
		}
		int length = this.phone.length();
		if (length < 8) {
			return "*".repeat(length);
		}
		return this.phone.substring(0, 3) + "*".repeat(length - 7) + this.phone.substring(length - 4);
	}

	/** Whether made up for the demonstration and to be shown with the badge. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
