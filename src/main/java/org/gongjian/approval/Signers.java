package org.gongjian.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.AddedSigner.State;
import org.gongjian.engine.Members;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds people to a node that is open, and takes out those who have not acted. Together
 * with the others they vote; before and after the one who added them they have a say of
 * their own, and the vote of that one waits for it.
 */
@Service
@Transactional
public class Signers {

	private static final int MOST = 20;

	private final WorkTable work;

	private final ShareTable shares;

	private final SignerTable signers;

	private final Turns turns;

	private final Receivers receivers;

	private final SignerTurns group;

	private final Members members;

	private final Desk desk;

	private final WaysBack waysBack;

	private final Clock clock;

	Signers(WorkTable work, ShareTable shares, SignerTable signers, Turns turns, Receivers receivers, SignerTurns group,
			Members members, Desk desk, WaysBack waysBack, Clock clock) {
		this.waysBack = waysBack;
		this.desk = desk;
		this.work = work;
		this.shares = shares;
		this.signers = signers;
		this.turns = turns;
		this.receivers = receivers;
		this.group = group;
		this.members = members;
		this.clock = clock;
	}

	/**
	 * Adds people.
	 * @param users usernames, or names only one person has, in the order in which they
	 * sign where it matters
	 * @param place when they sign
	 * @param rule how many of them must agree; does not matter for
	 * {@link Place#TOGETHER}, where the rule of the node counts everybody
	 * @param reason why, at least five characters
	 */
	public void add(Actor actor, String taskId, List<String> users, Place place, Rule rule, String reason) {
		WorkItem item = this.turns.locked(actor, taskId);
		this.turns.require(actor, item, null);
		if (item.helper() && place == Place.TOGETHER) {
			throw new NotAllowed("approval.signers.helper");
		}
		if (place == Place.TOGETHER && this.waysBack.pending(item)) {
			throw new InvalidInput("where", "approval.signers.comes-back");
		}
		Handing<List<String>> handing = Handing.of(() -> people(actor, item, users, place),
				() -> Reason.required("reason", reason, "approval.signers.reason"));
		List<String> people = handing.to();
		UUID batch = UUID.randomUUID();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		for (int turn = 1; turn <= people.size(); turn++) {
			String username = people.get(turn - 1);
			this.signers.insert(new AddedSigner(UUID.randomUUID(), batch, place, rule, turn, taskId, null, username,
					actor.username(), handing.why(), now, State.WAITING));
			this.turns.log(actor, item, "SIGNER_ADDED", place.name(), handing.why(), username);
		}
		if (place == Place.AFTER) {
			return;
		}
		if (place == Place.BEFORE) {
			this.group.wait(item, actor);
		}
		this.group.begin(item, batch);
	}

	private List<String> people(Actor actor, WorkItem item, List<String> users, Place place) {
		List<String> named = (users == null) ? List.of()
				: users.stream()
					.filter(Objects::nonNull)
					.map(String::strip)
					.filter((user) -> !user.isEmpty())
					.distinct()
					.toList();
		if (named.isEmpty() || named.size() > MOST) {
			throw new InvalidInput("users", "approval.signers.users", MOST);
		}
		List<String> there = this.work.openIn(item.caseNumber(), item.body())
			.stream()
			.flatMap((open) -> (place == Place.TOGETHER) ? this.shares.people(open.id()).stream()
					: Stream.ofNullable(open.assignee()))
			.toList();
		List<String> added = this.signers.beside(item.id())
			.stream()
			.filter(AddedSigner::pending)
			.map(AddedSigner::username)
			.toList();
		Set<String> wanted = new LinkedHashSet<>();
		for (String name : named) {
			String username = this.receivers.require(actor, item, name, "users");
			if (there.contains(username) || added.contains(username)) {
				throw new InvalidInput("users", "approval.receiver.already", name);
			}
			wanted.add(username);
		}
		return List.copyOf(wanted);
	}

	/**
	 * Takes out somebody one has added who has not acted; process administrators may take
	 * out anybody added.
	 * @param user the username
	 * @param reason why, at least five characters
	 */
	public void remove(Actor actor, String taskId, String user, String reason) {
		WorkItem item = this.turns.locked(actor, taskId);
		AddedSigner signer = this.signers.beside(taskId)
			.stream()
			.filter((one) -> one.username().equals(user) && one.pending())
			.findFirst()
			.orElseThrow(() -> notThere(actor, item, user));
		if (!signer.addedBy().equals(actor.username()) && !actor.has("process-admin")) {
			throw new NotAllowed("approval.signers.not-yours");
		}
		String why = Reason.required("reason", reason, "approval.signers.reason");
		this.signers.state(signer.id(), State.REMOVED);
		this.turns.log(actor, item, "SIGNER_REMOVED", null, why, user);
		if (signer.taskId() != null) {
			this.work.cancel(signer.taskId(), this.clock.instant());
			this.shares.clear(signer.taskId());
			this.members.remove(signer.taskId());
		}
		else {
			this.group.leave(item, signer);
		}
		if (signer.place() != Place.TOGETHER) {
			this.group.goOn(signer);
		}
	}

	private RuntimeException notThere(Actor actor, WorkItem item, String user) {
		this.turns.requireOpen(item);
		if (!this.desk.asked(actor, item) && !actor.has("process-admin")) {
			return new NotAllowed("approval.signers.not-yours");
		}
		return acted(item.id(), user).orElseGet(() -> new InvalidInput("user", "approval.signers.not-there"));
	}

	/** The refusal where the signer was quicker, or somebody else took them out. */
	private Optional<RuntimeException> acted(String taskId, String user) {
		return this.signers.beside(taskId)
			.stream()
			.filter((signer) -> signer.username().equals(user) && signer.taskId() != null)
			.reduce((first, last) -> last)
			.flatMap((signer) -> this.work.find(signer.taskId()))
			.map(this.turns::overtaken);
	}

	/** Those added beside a task, in the order they were. */
	@Transactional(readOnly = true)
	public List<AddedSigner> beside(WorkItem item) {
		return this.signers.beside(item.id());
	}

}
