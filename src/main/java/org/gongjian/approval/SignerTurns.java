package org.gongjian.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.AddedSigner.State;
import org.gongjian.engine.Members;
import org.gongjian.engine.Tasks;
import org.gongjian.form.Decision;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is among people added to a node, and what follows when they are through.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignerTurns {

	/** What somebody asked beside the node says yes with. */
	static final String AGREE = "AGREE";

	/** What somebody asked beside the node says no with. */
	static final String DISAGREE = "DISAGREE";

	private static final String SIGNERS = "SIGNERS";

	private final WorkTable work;

	private final ShareTable shares;

	private final SignerTable signers;

	private final Turns turns;

	private final Members members;

	private final Tasks tasks;

	private final ActorSource actors;

	private final SignerLine line;

	private final Desk desk;

	private final WaysBack waysBack;

	SignerTurns(WorkTable work, ShareTable shares, SignerTable signers, Turns turns, Members members, Tasks tasks,
			ActorSource actors, SignerLine line, Desk desk, WaysBack waysBack) {
		this.line = line;
		this.desk = desk;
		this.waysBack = waysBack;
		this.work = work;
		this.shares = shares;
		this.signers = signers;
		this.turns = turns;
		this.members = members;
		this.tasks = tasks;
		this.actors = actors;
	}

	/** The task waits for people added to it. */
	void wait(WorkItem item, Actor actor) {
		if (item.assignee() == null) {
			this.work.claim(item.id(), actor.username());
			this.shares.taken(item.id(), actor.username());
			this.tasks.hold(item.id(), actor.username());
		}
		this.work.waits(item.id(), SIGNERS);
		this.shares.view(item, actor.username(), "WAITS");
	}

	/** Opens the tasks of those whose turn it is at first. */
	void begin(WorkItem item, UUID batch) {
		List<AddedSigner> all = of(item, batch);
		if (this.line.holds(item)) {
			this.line.begin(item, all);
			return;
		}
		boolean one = all.get(0).rule() == Rule.IN_SEQUENCE && all.get(0).place() != Place.TOGETHER;
		all.stream().limit(one ? 1 : all.size()).forEach((signer) -> open(item, signer));
	}

	static String slot(AddedSigner signer) {
		return "user:" + signer.username();
	}

	private void open(WorkItem item, AddedSigner signer) {
		String slot = slot(signer);
		this.members.add(item.caseNumber(), item.step(), item.body(), slot,
				(signer.place() == Place.TOGETHER) ? Members.MEMBER : Members.HELPER);
		WorkItem opened = this.work.openIn(item.caseNumber(), item.body())
			.stream()
			.filter((one) -> one.slot().equals(slot))
			.reduce((first, last) -> last)
			.orElseThrow();
		this.signers.opened(signer.id(), opened.id());
	}

	/**
	 * A decision is held when people were added to follow it.
	 * @return whether it is held, so that the task must not be completed yet
	 */
	boolean holds(Actor actor, WorkItem item, String decision, String comment) {
		Optional<AddedSigner> after = this.signers.beside(item.id())
			.stream()
			.filter((signer) -> signer.place() == Place.AFTER && signer.state() == State.WAITING)
			.findFirst();
		if (after.isEmpty()) {
			return false;
		}
		this.signers.hold(item.id(), new SignerTable.Held(actor.username(), decision, comment));
		wait(item, actor);
		this.turns.log(actor, item, "HELD", decision, comment, null);
		begin(item, after.get().batch());
		return true;
	}

	/** Somebody has decided; where they were added, that moves the others on. */
	void decided(WorkItem item, String decision) {
		if (!item.slot().startsWith("user:")) {
			return;
		}
		this.signers.ofTask(item.id()).ifPresent((signer) -> {
			boolean no = signer.place() != Place.TOGETHER && !decision.equals(AGREE);
			this.signers.state(signer.id(), no ? State.DISAGREED : State.AGREED);
			if (signer.place() != Place.TOGETHER) {
				cutShort(item, signer);
				goOn(signer);
			}
		});
	}

	/**
	 * In a line the next of them is asked already: if nobody else is needed they lose
	 * their places, and the one who added them is asked again.
	 */
	private void cutShort(WorkItem item, AddedSigner decided) {
		WorkItem requester = this.work.find(decided.beside()).orElseThrow();
		List<AddedSigner> all = of(requester, decided.batch());
		if (requester.open() || !Opinions.over(all)) {
			return;
		}
		List<AddedSigner> pending = all.stream().filter(AddedSigner::pending).toList();
		pending.stream().filter((signer) -> signer.taskId() == null).forEach((signer) -> {
			this.line.leave(item, signer);
			notNeeded(signer);
		});
		pending.stream().filter((signer) -> signer.taskId() != null).forEach(this::notNeeded);
	}

	/** Those added with somebody may be through, or the next may be asked. */
	void goOn(AddedSigner signer) {
		this.signers.find(signer.id())
			.flatMap((now) -> this.work.find(now.beside()))
			.filter(WorkItem::open)
			.ifPresent((requester) -> goOn(requester, signer.batch()));
	}

	/** Takes somebody out of a line whose turn has not come. */
	void leave(WorkItem item, AddedSigner signer) {
		this.line.leave(item, signer);
	}

	/** Opens the next of a sequence, or lets the one who added them go on. */
	private void goOn(WorkItem requester, UUID batch) {
		List<AddedSigner> all = of(requester, batch);
		if (!Opinions.over(all) && this.line.holds(requester)) {
			return;
		}
		if (!Opinions.over(all)) {
			boolean anyOpen = all.stream().anyMatch((signer) -> signer.state() == State.OPEN);
			if (!anyOpen && !isAhead(requester, all)) {
				all.stream()
					.filter((signer) -> signer.state() == State.WAITING)
					.findFirst()
					.ifPresent((next) -> open(requester, next));
			}
			return;
		}
		all.stream().filter(AddedSigner::pending).forEach(this::notNeeded);
		if (all.get(0).place() == Place.AFTER) {
			after(requester, Opinions.agreed(all));
		}
		else if (requester.waits() != null) {
			resume(requester);
		}
	}

	/** Those to sign afterwards have not begun before the decision is made. */
	private boolean isAhead(WorkItem requester, List<AddedSigner> all) {
		return all.get(0).place() == Place.AFTER && this.signers.held(requester.id()).isEmpty();
	}

	private void after(WorkItem requester, boolean agreed) {
		Optional<SignerTable.Held> held = this.signers.held(requester.id());
		this.signers.release(requester.id());
		if (held.isEmpty()) {
			return;
		}
		if (!agreed) {
			resume(requester);
			return;
		}
		SignerTable.Held decision = held.get();
		Optional<Decision> offered = this.desk.offers(requester)
			.stream()
			.filter((offer) -> offer.code().equals(decision.decision()))
			.findFirst();
		this.turns.close(this.actors.actor(decision.username()), requester, "DECIDED", decision.decision(),
				decision.remark());
		if (offered.filter((offer) -> this.waysBack.taken(requester, offer)).isEmpty()) {
			this.tasks.complete(requester.id(), decision.decision());
			decided(requester, decision.decision());
		}
	}

	/** Who added them has the floor again. */
	private void resume(WorkItem requester) {
		if (requester.waits() != null) {
			this.work.waits(requester.id(), null);
			this.shares.view(requester, requester.assignee(), "MINE");
		}
		this.turns.log(Actor.SYSTEM, requester, "SIGNERS_DONE", null, null, requester.assignee());
	}

	private void notNeeded(AddedSigner signer) {
		this.signers.state(signer.id(), State.NOT_NEEDED);
		if (signer.taskId() != null) {
			WorkItem item = this.work.find(signer.taskId()).orElseThrow();
			this.work.cancel(item.id(), this.turns.now());
			this.shares.clear(item.id());
			this.turns.log(Actor.SYSTEM, item, "NOT_NEEDED", null, null, signer.username());
			this.members.remove(item.id());
		}
	}

	private List<AddedSigner> of(WorkItem item, UUID batch) {
		return this.signers.beside(item.id()).stream().filter((signer) -> signer.batch().equals(batch)).toList();
	}

}
