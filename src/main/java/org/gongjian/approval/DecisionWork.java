package org.gongjian.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongjian.approval.Decisions.Back;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.engine.Tasks;
import org.gongjian.form.Decision;
import org.gongjian.form.Filled;
import org.gongjian.form.FormContext;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.ReadOnce;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One transaction per operation on a task; all changes of one case queue up at its row.
 */
@Service
@Transactional
class DecisionWork {

	private final WorkTable work;

	private final ShareTable shares;

	private final SignedTable signed;

	private final Desk desk;

	private final Routing routing;

	private final Turns turns;

	private final WaysBack waysBack;

	private final SignerTurns signers;

	private final Cases cases;

	private final Attachments attachments;

	private final Tasks tasks;

	private final ReturnWork returns;

	private final Processes processes;

	private final Recalls recalls;

	DecisionWork(WorkTable work, ShareTable shares, SignedTable signed, Desk desk, Routing routing, Turns turns,
			WaysBack waysBack, SignerTurns signers, Cases cases, Attachments attachments, Tasks tasks,
			ReturnWork returns, Processes processes, Recalls recalls) {
		this.work = work;
		this.shares = shares;
		this.signed = signed;
		this.desk = desk;
		this.routing = routing;
		this.turns = turns;
		this.waysBack = waysBack;
		this.signers = signers;
		this.cases = cases;
		this.attachments = attachments;
		this.tasks = tasks;
		this.returns = returns;
		this.processes = processes;
		this.recalls = recalls;
	}

	/**
	 * A decision as it was sent.
	 *
	 * @param version the version of the task that was looked at, or {@code null}
	 * @param batch the number of the batch it belongs to, or {@code null}
	 * @param seen what its form was made from, or {@code null}
	 * @param undo whether to say until when it can be undone
	 */
	record Sent(Filled filled, Integer version, String batch, Seen seen, boolean undo) {
	}

	Decided decide(Actor actor, String taskId, Sent sent) {
		Filled filled = sent.filled();
		Turn turn = turn(actor, taskId, sent);
		WorkItem item = turn.item();
		if (turn.again()) {
			return new Decided(item.caseNumber(), true,
					sent.undo() ? this.recalls.undoable(actor, taskId).orElse(null) : null);
		}
		if (filled.decision().equals(FormContext.RETURN)) {
			return back(actor, item, Way.plain(filled.returnTo()), filled.comment(), Way.isBack(filled.returnTo()),
					null);
		}
		if (!item.helper()) {
			keep(actor, item, filled);
		}
		if (sent.batch() != null) {
			this.turns.log(actor, turn.lists(), item, "BULK", sent.batch());
		}
		if (turn.marks().beside() && this.signers.holds(actor, item, filled.decision(), filled.comment())) {
			return new Decided(item.caseNumber(), false);
		}
		WorkItem done = this.turns.close(actor, turn.lists(), item, "DECIDED", filled.decision(), filled.comment());
		this.routing.apart(turn.reviews());
		if (!(turn.marks().wayBack() && this.waysBack.taken(item, turn.decision()))) {
			this.tasks.complete(taskId, filled.decision());
			this.signers.decided(item, filled.decision());
		}
		return new Decided(item.caseNumber(), false,
				sent.undo() ? this.recalls.undoable(actor, done, turn.beside()).orElse(null) : null);
	}

	/**
	 * Everything that is asked before anything is changed, each row of it read once.
	 *
	 * @param again whether this is what they have decided already
	 * @param lists on whose lists the task is
	 * @param marks what there may be beside it
	 * @param reviews the open tasks that whoever decides this one may not have
	 * @param beside all other tasks of the case
	 */
	private record Turn(WorkItem item, boolean again, Decision decision, List<Share> lists, Marks marks,
			List<String> reviews, List<WorkItem> beside) {
	}

	private Turn turn(Actor actor, String taskId, Sent sent) {
		String caseNumber = sent.filled().context().caseNumber();
		Seen seen = sent.seen();
		int place = this.cases.lock(caseNumber, (seen == null) ? null : seen.file());
		return ReadOnce.look(() -> {
			if (seen != null && seen.at(place)) {
				this.work.again(taskId, seen);
			}
			return turn(actor, this.turns.locked(actor, taskId, caseNumber), sent);
		});
	}

