package org.gongjian.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.gongjian.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;

/** Writes the data and the log of cases that are held, and seals them. */
final class CaseWriting {

	private final CaseTable table;

	private final FieldTable fields;

	private final LogTable log;

	private final HeldCases held;

	private final Content content;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CaseWriting(CaseTable table, FieldTable fields, LogTable log, HeldCases held, Content content,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.fields = fields;
		this.log = log;
		this.held = held;
		this.content = content;
		this.events = events;
		this.clock = clock;
	}

	/** The case as it is now, read with its data when it is wanted first. */
	CaseFile read(HeldCase mine) {
		if (mine.file() == null) {
			Map<String, String> data = new LinkedHashMap<>();
			mine.file(this.table.withData(mine.number(), data).orElseThrow().withRevision(mine.revision()));
			mine.data(data);
		}
		return mine.file();
	}

	void write(HeldCase mine, Map<String, Object> changes, Actor by, String step) {
		read(mine);
		int revision = mine.revision() + 1;
		Instant at = now();
		List<FieldChange> kept = new ArrayList<>();
		Map<String, Object> changed = new HashMap<>();
		changes.forEach((name, value) -> {
			String before = mine.data().get(name);
			String after = (value == null) ? null : this.content.write(value);
			if (!Objects.equals(before, after)) {
				store(mine, name, before, after);
				kept.add(new FieldChange(revision, name, before, after, by.username(), step, at));
				changed.put(name, value);
			}
		});
		if (kept.isEmpty()) {
			return;
		}
		kept.forEach((change) -> this.fields.change(mine.id(), change));
		mine.seal(kept);
		this.held.ended(mine);
		this.events.publishEvent(new CaseChanged(mine.file(), changed, false, false));
	}

	private void store(HeldCase mine, String name, String before, String after) {
		if (after == null) {
			this.fields.delete(mine.id(), name);
			mine.data().remove(name);
			return;
		}
		if (before == null) {
			this.fields.insert(mine.id(), name, after);
		}
		else {
			this.fields.update(mine.id(), name, after);
		}
		mine.data().put(name, after);
	}

	void log(HeldCase mine, LogEntry entry) {
		this.log.insert(mine.id(), mine.append(entry.at(now())));
		this.held.ended(mine);
		this.events.publishEvent(new Logged(mine.number(), entry));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
