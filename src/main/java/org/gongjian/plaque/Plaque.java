package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.UUID;

import org.gongjian.shared.Bilingual;

/**
 * One plaque of one organisation.
 *
 * @param batch the batch it was proposed in, or {@code null}
 * @param organisation the code of who holds it
 * @param name the name of the organisation when the number was given
 * @param pairing the number of the pairing it stands for
 * @param number {@code DJGJ-2026-001}, or {@code null} before it was allocated
 * @param text what is written on it
 * @param issuer who awards it
 * @param validFrom the first day of its term
 * @param validTo the last day of its term
 * @param handedOn when it was received, or {@code null}
 * @param hungOn when it was hung, or {@code null}
 * @param hangPlace where, as the form offers it, or {@code null}
 * @param reason why it was not awarded or is void, or {@code null}
 * @param replacedBy the number of the plaque that took its place, or {@code null}
 * @param provenance of demo data, else {@code null}
 */
public record Plaque(UUID id, UUID batch, String organisation, Bilingual name, String pairing, String number,
		String text, String issuer, PlaqueState state, LocalDate validFrom, LocalDate validTo, LocalDate handedOn,
		LocalDate hungOn, String hangPlace, String reason, String replacedBy, String provenance) {

	/** Whether it counts on a day: received, not taken back, within its term. */
	public boolean inForce(LocalDate day) {
		return this.state.isInForce() && this.validFrom != null && this.validTo != null && !day.isBefore(since())
				&& !day.isAfter(this.validTo);
	}

	/** From which day on it counts: its term has begun and it was handed over. */
	public LocalDate since() {
		return (this.handedOn != null && this.handedOn.isAfter(this.validFrom)) ? this.handedOn : this.validFrom;
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

}
