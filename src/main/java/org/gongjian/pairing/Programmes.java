package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongjian.identity.Journal;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programmes under which pairings are made. */
@Service
@Transactional
public class Programmes {

	private final ProgrammeTable table;

	private final Parameters parameters;

	private final Journal journal;

	private final Clock clock;

	Programmes(ProgrammeTable table, Parameters parameters, Journal journal, Clock clock) {
		this.table = table;
		this.parameters = parameters;
		this.journal = journal;
		this.clock = clock;
	}

	/** The programme of that code, closed ones too. */
	@Transactional(readOnly = true)
	public Optional<Programme> find(String code) {
		return (code == null) ? Optional.empty() : this.table.find(code);
	}

	/** All, newest first. */
	@Transactional(readOnly = true)
	public List<Programme> all() {
		return this.table.all();
	}

	/** Those under which something may be proposed today. */
	@Transactional(readOnly = true)
	public List<Programme> open() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		return all().stream().filter((programme) -> programme.openOn(today)).toList();
	}

	/** Adds a programme. */
	void add(ProgrammeForm form) {
		Programme programme = form.read(null, 0);
		if (this.table.find(programme.code()).isPresent()) {
			throw new InvalidInput("code", "pairing.programme.violation.code-taken");
		}
		requireAlone(programme);
		this.table.insert(programme);
		this.journal.record("programme.added", programme.code(), programme.title().zh());
	}

	/**
	 * Changes a programme; its code stays.
	 * @throws Overtaken if somebody did since
	 */
	void change(String code, ProgrammeForm form, int version) {
		Programme before = find(code).orElseThrow(() -> new NotFound("programme " + code));
		Programme after = new ProgrammeForm(code, form.titleEn(), form.titleZh(), form.docNo(), form.startsOn(),
				form.endsOn(), form.maxPerGov(), form.maxPerEnt(), form.closed())
			.read(before.provenance(), version);
		requireAlone(after);
		if (!this.table.update(after)) {
			throw new Overtaken("pairing.programme.overtaken");
		}
		this.journal.record("programme.changed", code, said(before) + " → " + said(after));
	}

	private static String said(Programme programme) {
		return programme.startsOn() + " – " + programme.endsOn() + (programme.closed() ? ", closed" : "");
	}

	/** One programme is open at a time. */
	private void requireAlone(Programme programme) {
		boolean overlaps = all().stream()
			.filter((other) -> !other.code().equals(programme.code()) && !other.closed() && !programme.closed())
			.anyMatch((other) -> !other.endsOn().isBefore(programme.startsOn())
					&& !other.startsOn().isAfter(programme.endsOn()));
		if (overlaps) {
			throw new InvalidInput("startsOn", "pairing.programme.violation.overlap");
		}
	}

	/** How many pairings a government organisation may have without a waiver. */
	int maxPerGov(Programme programme) {
		return (programme.maxPerGov() != null) ? programme.maxPerGov() : this.parameters.number("pairing.maxPerGov");
	}

	/** The same of an enterprise organisation. */
	int maxPerEnt(Programme programme) {
		return (programme.maxPerEnt() != null) ? programme.maxPerEnt() : this.parameters.number("pairing.maxPerEnt");
	}

}
