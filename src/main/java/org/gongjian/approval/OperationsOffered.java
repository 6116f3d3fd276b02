package org.gongjian.approval;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.gongjian.shared.Actor;

/** What somebody may do with a task besides deciding it. */
final class OperationsOffered {

	private final Desk desk;

	private final ShareTable shares;

	OperationsOffered(Desk desk, ShareTable shares) {
		this.desk = desk;
		this.shares = shares;
	}

	Set<Operation> of(Actor actor, WorkItem item) {
		Set<Operation> operations = EnumSet.noneOf(Operation.class);
		Optional<String> view = this.shares.view(item.id(), actor.username());
		if (item.open() && view.isPresent()) {
			waiting(actor, item, view.get(), operations);
		}
		if (this.desk.mayEdit(actor, item)) {
			operations.add(Operation.EDIT);
		}
		if (!item.open() && hasAdded(actor, item)) {
			operations.add(Operation.REMOVE_SIGNER);
		}
		if (!this.desk.mayDecide(actor, item)) {
			return operations;
		}
		deciding(item, operations);
		return operations;
	}

	/** What whoever may decide a task can do with it besides. */
	private void deciding(WorkItem item, Set<Operation> operations) {
		operations.addAll(EnumSet.of(Operation.TRANSFER, Operation.DELEGATE, Operation.ADD_SIGNERS));
		if (this.desk.signers(item).stream().anyMatch(AddedSigner::pending)) {
			operations.add(Operation.REMOVE_SIGNER);
		}
		boolean pool = this.shares.people(item.id()).size() > 1;
		if (item.assignee() == null) {
			operations.add(Operation.CLAIM);
		}
		else if (pool) {
			operations.add(Operation.RELEASE);
		}
		if (!this.desk.ways(item).isEmpty()) {
			operations.add(Operation.RETURN);
		}
		if (item.review()) {
			operations.add(Operation.CONFLICT);
		}
	}

	/**
	 * In a line the task of whoever added others is closed while they have their turns.
	 */
	private boolean hasAdded(Actor actor, WorkItem item) {
		return this.desk.signers(item)
			.stream()
			.anyMatch((signer) -> signer.pending() && signer.addedBy().equals(actor.username()));
	}

	private void waiting(Actor actor, WorkItem item, String view, Set<Operation> operations) {
		if (view.equals("ASKED")) {
			operations.addAll(EnumSet.of(Operation.ANSWER, Operation.DELEGATE));
		}
		if (view.equals("WAITS") && "ANSWER".equals(item.waits())) {
			operations.add(Operation.TAKE_BACK);
		}
		if (view.equals("WAITS") && "SIGNERS".equals(item.waits())) {
			operations.add(Operation.REMOVE_SIGNER);
		}
	}

}
