package org.gongjian.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Actor;

/**
 * A relation between one government and one enterprise Party organisation; either may
 * have several.
 *
 * @param number {@code JD-2026-001}, {@code null} before it is approved
 * @param caseNumber the case that proposes or proposed it, {@code null} for those from
 * before this system
 * @param programme the code of its programme
 * @param governmentOrg a code
 * @param enterpriseOrg a code
 * @param focusAreas ORGANISATION, TEAM, ACTIVITY, APPEAL, RESOURCE
 * @param keyPair whether it is a key pairing, 重点结对
 * @param renewal whether it follows an own earlier term
 * @param ceremonyOn when the ceremony with this pair was held, or {@code null}
 * @param provenance of demo data: S stated, D fill-in; else {@code null}
 * @param evidence what a stated pairing is taken from, or {@code null}
 */
public record Pairing(UUID id, String number, String caseNumber, String programme, String governmentOrg,
		String enterpriseOrg, PairingStatus status, List<String> focusAreas, LocalDate termStart, LocalDate termEnd,
		UUID governmentLiaison, UUID enterpriseLiaison, int plannedActivities, int plannedDeeds,
		boolean plaqueRequested, boolean keyPair, boolean renewal, Instant proposedAt, LocalDate approvedOn,
		LocalDate inForceOn, LocalDate endedOn, LocalDate ceremonyOn, String provenance, String evidence) {

	public Pairing {
		focusAreas = List.copyOf(focusAreas);
	}

	/** What people know it by: its number, or that of its case before it has one. */
	public String handle() {
		return (this.number == null) ? this.caseNumber : this.number;
	}

	/** Both organisations. */
	public List<String> organisations() {
		return List.of(this.governmentOrg, this.enterpriseOrg);
	}

	/** Whether the two are paired and the day lies in the term. */
	public boolean inForceOn(LocalDate day) {
		return this.status.paired() && !day.isBefore(this.termStart) && !day.isAfter(this.termEnd);
	}

	/** Whether it is lived now, and this person is a liaison of either side. */
	public boolean livedBy(Actor actor) {
		return this.status.paired() && this.status != PairingStatus.SUSPENDED
				&& (actor.groups().contains("gov-liaison@" + this.governmentOrg)
						|| actor.groups().contains("ent-liaison@" + this.enterpriseOrg));
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

	/** The organisation on the other side. */
	public String partnerOf(String organisation) {
		return organisation.equals(this.governmentOrg) ? this.enterpriseOrg : this.governmentOrg;
	}

}
