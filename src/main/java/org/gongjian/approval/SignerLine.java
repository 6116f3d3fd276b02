package org.gongjian.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongjian.engine.MemberLine;
import org.gongjian.engine.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People added to a node that asks one after the other: they get places in its line.
 * Where they sign before or after the one who added them, that one's task is closed and
 * opens again when they are through.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignerLine {

	private final WorkTable work;

	private final ShareTable shares;

	private final SignerTable signers;

	private final Turns turns;

	private final Members members;

	private final MemberLine line;

	SignerLine(WorkTable work, ShareTable shares, SignerTable signers, Turns turns, Members members, MemberLine line) {
		this.signers = signers;
		this.work = work;
		this.shares = shares;
		this.turns = turns;
		this.members = members;
		this.line = line;
	}

	/** Whether the node of a task asks one after the other; only of an open one. */
	boolean holds(WorkItem item) {
		return item.open() && this.line.is(item.id());
	}

	/** Gives people their places, right behind the task they were added to. */
	void begin(WorkItem item, List<AddedSigner> added) {
		boolean together = added.get(0).place() == AddedSigner.Place.TOGETHER;
		List<MemberLine.Place> places = new ArrayList<>();
		added.forEach((signer) -> places
			.add(new MemberLine.Place(SignerTurns.slot(signer), together ? Members.MEMBER : Members.HELPER)));
		if (!together) {
			places.add(place(item));
		}
		this.line.next(item.id(), places);
		if (!together) {
			close(item);
		}
	}

	/** The task that is asked now in an opening of such a node. */
	Optional<WorkItem> now(WorkItem item) {
		return this.work.openIn(item.caseNumber(), item.body()).stream().filter(this::holds).findFirst();
	}

	/** Takes somebody out of the line whose turn has not come. */
	void leave(WorkItem item, AddedSigner signer) {
		now(item).ifPresent((open) -> this.line.drop(open.id(), SignerTurns.slot(signer)));
	}

	/** Asks somebody again who has voted, before the one who is asked now. */
	void voteAgain(WorkItem item, WorkItem now) {
		this.line.voteAgain(now.id(), place(item), place(now), item.decision());
		this.signers.waits(now.id());
		close(now);
	}

	private static MemberLine.Place place(WorkItem item) {
		return new MemberLine.Place(item.slot(), item.part());
	}

	private void close(WorkItem item) {
		this.work.cancel(item.id(), this.turns.now());
		this.shares.clear(item.id());
		this.members.remove(item.id());
	}

}
