package org.gongjian.approval;

import java.time.Instant;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.OpenTask;
import org.gongjian.shared.Bilingual;

/**
 * A task as people see it, open or closed.
 *
 * @param id the engine's task id
 * @param step the element id
 * @param stepName as drawn
 * @param slot for whom the node asks
 * @param asked the group that was finally asked, other than the slot after a fallback
 * @param why a message key that says why these people got it
 * @param assignee who holds it, or {@code null} in a pool
 * @param state OPEN, DONE or CANCELLED
 * @param title the case's title
 * @param requestedBy who started the case
 * @param dueAt or {@code null}
 * @param round how many times the step was reached, from 1
 * @param review whether conflict of interest and no self-review apply
 * @param reminders how often it was reminded of
 * @param escalated whether the superior was asked too
 * @param body which opening of the node it belongs to
 * @param part MEMBER, or HELPER for somebody asked beside the node's own
 * @param givenTo whom it was handed to, or {@code null}
 * @param waits what its decision waits for, ANSWER or SIGNERS, or {@code null}
 * @param version changes whenever holder or state do
 */
public record WorkItem(String id, String caseNumber, String process, String definition, String step, Bilingual stepName,
		String slot, String asked, String why, String assignee, String state, Bilingual title, String requestedBy,
		Instant createdAt, Instant dueAt, int round, boolean review, int reminders, boolean escalated, String decidedBy,
		Instant decidedAt, String decision, String body, String part, String givenTo, String waits, int version) {

	/** A task that has just opened, before anybody has it. */
	static WorkItem opened(OpenTask task, CaseFile file, int round) {
		return new WorkItem(task.id(), file.number(), task.process(), task.definition(), task.step(),
				Bilingual.ofName(task.stepName()), task.slot(), task.slot(), "", null, "OPEN", file.title(),
				file.initiator(), task.createdAt(), task.dueAt(), round, "true".equals(task.settings().get("review")),
				0, false, null, null, null, task.body(), task.part(), null, null, 0);
	}

	/** The task once somebody has decided it. */
	WorkItem done(String by, Instant at, String how) {
		return new WorkItem(this.id, this.caseNumber, this.process, this.definition, this.step, this.stepName,
				this.slot, this.asked, this.why, by, "DONE", this.title, this.requestedBy, this.createdAt, this.dueAt,
				this.round, this.review, this.reminders, this.escalated, by, at, how, this.body, this.part,
				this.givenTo, this.waits, this.version + 1);
	}

	/** Whether it can still be decided. */
	public boolean open() {
		return this.state.equals("OPEN");
	}

	/** Whether the person was added and has a say of their own, not a vote. */
	public boolean helper() {
		return this.part.equals("HELPER");
	}

	/** The organisation behind the slot, or {@code null}. */
	public String slotOrg() {
		int at = this.slot.indexOf('@');
		return (at < 0) ? null : this.slot.substring(at + 1);
	}

}
