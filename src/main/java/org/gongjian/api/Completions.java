package org.gongjian.api;

import java.util.Map;

import org.gongjian.approval.Decided;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Seen;
import org.gongjian.approval.WorkItem;
import org.gongjian.form.Answer;
import org.gongjian.form.Decision;
import org.gongjian.form.Drafts;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.springframework.stereotype.Component;

/** Decides tasks for programs, which send fields and a decision in one. */
@Component
class Completions {

	private final Desk desk;

	private final Decisions decisions;

	private final FormSessions forms;

	private final Drafts drafts;

	Completions(Desk desk, Decisions decisions, FormSessions forms, Drafts drafts) {
		this.desk = desk;
		this.decisions = decisions;
		this.forms = forms;
		this.drafts = drafts;
	}

	/**
	 * Decides a task with the fields sent; a draft of it is over then.
	 * @throws org.gongjian.shared.InvalidInput with everything that is wrong
	 * @throws Overtaken if somebody was first, holds it or handed it on
	 */
	Decided decide(Actor actor, String id, TaskResource.Completion sent) {
		Asked asked = ReadOnce.look(() -> asked(actor, id));
		Decided decided = asked.item().open() ? decided(actor, asked, sent)
				: this.decisions.again(actor, id, sent.decision());
		if (asked.drafted()) {
			this.drafts.delete(asked.context());
		}
		return decided;
	}

	/**
	 * @param drafted whether there may be a draft of it
	 */
	private record Asked(WorkItem item, FormContext context, boolean drafted, Seen seen) {
	}

	private Asked asked(Actor actor, String id) {
		WorkItem item = this.desk.see(actor, id);
		if (item.open()) {
			requireHeld(actor, item);
		}
		return new Asked(item, this.desk.context(actor, item), Drafts.perhaps(id), this.desk.seen(item));
	}

	private Decided decided(Actor actor, Asked asked, TaskResource.Completion sent) {
		Map<String, Object> data = TaskResource.given(sent.data());
		Answer answer = Answer.of(decision(asked.context(), sent.decision()), sent.comment(), data);
		Filled filled = this.forms.fill(asked.context(), data, answer);
		return this.decisions.decide(actor, asked.item().id(), filled, sent.version(), asked.seen());
	}

	/** Refuses before the form is looked at: somebody else's task is not discussed. */
	private void requireHeld(Actor actor, WorkItem item) {
		if (!this.desk.asked(actor, item)) {
			throw this.decisions.lost(actor, item.id());
		}
		if (item.waits() != null || item.assignee() != null && !item.assignee().equals(actor.username())) {
			throw this.decisions.late(actor, item.id());
		}
	}

	/** Where nothing can be chosen nothing need be said. */
	private static String decision(FormContext context, String sent) {
		boolean plain = context.decisions()
			.stream()
			.map(Decision::code)
			.anyMatch((code) -> code.equals(Decision.COMPLETE.code()));
		return (sent == null && plain) ? Decision.COMPLETE.code() : sent;
	}

}
