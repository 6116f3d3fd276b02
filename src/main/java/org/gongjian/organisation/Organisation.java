package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.gongjian.shared.Bilingual;

/**
 * A Party organisation, or a body that plays the part of one.
 *
 * @param code unique for ever, {@code G02}
 * @param nameEn the name in English
 * @param nameZh the name in Chinese, with the mark 字待核 where it is not confirmed
 * @param shortZh a short Chinese name, or {@code null}
 * @param sector or {@code null} where it makes no sense
 * @param parent the code of the organisation above, or {@code null}
 * @param unitName the enterprise or office behind it, or {@code null}
 * @param memberCount formal members, or {@code null} when not known
 * @param termEnd when the committee's term ends, 换届, or {@code null}
 * @param plaqueWallLimit how many plaques may hang on its wall, or {@code null}
 * @param active whether it may take part in anything new
 * @param endedOn when it ended, or {@code null}
 * @param mergedInto the organisation it went up in, or {@code null}
 * @param provenance of demo data: S stated, S~ ambiguous, X other page, D fill-in; else
 * {@code null}
 * @param updatedBy the account that changed it last
 */
public record Organisation(String code, String nameEn, String nameZh, String shortZh, Side side, OrgType orgType,
		Sector sector, String parent, String unitName, String industry, Integer memberCount, LocalDate termEnd,
		String address, Integer plaqueWallLimit, String note, boolean active, LocalDate endedOn, String mergedInto,
		String provenance, String updatedBy, Instant updatedAt, int version) {

	/** The name in the reader's language. */
	public String name(Locale locale) {
		return names().in(locale);
	}

	/** Both names. */
	public Bilingual names() {
		return new Bilingual(this.nameEn, this.nameZh);
	}

	/** The shortest name in the reader's language. */
	public String shortName(Locale locale) {
		String zh = (this.shortZh == null || this.shortZh.isBlank()) ? this.nameZh : this.shortZh;
		return new Bilingual(this.nameEn, zh).in(locale);
	}

	/** Whether it is made up for the demonstration and must be shown with the badge. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
