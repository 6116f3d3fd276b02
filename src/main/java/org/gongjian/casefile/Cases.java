package org.gongjian.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The case files: opens, shows, changes and closes them, and keeps their logs. */
@Service
@Transactional
public class Cases {

	private final CaseTable table;

	private final FieldTable fields;

	private final LogTable log;

	private final HeldCases held;

	private final CaseWriting writing;

	private final Content content;

	private final People people;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Cases(CaseTable table, FieldTable fields, LogTable log, HeldCases held, Content content, People people,
			ApplicationEventPublisher events, Clock clock) {
		this.held = held;
		this.writing = new CaseWriting(table, fields, held, content, events, clock);
		this.table = table;
		this.fields = fields;
		this.log = log;
		this.content = content;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	/** Opens a case before its process starts. */
	public CaseFile open(NewCase opened, String definition) {
		UUID id = UUID.randomUUID();
		String requester = this.people.byUsername(opened.initiator()).map(Person::name).orElse(opened.initiator());
		this.table.insert(id, opened, definition, SortKeys.text(requester), this.clock.instant());
		opened.parties().stream().distinct().forEach((org) -> this.table.party(id, org));
		CaseFile file = get(opened.number());
		this.events.publishEvent(new CaseChanged(file, Map.of(), true, true));
		return file;
	}

	/** Notes on which version and instance the case runs. */
	public void started(String number, String definition, String instance) {
		this.table.started(get(number).id(), definition, instance);
		this.held.changed(number);
	}

	/** The numbers of the open cases that run on a version, oldest first. */
	@Transactional(readOnly = true)
	public List<String> running(String definition, int most) {
		return this.table.running(definition, most);
	}

	/** The newest cases of a process, running or ended. */
	@Transactional(readOnly = true)
	public List<CaseFile> newest(String process, int most) {
		return this.table.newest(process, most);
	}

	@Transactional(readOnly = true)
	public Optional<CaseFile> find(String number) {
		Optional<HeldCase> mine = this.held.find(number);
		if (mine.isPresent()) {
			return Optional.of(this.writing.read(mine.get()));
		}
		return ReadOnce.reading() ? ReadOnce.of(CaseTable.class, number, () -> withData(number))
				: this.table.find(number);
	}

	/** Pages that show a case show its data: both are read together. */
	private Optional<CaseFile> withData(String number) {
		Optional<SeenCase> seen = this.table.withData(number);
		seen.ifPresent((found) -> {
			ReadOnce.of(FieldTable.class, number, () -> this.content.nest(found.data()));
			ReadOnce.of(SeenCase.class, number, () -> found);
		});
		return seen.map(SeenCase::file);
	}

	/**
	 * @throws NotFound if there is none
	 */
	@Transactional(readOnly = true)
	public CaseFile get(String number) {
		return find(number).orElseThrow(() -> new NotFound("case " + number));
	}

	/**
	 * The case, if this actor may see it. @throws NotFound if not, as if it did not exist
	 */
	@Transactional(readOnly = true)
	public CaseFile visible(Actor actor, String number) {
		return find(number).filter((file) -> mayGetToSee(actor, file))
			.orElseThrow(() -> new NotFound("case " + number));
	}

	/**
	 * Whether a person may see a case: everybody of the zone, its parties' people, its
	 * initiator. One that is reserved is seen by its initiator and that role alone.
	 */
	public static boolean mayGetToSee(Actor actor, CaseFile file) {
		if (file.reservedFor() != null) {
			return actor.isSystem() || actor.has(file.reservedFor()) || actor.username().equals(file.initiator());
		}
		return actor.zoneWide() || actor.username().equals(file.initiator())
				|| file.parties().stream().anyMatch(actor.organisations()::contains);
	}

	/**
	 * Locks the case until the end of the transaction, so that changes of one case queue
	 * up.
	 */
	public void lock(String number) {
		held(number);
	}

	private HeldCase held(String number) {
		return this.held.hold(number).orElseThrow(() -> new NotFound("case " + number));
	}

	/** The newest data: text, numbers, booleans, lists and maps by field name. */
	@Transactional(readOnly = true)
	public Map<String, Object> data(String number) {
		CaseFile file = get(number);
		return this.held.find(number)
			.map((mine) -> this.content.nest(mine.data()))
			.orElseGet(
					() -> ReadOnce.of(FieldTable.class, number, () -> this.content.nest(this.fields.all(file.id()))));
	}

	/**
	 * Changes fields and keeps what they were. A name with dots, {@code signing.G02}, is
	 * a part of its own, so that two signers never overwrite each other. {@code null}
	 * removes.
	 */
	public void write(String number, Map<String, Object> changes, Actor by, String step) {
		if (!changes.isEmpty()) {
			this.writing.write(held(number), changes, by, step);
		}
	}

	/** The changes made after a moment, oldest first. */
	@Transactional(readOnly = true)
	public List<FieldChange> changes(String number, Instant since) {
		return this.fields.changes(get(number).id(), since);
	}

	/** Adds a line to the action log. */
	public void log(String number, LogEntry entry) {
		this.writing.log(held(number), entry);
	}

	/** The action log, oldest first. */
	@Transactional(readOnly = true)
	public List<LogEntry> log(String number) {
		this.held.spoken(number);
		return ReadOnce.of(LogTable.class, number, () -> this.log.all(get(number).id()));
	}

	/**
	 * The lines that this transaction has added to the log of a case, oldest first.
	 */
	public List<LogEntry> logged(String number) {
		return this.held.find(number).map(HeldCase::said).orElse(List.of());
	}

	/** The case as it was read in this look, its data with it. */
	@Transactional(readOnly = true)
	public SeenCase seen(String number) {
		get(number);
		return ReadOnce.of(SeenCase.class, number, () -> null);
	}

	/**
	 * Locks the case as {@link #lock} does.
	 * @param seen the case as it was read before, or {@code null}
	 * @return at what place of its way the case is: whoever saw something of it at the
	 * same place has seen it as it is
	 */
	public int lock(String number, SeenCase seen) {
		HeldCase mine = held(number);
		if (seen != null) {
			mine.know(seen);
		}
		return mine.revision() + mine.place() + mine.touched();
	}

	/** Locks a case whose tasks change in a way that its log does not say. */
	public void touch(String number) {
		this.held.touch(held(number));
	}

	/** Gives the case another title. */
	public void rename(String number, Bilingual title) {
		this.table.rename(number, title);
		this.held.changed(number);
		this.events.publishEvent(new CaseChanged(get(number), Map.of(), true, false));
	}

	/** Notes the fact of the case that lists show. */
	public void fact(String number, Fact fact) {
		this.table.fact(number, fact);
		this.held.changed(number);
	}

	/** Adds organisations to the parties. */
	public void addParties(String number, Collection<String> orgs) {
		if (orgs.isEmpty()) {
			return;
		}
		CaseFile file = get(number);
		List<String> added = orgs.stream().distinct().filter((org) -> !file.parties().contains(org)).toList();
		if (!added.isEmpty()) {
			added.forEach((org) -> this.table.party(file.id(), org));
			this.held.changed(number);
			this.events.publishEvent(CaseChanged.parties(get(number)));
		}
	}

	/**
	 * Makes these organisations the parties: whoever is not one any more sees the case no
	 * longer.
	 */
	public void parties(String number, Collection<String> orgs) {
		CaseFile file = get(number);
		List<String> gone = file.parties().stream().filter((org) -> !orgs.contains(org)).toList();
		if (!gone.isEmpty()) {
			gone.forEach((org) -> this.table.noParty(file.id(), org));
			this.held.changed(number);
			this.events.publishEvent(CaseChanged.parties(get(number)));
		}
		addParties(number, orgs);
	}

	/** Closes the case and tells; the first to close it decides how. */
	public boolean close(String number, String status, String outcome) {
		boolean first = this.table.close(number, status, outcome, this.clock.instant());
		this.held.changed(number);
		if (first) {
			this.events.publishEvent(new CaseClosed(number, get(number).process(), status, outcome));
		}
		return first;
	}

	/** Opens a closed case again; the caller starts its process anew. */
	public boolean reopen(String number) {
		boolean reopened = this.table.reopen(number);
		this.held.changed(number);
		return reopened;
	}

	/** Keeps the case from everybody but the holders of a role and its initiator. */
	public void reserve(String number, String role) {
		this.table.reserve(number, role);
		this.held.changed(number);
	}

}
