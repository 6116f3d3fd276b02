package org.gongjian.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Bilingual;

/**
 * A case: the record of one matter from its proposal to its end.
 *
 * @param number what people call it, {@code PA-2026-0001}
 * @param process the key of its process
 * @param definition the released version it runs on
 * @param instance the process instance
 * @param status open, completed, withdrawn, rejected or terminated
 * @param outcome how it ended, such as {@code IN_FORCE}, or {@code null} while open
 * @param initiator the username of who started it
 * @param initiatorOrg the organisation that person started it for, or {@code null}
 * @param parties codes of the organisations it concerns
 * @param revision counts the changes of its data
 * @param reservedFor the only role that sees it besides the initiator, or {@code null}
 * @param fact the fact that lists show
 * @param requesterKey what lists sorted by who asks are sorted by
 */
public record CaseFile(UUID id, String number, String process, String definition, String instance, Bilingual title,
		String status, String outcome, String initiator, String initiatorOrg, List<String> parties, Instant openedAt,
		Instant closedAt, int revision, String reservedFor, Fact fact, String requesterKey) {

	/** Whether it is still running. */
	public boolean open() {
		return this.status.equals("open");
	}

	CaseFile withRevision(int now) {
		return new CaseFile(this.id, this.number, this.process, this.definition, this.instance, this.title, this.status,
				this.outcome, this.initiator, this.initiatorOrg, this.parties, this.openedAt, this.closedAt, now,
				this.reservedFor, this.fact, this.requesterKey);
	}

	CaseFile withParties(List<String> orgs) {
		return new CaseFile(this.id, this.number, this.process, this.definition, this.instance, this.title, this.status,
				this.outcome, this.initiator, this.initiatorOrg, orgs, this.openedAt, this.closedAt, this.revision,
				this.reservedFor, this.fact, this.requesterKey);
	}

}
