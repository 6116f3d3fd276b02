package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.gongjian.engine.Definitions;
import org.gongjian.identity.Account;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.StandIn.State;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/** Reads what was typed about a stand-in, and says what is wrong with it. */
@Component
class StandInReader {

	private static final int LONGEST_DAYS = 366;

	private final StandInTable table;

	private final Accounts accounts;

	private final ActorSource actors;

	private final People people;

	private final Definitions definitions;

	private final Clock clock;

	StandInReader(StandInTable table, Accounts accounts, ActorSource actors, People people, Definitions definitions,
			Clock clock) {
		this.table = table;
		this.accounts = accounts;
		this.actors = actors;
		this.people = people;
		this.definitions = definitions;
		this.clock = clock;
	}

	/** What is not acceptable is among the answers; then there is none. */
	StandIn read(StandInForm form, Actor by, Answers answers) {
		String absent = account("absent", form.absent(), (anybody) -> true, answers);
		String username = account("username", form.username(), (one) -> absent == null || reaches(absent, one),
				answers);
		if (absent != null && absent.equals(username)) {
			answers.wrong("username", "organisation.stand-in.yourself");
		}
		LocalDate from = answers.date("from", form.from(), true);
		LocalDate to = answers.date("to", form.to(), true);
		if (from != null && to != null) {
			days(from, to, answers);
		}
		if (absent != null && username != null && !reaches(absent, username)) {
			answers.wrong("username", "organisation.stand-in.stranger");
		}
		else if (username != null && this.actors.actor(username).readsOnly()) {
			answers.wrong("username", "organisation.stand-in.reads-only");
		}
		if (form.processes().stream().anyMatch((key) -> this.definitions.newest(key).isEmpty())) {
			answers.wrong("processes", "organisation.stand-in.process");
		}
		String reason = answers.line("reason", form.reason(), 300, true);
		if (answers.wrong()) {
			return null;
		}
		StandIn standIn = new StandIn(UUID.randomUUID(), absent, username, from, to, Set.copyOf(form.processes()),
				reason, State.PLANNED, by.username(), this.clock.instant(), null, null);
		requireNoLoop(standIn, answers);
		return with(standIn, standIn.on(today()));
	}

	private void days(LocalDate from, LocalDate to, Answers answers) {
		if (to.isBefore(from)) {
			answers.wrong("to", "organisation.violation.before-from");
		}
		else if (to.isBefore(today())) {
			answers.wrong("to", "organisation.stand-in.past");
		}
		else if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
			answers.wrong("to", "organisation.stand-in.long", LONGEST_DAYS);
		}
	}

	/**
	 * The account of that user name, else of the only person called so. People who may
	 * not be meant are not told apart from nobody.
	 */
	private String account(String field, String typed, Predicate<String> meant, Answers answers) {
		String called = answers.line(field, typed, 60, true);
		if (called == null || enabled(called)) {
			return called;
		}
		List<String> found = this.people.called(called).stream().filter(this::enabled).filter(meant).toList();
		if (found.size() == 1) {
			return found.get(0);
		}
		if (found.isEmpty()) {
			answers.wrong(field, "organisation.stand-in.unknown");
		}
		else {
			answers.wrong(field, "organisation.stand-in.several", called, String.join(", ", found));
		}
		return null;
	}

	private boolean enabled(String username) {
		return this.accounts.find(username).filter(Account::enabled).isPresent();
	}

	/**
	 * What an organisation is asked stays within it; people of the zone see all cases.
	 */
	private boolean reaches(String absent, String username) {
		Actor away = this.actors.actor(absent);
		Actor here = this.actors.actor(username);
		return here.zoneWide()
				|| (!away.zoneWide() && away.organisations().stream().anyMatch(here.organisations()::contains));
	}

	/** Nobody's tasks may come back to them through their stand-ins. */
	private void requireNoLoop(StandIn wanted, Answers answers) {
		List<StandIn> open = this.table.open();
		boolean twice = open.stream()
			.anyMatch((one) -> one.absent().equals(wanted.absent()) && one.username().equals(wanted.username())
					&& one.meets(wanted));
		if (twice) {
			answers.wrong("username", "organisation.stand-in.twice");
		}
		Set<String> reached = new HashSet<>(Set.of(wanted.username()));
		var waiting = new ArrayDeque<>(reached);
		while (!waiting.isEmpty()) {
			String next = waiting.poll();
			open.stream()
				.filter((one) -> one.absent().equals(next) && one.meets(wanted) && reached.add(one.username()))
				.forEach((one) -> waiting.add(one.username()));
		}
		if (reached.contains(wanted.absent())) {
			answers.wrong("username", "organisation.stand-in.loop");
		}
	}

	private static StandIn with(StandIn one, State state) {
		return new StandIn(one.id(), one.absent(), one.username(), one.from(), one.to(), one.processes(), one.reason(),
				state, one.createdBy(), one.createdAt(), null, null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
