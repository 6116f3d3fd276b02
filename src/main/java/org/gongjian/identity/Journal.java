package org.gongjian.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The journal of logins, refusals and administrative changes: who did what to whom, when
 * and from where. It is only ever added to.
 */
@Service
public class Journal {

	private static final Actor NOBODY = new Actor("anonymous", "", Set.of(), Set.of(), Set.of(), false);

	private final JournalTable table;

	private final CurrentVisitor visitor;

	private final Clock clock;

	Journal(JournalTable table, CurrentVisitor visitor, Clock clock) {
		this.table = table;
		this.visitor = visitor;
		this.clock = clock;
	}

	/**
	 * One entry.
	 *
	 * @param id its place in the order of events
	 * @param at when
	 * @param actor who
	 * @param organisations the organisations of the actor at that time
	 * @param what which kind of event, {@code account.disabled}
	 * @param subject whom or what it concerned
	 * @param detail more, such as old and new value
	 * @param ip the network address it came from
	 */
	public record Entry(long id, Instant at, String actor, String organisations, String what, String subject,
			String detail, String ip) {
	}

	/**
	 * Records an event by whoever is signed in, in the transaction of the change itself.
	 * @param what which kind of event, {@code account.disabled}
	 * @param subject whom or what it concerns
	 * @param detail more, such as old and new value, or empty
	 */
	@Transactional
	public void record(String what, String subject, String detail) {
		Actor otherwise = (RequestContextHolder.getRequestAttributes() == null) ? Actor.SYSTEM : NOBODY;
		record(this.visitor.actor().orElse(otherwise), what, subject, detail);
	}

	/** Records an event by somebody who is not signed in yet or any more. */
	void recordOf(String username, String what) {
		record(this.visitor.actor(username).orElse(NOBODY), what, username, "");
	}

	private void record(Actor actor, String what, String subject, String detail) {
		String organisations = String.join(" ", actor.organisations().stream().sorted().toList());
		this.table
			.insert(new Entry(0, this.clock.instant(), Lines.of(actor.username(), 60), Lines.of(organisations, 200),
					Lines.of(what, 60), Lines.of(subject, 200), Lines.of(detail, 2000), address()));
	}

	/** Entries, newest first. */
	@Transactional(readOnly = true)
	public Slice<Entry> search(JournalFilter filter, String cursor, int limit) {
		return Slice.cut(this.table.search(filter, JournalFilter.before(cursor), limit + 1), limit,
				(entry) -> String.valueOf(entry.id()));
	}

	/** The network address of the current request; empty outside one. */
	static String address() {
		return request().map((request) -> Lines.of(request.getRemoteAddr(), 60)).orElse("");
	}

	static Optional<HttpServletRequest> request() {
		return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
			.filter(ServletRequestAttributes.class::isInstance)
			.map((attributes) -> ((ServletRequestAttributes) attributes).getRequest());
	}

}
