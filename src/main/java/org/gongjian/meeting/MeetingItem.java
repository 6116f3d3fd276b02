package org.gongjian.meeting;

import java.time.LocalDate;
import java.util.UUID;

import org.gongjian.casefile.CaseValues;
import org.gongjian.shared.Bilingual;

/**
 * One item of an agenda, and what was decided.
 *
 * @param subject the case it is about, or {@code null}
 * @param proposer the code of who raised it, or {@code null}
 * @param rolledFrom the item of an earlier meeting it goes on with, or {@code null}
 * @param state {@code OPEN}, {@code DECIDED}, {@code POSTPONED} or {@code TO_L4}
 * @param lead the code of who is to do it, or {@code null}
 * @param others who helps, in words, or {@code null}
 * @param delivery whether its case was told: {@code PENDING}, {@code DELIVERED},
 * {@code MISSED} when it did not wait any more; {@code null} without a case
 */
record MeetingItem(UUID id, UUID meeting, int position, String title, String subject, String proposer,
		String background, String wanted, UUID rolledFrom, String state, String discussion, String decision,
		String lead, String others, LocalDate deadline, String delivery) {

	static final String OPEN = "OPEN";

	static final String DECIDED = "DECIDED";

	static final String POSTPONED = "POSTPONED";

	static final String TO_LEADER = "TO_L4";

	static MeetingItem open(UUID meeting, int position, CaseValues row, UUID rolledFrom, String subject) {
		return new MeetingItem(UUID.randomUUID(), meeting, position, row.text("title"), subject, row.text("proposer"),
				row.text("background"), row.text("wanted"), rolledFrom, OPEN, null, null, null, null, null, null);
	}

	/** Its title, split where it was typed in both languages. */
	public Bilingual heading() {
		return Bilingual.ofTitle(this.title);
	}

	MeetingItem decided(CaseValues row) {
		String how = row.text("state");
		boolean tells = this.subject != null && !POSTPONED.equals(how);
		return new MeetingItem(this.id, this.meeting, this.position, this.title, this.subject, this.proposer,
				this.background, this.wanted, this.rolledFrom, how, row.text("discussion"), row.text("decision"),
				row.text("lead"), row.text("others"), row.date("deadline"), tells ? "PENDING" : null);
	}

}
