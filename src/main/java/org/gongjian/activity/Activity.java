package org.gongjian.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;

/**
 * A joint activity. What the article does not state is {@code null}.
 *
 * @param number {@code HD-2026-0007}, {@code null} before it is published
 * @param caseNumber the case it goes through, {@code null} for those of the article
 * @param title in both languages where both are known
 * @param pairing the number of the pairing it belongs to first
 * @param hostOrg the code of the organisation that holds it
 * @param type kind of activity, several parted by commas in the article's
 * @param dayNote what is known of the day where it is not stated
 * @param risk PROHIBITED, HIGH, MED or LOW
 * @param level BRANCH, DEPT or LEADER
 * @param attendanceRate in per cent
 * @param score the mean the co-hosts gave it, 1 to 5
 * @param planRow the row of the annual plan it carries out, or {@code null}
 * @param edition from 1, one more for each change and postponement
 * @param reason why it was cancelled, or {@code null}
 * @param provenance of demo data: S stated, D fill-in; else {@code null}
 */
record Activity(UUID id, String number, String caseNumber, Bilingual title, String pairing, String hostOrg, String type,
		String pillar, boolean themePartyDay, String place, String placeKind, Instant startsAt, Instant endsAt,
		String dayNote, ActivityStatus status, String risk, String level, Integer participants, boolean minors,
		BigDecimal budget, BigDecimal approvedAmount, BigDecimal actualCost, Integer attendanceRate, Integer score,
		UUID planRow, int edition, boolean incident, String reason, LocalDate confirmedOn, Instant proposedAt,
		String provenance, String evidence) {

	/** What people know it by: its number, or that of its case before it has one. */
	public String handle() {
		return (this.number == null) ? this.caseNumber : this.number;
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

	/** Whether its day is known. */
	public boolean dated() {
		return this.startsAt != null;
	}

	/** Whether only its day is known, not the time. */
	public boolean wholeDay() {
		return dated() && midnight(this.startsAt) && midnight(this.endsAt);
	}

	private static boolean midnight(Instant at) {
		return LocalTime.ofInstant(at, Time.OFFICE).equals(LocalTime.MIDNIGHT);
	}

	/** The state as people call it at a moment. */
	public String statusAt(Instant now) {
		return this.status.at(now, this.startsAt, this.endsAt);
	}

}
