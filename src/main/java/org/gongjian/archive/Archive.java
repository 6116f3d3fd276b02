package org.gongjian.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.identity.Journal;
import org.gongjian.organisation.Parameters;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Slice;
import org.gongjian.shared.Time;
import org.gongjian.shared.Written;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files every completed case: for as long as its archivist said on the form, else for as
 * long as the parameter {@code archive.retention} says.
 */
@Service
@Transactional
class Archive {

	/** Who may say how long something is kept and where its paper lies. */
	static final String KEEPER = "archivist";

	/** The longest description of a place, in characters. */
	static final int LONGEST = 200;

	private final ArchiveTable table;

	private final Cases cases;

	private final Parameters parameters;

	private final Journal journal;

	private final Clock clock;

	Archive(ArchiveTable table, Cases cases, Parameters parameters, Journal journal, Clock clock) {
		this.table = table;
		this.cases = cases;
		this.parameters = parameters;
		this.journal = journal;
		this.clock = clock;
	}

	/** A case that was opened again and is over once more is filed anew. */
	@EventListener
	void closed(CaseClosed closed) {
		if (!closed.status().equals("completed")) {
			return;
		}
		CaseFile file = this.cases.get(closed.number());
		Map<String, Object> data = this.cases.data(file.number());
		Keeping kept = Keeping.of(data.get("retention"))
			.or(() -> Keeping.of(this.parameters.text("archive.retention")))
			.orElse(Keeping.TEN);
		String key = file.number() + ' ' + file.title().en() + ' ' + file.title().zh();
		this.table.delete(file.number());
		this.table.insert(file.number(), key.toLowerCase(Locale.ROOT), kept, place(data.get(PlaceRule.FIELD)),
				this.clock.instant());
	}

	private static String place(Object told) {
		return (told == null) ? "" : told.toString().strip();
	}

	/** A page as this person may see it, newest first. */
	@Transactional(readOnly = true)
	Slice<ArchiveItem> list(Actor actor, ArchiveFilter filter, String cursor, int limit) {
		return Slice.cut(this.table.page(actor, filter, ArchiveFilter.After.of(cursor), year(), limit + 1), limit,
				ArchiveFilter.After::cursor);
	}

	@Transactional(readOnly = true)
	Optional<ArchiveItem> find(Actor actor, String number) {
		return this.table.find(actor, number);
	}

	/**
	 * Changes how an item is kept.
	 * @throws NotFound if there is none this person may see
	 * @throws NotAllowed if the actor keeps no archive
	 * @throws InvalidInput if the class is unknown or the place too long
	 * @throws Overtaken if somebody else changed it meanwhile
	 */
	void keep(Actor actor, String number, String retention, String place, int version) {
		ArchiveItem item = find(actor, number).orElseThrow(() -> new NotFound("archive item " + number));
		if (!actor.has(KEEPER)) {
			throw new NotAllowed("archive.not-allowed");
		}
		Keeping kept = Keeping.of(retention)
			.orElseThrow(() -> new InvalidInput("retention", "archive.violation.retention"));
		String plain = Written.line(place).between("place", 0, LONGEST, "archive.violation.place");
		Instant now = this.clock.instant();
		if (item.version() != version || !this.table.update(item, kept, plain, actor.username(), now)) {
			throw new Overtaken("archive.changed", item.changedBy(), item.changedAt(), null);
		}
		this.journal.record("archive.changed", number,
				item.retention() + " " + item.paperLocation() + " → " + kept.code() + " " + plain);
	}

	/** This year where the office is. */
	int year() {
		return this.clock.instant().atZone(Time.OFFICE).getYear();
	}

}
