package org.gongjian.pairing;

import java.time.LocalDate;

import org.gongjian.shared.Bilingual;

/**
 * A programme plan, 实施方案, under which pairings are made.
 *
 * @param code what other records name it by
 * @param docNo the number of the document, or {@code null}
 * @param maxPerGov the most pairings of a government organisation, or {@code null} for
 * the parameter's value
 * @param maxPerEnt the same of an enterprise organisation
 * @param closed whether nothing new may be proposed under it
 * @param provenance of demo data, else {@code null}
 */
public record Programme(String code, Bilingual title, String docNo, LocalDate startsOn, LocalDate endsOn,
		Integer maxPerGov, Integer maxPerEnt, boolean closed, String provenance, int version) {

	/** Whether a pairing may be proposed under it on that day. */
	public boolean openOn(LocalDate day) {
		return !this.closed && !day.isBefore(this.startsOn) && !day.isAfter(this.endsOn);
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
