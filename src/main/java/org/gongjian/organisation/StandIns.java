package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.identity.Journal;
import org.gongjian.organisation.StandIn.State;
import org.gongjian.shared.Actor;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes whose tasks during leave. People name their own stand-ins; the system
 * administrator names one for somebody who is away already.
 */
@Service
@Transactional
public class StandIns {

	private static final int SHOWN = 200;

	private final StandInTable table;

	private final StandInReader reader;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StandIns(StandInTable table, StandInReader reader, Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.reader = reader;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Who stands in today, in a process, for some people: account to the account of who
	 * is away. A stand-in who is away too passes the tasks on to the own stand-in.
	 */
	@Transactional(readOnly = true)
	public Map<String, String> covering(Collection<String> people, String process) {
		Map<String, String> covering = new LinkedHashMap<>();
		Set<String> asked = new HashSet<>(people);
		var waiting = new ArrayDeque<>(people);
		Collection<String> next = people;
		while (!waiting.isEmpty()) {
			waiting.clear();
			for (StandIn one : this.table.of(next, today())) {
				if (one.covers(process) && asked.add(one.username())) {
					covering.put(one.username(), covering.getOrDefault(one.absent(), one.absent()));
					waiting.add(one.username());
				}
			}
			next = List.copyOf(waiting);
		}
		return covering;
	}

	/** Whether somebody takes a person's tasks of a process today. */
	@Transactional(readOnly = true)
	public boolean covered(String username, String process) {
		return this.table.of(List.of(username), today()).stream().anyMatch((one) -> one.covers(process));
	}

	/** The accounts for whom an account stands in today. */
	@Transactional(readOnly = true)
	public List<String> standInFor(String username) {
		return this.table.absentOf(username, today());
	}

	/** Those a person named or is; those over last. */
	@Transactional(readOnly = true)
	public List<StandIn> of(String username) {
		return this.table.all(username, SHOWN);
	}

	/** Everybody's; those over last. */
	@Transactional(readOnly = true)
	public List<StandIn> all() {
		return this.table.all(null, SHOWN);
	}

	/** Names a stand-in for oneself. */
	public StandIn name(StandInForm form, Actor by) {
		return insert(new StandInForm(by.username(), form.username(), form.from(), form.to(), form.processes(),
				form.reason()), by);
	}

	/** Names a stand-in for somebody who is away; the caller has asked for the right. */
	StandIn nameFor(StandInForm form, Actor by) {
		return insert(form, by);
	}

	private StandIn insert(StandInForm form, Actor by) {
		Answers answers = new Answers();
		StandIn standIn = this.reader.read(form, by, answers);
		answers.check();
		this.table.insert(standIn);
		tell(standIn, "stand-in.named");
		return standIn;
	}

	/**
	 * Ends one early. People end what they named or are; administrators any.
	 * @throws NotFound if it is none of their business
	 * @throws Overtaken if it is over
	 */
	public void end(UUID id, Actor by, boolean administrator) {
		StandIn standIn = this.table.find(id)
			.filter((one) -> administrator || one.absent().equals(by.username())
					|| one.username().equals(by.username()))
			.orElseThrow(() -> new NotFound("stand-in"));
		if (!this.table.end(id, by.username(), this.clock.instant())) {
			throw new Overtaken("organisation.stand-in.over", standIn.endedBy(), standIn.endedAt(), null);
		}
		tell(standIn, "stand-in.ended");
	}

	/** Tells other rooms which ones began or ended because days went by. */
	void daysWentBy() {
		this.table.open().forEach((one) -> {
			State now = one.on(today());
			if (now != one.state() && this.table.become(one.id(), one.state(), now)) {
				this.events.publishEvent(new StandInsChanged(one.absent()));
			}
		});
	}

	private void tell(StandIn standIn, String what) {
		String processes = standIn.processes().isEmpty() ? "" : " " + standIn.processes();
		this.journal.record(what, standIn.absent(), standIn.username() + ", " + standIn.from() + " – " + standIn.to()
				+ processes + ", " + standIn.reason());
		this.events.publishEvent(new StandInsChanged(standIn.absent()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
