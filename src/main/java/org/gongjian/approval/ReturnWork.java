package org.gongjian.approval;

import java.util.List;

import org.gongjian.engine.Members;
import org.gongjian.engine.Returns;
import org.gongjian.engine.Tasks;
import org.gongjian.engine.TokenPlan;
import org.gongjian.form.FormContext;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends cases back, to a whole step or to one of those who signed there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturnWork {

	private final WorkTable work;

	private final SignedTable signed;

	private final Turns turns;

	private final Ways ways;

	private final WaysBack waysBack;

	private final Routing routing;

	private final Returns returns;

	private final Members members;

	private final Tasks tasks;

	ReturnWork(WorkTable work, SignedTable signed, Turns turns, Ways ways, WaysBack waysBack, Routing routing,
			Returns returns, Members members, Tasks tasks) {
		this.work = work;
		this.signed = signed;
		this.turns = turns;
		this.ways = ways;
		this.waysBack = waysBack;
		this.routing = routing;
		this.returns = returns;
		this.members = members;
		this.tasks = tasks;
	}

	/**
	 * Sends a case back.
	 * @param only who alone is to sign again there, or {@code null} for everybody
	 */
	void back(Actor actor, WorkItem item, String to, String reason, boolean backToMe, String only) {
		String why = Reason.required("comment", reason, "approval.return.reason");
		if (only != null && item.step().equals(to)) {
			again(actor, item, why, only);
			return;
		}
		Way way = this.ways.choose(item, to).orElseThrow(() -> nowhere(item));
		TokenPlan plan = plan(item, way);
		WorkItem signer = (only == null) ? null : signer(this.signed.last(item.caseNumber(), way.step()), only);
		if (backToMe) {
			this.waysBack.note(item, plan);
		}
		this.turns.close(actor, item, "RETURNED", FormContext.RETURN, why);
		if (signer == null) {
			this.returns.carryOut(item.caseNumber(), plan, way.choice());
		}
		else {
			askOne(item, plan, signer);
		}
	}

	private InvalidInput nowhere(WorkItem item) {
		return new InvalidInput("returnTo",
				this.ways.usedUp(item) ? "approval.return.used-up" : "approval.return.nowhere");
	}

	private TokenPlan plan(WorkItem item, Way way) {
		TokenPlan.Planned planned = this.returns.plan(item.caseNumber(), item.body(), way.step());
		return planned.plan()
			.orElseThrow(() -> new InvalidInput("returnTo", "approval.return.refused." + planned.refusal()));
	}

	private void askOne(WorkItem item, TokenPlan plan, WorkItem signer) {
		List<String> others = this.signed.last(item.caseNumber(), plan.target())
			.stream()
			.filter((one) -> !one.id().equals(signer.id()))
			.map(WorkItem::decision)
			.toList();
		String body = this.returns.carryOutFor(item.caseNumber(), plan, "one signer", signer.slot(), others);
		this.work.openIn(item.caseNumber(), body).forEach((opened) -> give(opened, signer.decidedBy()));
	}

	/** One who has signed the node that is still open signs again. */
	private void again(Actor actor, WorkItem item, String why, String only) {
		WorkItem signer = signer(this.signed.in(item.caseNumber(), item.body()), only);
		this.turns.log(actor, item, "ASKED_AGAIN", null, why, only);
		this.work.recalled(signer.id());
		this.members.voteAgain(item.caseNumber(), item.step(), item.body(), signer.slot(), signer.decision(),
				signer.part());
		this.work.openIn(item.caseNumber(), item.body())
			.stream()
			.filter((opened) -> opened.slot().equals(signer.slot()))
			.reduce((first, last) -> last)
			.ifPresent((opened) -> give(opened, only));
	}

	private void give(WorkItem opened, String username) {
		this.work.give(opened.id(), username);
		WorkItem given = this.work.find(opened.id()).orElseThrow();
		this.tasks.hold(opened.id(), this.routing.offer(given));
	}

	private static WorkItem signer(List<WorkItem> signed, String only) {
		return signed.stream()
			.filter((one) -> only.equals(one.decidedBy()))
			.findFirst()
			.orElseThrow(() -> new InvalidInput("only", "approval.return.not-signed"));
	}

}
