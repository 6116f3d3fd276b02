package org.gongjian.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A meeting.
 *
 * @param number {@code LX-2026-01}, {@code null} before the invitation
 * @param caseNumber the case it is prepared and recorded in
 * @param type {@code JOINT} 联席会议, {@code SCHEDULING} 调度会 or {@code LAUNCH} 启动仪式
 * @param meetsAt when it begins
 * @param chair a person, or {@code null} while nobody was chosen
 * @param recorder a person, or {@code null}
 * @param agendaClosesAt until when items are collected
 * @param heldOn the day it took place, or {@code null}
 * @param signedAt when the chair signed, or {@code null}
 * @param provenance of demo data, else {@code null}
 */
public record Meeting(UUID id, String number, String caseNumber, String type, MeetingState state, String purpose,
		Instant meetsAt, String place, UUID chair, UUID recorder, Instant agendaClosesAt, boolean agendaClosed,
		LocalDate heldOn, Instant signedAt, String provenance, Instant updatedAt) {

	/** What people know it by: its number, or that of its case before it has one. */
	public String handle() {
		return (this.number == null) ? this.caseNumber : this.number;
	}

	/** Whether it is made up for the demonstration. */
	public boolean demo() {
		return "D".equals(this.provenance);
	}

	/** Whether there are minutes to read. */
	public boolean minuted() {
		return this.state == MeetingState.SIGNED;
	}

}