	private Turn turn(Actor actor, WorkItem item, Sent sent) {
		String decision = sent.filled().decision();
		if (repeated(actor, item, decision)) {
			return new Turn(item, true, null, null, null, null, null);
		}
		this.turns.require(actor, item, sent.version());
		Decision offered = decision.equals(FormContext.RETURN) ? null
				: this.desk.offers(item)
					.stream()
					.filter((offer) -> offer.code().equals(decision))
					.findFirst()
					.orElseThrow(() -> new InvalidInput("decision", "approval.decision.unknown"));
		List<WorkItem> beside = this.work.ofCase(item.caseNumber())
			.stream()
			.filter((other) -> !other.id().equals(item.id()))
			.toList();
		return new Turn(item, false, offered, this.turns.lists(item), Marks.of(item.id()),
				item.review() ? reviewsBeside(actor, item, beside) : List.of(), beside);
	}

	/**
	 * Open reviews of other steps that have whoever decides this one among those asked.
	 */
	private List<String> reviewsBeside(Actor actor, WorkItem item, List<WorkItem> beside) {
		Set<String> deciders = this.turns.lists(item)
			.stream()
			.filter((share) -> share.username().equals(actor.username()))
			.flatMap((share) -> Stream.of(share.username(), Objects.requireNonNullElse(share.actingFor(), "")))
			.collect(Collectors.toSet());
		return beside.stream()
			.filter((other) -> other.open() && other.review() && !other.step().equals(item.step()))
			.map(WorkItem::id)
			.filter((other) -> this.shares.people(other).stream().anyMatch(deciders::contains))
			.toList();
	}

	Optional<Overtaken> handedOn(Actor actor, String taskId) {
		return this.turns.handedOn(actor, this.desk.see(actor, taskId));
	}

	Overtaken late(Actor actor, String taskId) {
		return this.turns.late(this.desk.see(actor, taskId));
	}

	Decided again(Actor actor, String taskId, String decision) {
		WorkItem item = this.desk.see(actor, taskId);
		if (!repeated(actor, item, decision)) {
			throw this.turns.overtaken(item);
		}
		return new Decided(item.caseNumber(), true, this.recalls.undoable(actor, taskId).orElse(null));
	}

	Decided returnTo(Actor actor, String taskId, Back back, Integer version) {
		WorkItem item = this.turns.locked(actor, taskId);
		if (repeated(actor, item, FormContext.RETURN)) {
			return new Decided(item.caseNumber(), true);
		}
		this.turns.require(actor, item, version);
		return back(actor, item, back.to(), back.reason(), back.toMe(), back.only());
	}

	void claim(Actor actor, String taskId) {
		WorkItem item = this.turns.locked(actor, taskId);
		if (actor.username().equals(item.assignee()) && item.open()) {
			return;
		}
		this.turns.require(actor, item, null);
		this.work.claim(taskId, actor.username());
		this.shares.taken(taskId, actor.username());
		this.tasks.hold(taskId, actor.username());
		this.turns.log(actor, item, "CLAIMED", null, null, null);
	}

	void release(Actor actor, String taskId) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.require(actor, item, null);
		if (item.assignee() == null) {
			return;
		}
		if (this.shares.people(taskId).size() < 2) {
			throw new NotAllowed("approval.release.nobody-else");
		}
		this.work.release(taskId, actor.username());
		this.shares.freed(taskId);
		this.tasks.hold(taskId, null);
		this.turns.log(actor, item, "RELEASED", null, null, null);
	}

	void declareConflict(Actor actor, String taskId) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.require(actor, item, null);
		if (!item.review()) {
			throw new NotAllowed("approval.conflict.not-here");
		}
		this.signed.exclude(taskId, actor.username(), "declared");
		this.work.give(taskId, null);
		this.turns.log(actor, item, "CONFLICT", null, null, null);
		this.tasks.hold(taskId, this.routing.offer(this.work.find(taskId).orElseThrow()));
	}

	private static boolean repeated(Actor actor, WorkItem item, String decision) {
		return item.state().equals("DONE") && actor.username().equals(item.decidedBy())
				&& decision.equals(item.decision());
	}

	private void keep(Actor actor, WorkItem item, Filled filled) {
		var changes = new LinkedHashMap<String, Object>(
				Recording.named(filled.context().form(), item, filled.changes()));
		if (filled.conditions() != null) {
			changes.put("conditions." + item.step() + "." + Recording.key(item), filled.conditions());
		}
		this.cases.write(item.caseNumber(), changes, actor, item.step());
		this.cases.addParties(item.caseNumber(), filled.parties());
		this.attachments.adopt(actor, filled.files(), item.caseNumber());
		this.processes.setFacts(item.caseNumber(), filled.facts());
	}

	private Decided back(Actor actor, WorkItem item, String to, String reason, boolean backToMe, String only) {
		this.returns.back(actor, item, to, reason, backToMe, only);
		return new Decided(item.caseNumber(), false);
	}

}
