package org.gongjian.approval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.Tasks;
import org.gongjian.organisation.Eligibility;
import org.gongjian.organisation.Eligible;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** Says who may have a task at this moment. */
@Component
class Candidates {

	private final SignedTable signed;

	private final Eligibility eligibility;

	private final Roles roles;

	private final NodeSettings nodes;

	private final NodeRules rules;

	private final Covers covers;

	private final Tasks tasks;

	Candidates(SignedTable signed, Eligibility eligibility, Roles roles, NodeSettings nodes, NodeRules rules,
			Covers covers, Tasks tasks) {
		this.signed = signed;
		this.eligibility = eligibility;
		this.roles = roles;
		this.nodes = nodes;
		this.rules = rules;
		this.covers = covers;
		this.tasks = tasks;
	}

	/** Whom it was handed to, or whom the node asks. */
	Eligible of(WorkItem item, CaseFile file) {
		return as(item, slot(item), file);
	}

	/**
	 * The same for a task that has just opened, which nobody can have stepped back from.
	 */
	Eligible first(WorkItem item, CaseFile file) {
		return among(item, slot(item), file, mayNot(item, file, Set.of()));
	}

	/** Who might have a task if it were asked of a slot. */
	Eligible as(WorkItem item, String slot, CaseFile file) {
		return among(item, slot, file, mayNot(item, file, this.signed.excluded(item.id())));
	}

	/**
	 * Whether somebody is among them. Whoever holds the slot themselves is, without
	 * asking who else does.
	 */
	boolean include(Actor actor, WorkItem item, CaseFile file) {
		Set<String> mayNot = mayNot(item, file, this.signed.excluded(item.id()));
		return this.eligibility.holds(actor, slot(item), parties(item, file), mayNot)
				|| among(item, slot(item), file, mayNot).usernames().contains(actor.username());
	}

	/** The slot that is asked too when a task is late, or {@code null}. */
	String superior(WorkItem item) {
		String drawn = this.nodes.of(item).get("superior");
		if (drawn == null) {
			return this.roles.superior(item.slot());
		}
		int at = drawn.indexOf('@');
		return (at < 0) ? drawn : drawn.substring(0, at + 1) + this.tasks.fact(item.id(), drawn.substring(at + 1));
	}

	private static String slot(WorkItem item) {
		return (item.givenTo() != null) ? "user:" + item.givenTo() : item.slot();
	}

	private static Set<String> parties(WorkItem item, CaseFile file) {
		return item.review() ? Set.copyOf(file.parties()) : Set.of();
	}

	private Set<String> mayNot(WorkItem item, CaseFile file, Set<String> excluded) {
		Set<String> mayNot = new HashSet<>(excluded);
		if (item.review()) {
			mayNot.add(file.initiator());
			mayNot.addAll(this.signed.reviewers(file.number(), item.step()));
		}
		String otherThan = this.nodes.of(item).get("otherThan");
		if (otherThan != null) {
			mayNot.addAll(this.signed.deciders(file.number(), list(otherThan)));
		}
		return mayNot;
	}

	private Eligible among(WorkItem item, String slot, CaseFile file, Set<String> mayNot) {
		Set<String> parties = parties(item, file);
		boolean reviewer = item.review() || !mayNot.isEmpty();
		Eligible eligible = this.rules.ask(this.nodes.of(item), slot,
				(group) -> this.eligibility.eligible(group, parties, mayNot, reviewer));
		Eligible asked = item.escalated() ? withSuperior(item, eligible, parties, mayNot) : eligible;
		return this.covers.add(item, file, asked, parties, mayNot);
	}

	private Eligible withSuperior(WorkItem item, Eligible eligible, Set<String> parties, Set<String> mayNot) {
		String superior = superior(item);
		if (superior == null) {
			return eligible;
		}
		Eligible above = this.eligibility.eligible(superior, parties, mayNot, item.review());
		Set<String> both = new LinkedHashSet<>(eligible.usernames());
		both.addAll(above.usernames());
		return new Eligible(List.copyOf(both), eligible.slot(), eligible.reason());
	}

	private static List<String> list(String text) {
		return Arrays.stream(text.split(",")).map(String::strip).toList();
	}

}
