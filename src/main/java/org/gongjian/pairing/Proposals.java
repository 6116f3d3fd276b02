package org.gongjian.pairing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.shared.Overtaken;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps the row of a pairing in step with what its case proposes. */
@Component
class Proposals {

	private static final String PAIR_TAKEN = "pairing.overtaken.pair";

	private final PairingTable table;

	private final LifeTable life;

	private final Clock clock;

	Proposals(PairingTable table, LifeTable life, Clock clock) {
		this.table = table;
		this.life = life;
		this.clock = clock;
	}

	/** What the case proposes now, with the row's id if there is one. */
	Pairing read(String caseNumber, CaseValues data) {
		var known = this.table.lockOfCase(caseNumber);
		String government = data.text("governmentOrg");
		String enterprise = data.text("enterpriseOrg");
		return new Pairing(known.map(Pairing::id).orElseGet(UUID::randomUUID), null, caseNumber, data.text("programme"),
				government, enterprise, known.map(Pairing::status).orElse(PairingStatus.DRAFT),
				data.texts("focusAreas"), data.date("termStart"), data.date("termEnd"),
				liaison(data, government, "govLiaison"), liaison(data, enterprise, "entLiaison"),
				data.number("plannedActivities"), data.number("plannedDeeds"), data.flag("plaqueRequested"), false,
				"RENEW".equals(data.text("requestType")), known.map(Pairing::proposedAt).orElseGet(this.clock::instant),
				null, null, null, null, null, null);
	}

	/** A pairing in force as an adjustment would have it. */
	Pairing adjusted(Pairing target, CaseValues data) {
		String government = data.text("governmentOrg");
		String enterprise = data.text("enterpriseOrg");
		return new Pairing(target.id(), target.number(), target.caseNumber(), target.programme(), government,
				enterprise, target.status(), data.texts("focusAreas"), target.termStart(), data.date("termEnd"),
				liaison(data, government, "govLiaison"), liaison(data, enterprise, "entLiaison"),
				data.number("plannedActivities"), data.number("plannedDeeds"), target.plaqueRequested(),
				target.keyPair(), target.renewal(), target.proposedAt(), target.approvedOn(), target.inForceOn(),
				target.endedOn(), target.ceremonyOn(), target.provenance(), target.evidence());
	}

	/** The one the side itself named goes before the one the proposer named. */
	private static UUID liaison(CaseValues data, String organisation, String proposed) {
		UUID own = data.part("counterpartConfirm", organisation).id("ownLiaison");
		return (own != null) ? own : data.id(proposed);
	}

	/**
	 * A new case for a pair that was taken a moment ago is not opened at all.
	 * @throws Overtaken if it was
	 */
	void requireFree(Pairing proposed) {
		boolean opened = this.table.ofCase(proposed.caseNumber()).isPresent();
		if (!opened && !proposed.renewal()
				&& this.table.taking(proposed.governmentOrg(), proposed.enterpriseOrg()).isPresent()) {
			throw new Overtaken(PAIR_TAKEN);
		}
	}

	/**
	 * Writes the row.
	 * @throws Overtaken if the pair was taken by another proposal at the same moment
	 */
	void keep(Proposal proposal, PairingStatus status) {
		keep(proposal.proposed(), status);
		if (proposal.target() != null) {
			this.life.follows(proposal.proposed().id(), proposal.target().id());
		}
	}

	/**
	 * Writes the row.
	 * @throws Overtaken if the pair was taken by another proposal at the same moment
	 */
	void keep(Pairing proposed, PairingStatus status) {
		Pairing row = with(proposed, status);
		try {
			if (this.table.ofCase(row.caseNumber()).isEmpty()) {
				this.table.insert(row);
			}
			else if (!this.table.propose(row)) {
				throw new Overtaken("pairing.overtaken.moved");
			}
		}
		catch (DuplicateKeyException taken) {
			throw new Overtaken(PAIR_TAKEN);
		}
	}

	private static Pairing with(Pairing row, PairingStatus status) {
		return new Pairing(row.id(), row.number(), row.caseNumber(), row.programme(), row.governmentOrg(),
				row.enterpriseOrg(), status, List.copyOf(row.focusAreas()), row.termStart(), row.termEnd(),
				row.governmentLiaison(), row.enterpriseLiaison(), row.plannedActivities(), row.plannedDeeds(),
				row.plaqueRequested(), row.keyPair(), row.renewal(), row.proposedAt(), row.approvedOn(),
				row.inForceOn(), row.endedOn(), row.ceremonyOn(), row.provenance(), row.evidence());
	}

}
