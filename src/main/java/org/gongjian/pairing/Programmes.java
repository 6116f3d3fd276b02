package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programmes under which pairings are made. */
@Service
@Transactional
public class Programmes {

	private final ProgrammeTable table;

	private final Parameters parameters;

	private final Clock clock;

	Programmes(ProgrammeTable table, Parameters parameters, Clock clock) {
		this.table = table;
		this.parameters = parameters;
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

	/** How many pairings a government organisation may have without a waiver. */
	int maxPerGov(Programme programme) {
		return (programme.maxPerGov() != null) ? programme.maxPerGov() : this.parameters.number("pairing.maxPerGov");
	}

	/** The same of an enterprise organisation. */
	int maxPerEnt(Programme programme) {
		return (programme.maxPerEnt() != null) ? programme.maxPerEnt() : this.parameters.number("pairing.maxPerEnt");
	}

}
