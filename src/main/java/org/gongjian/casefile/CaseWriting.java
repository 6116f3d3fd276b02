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

	private final HeldCases held;

	private final Content content;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CaseWriting(CaseTable table, FieldTable fields, HeldCases held, Content content, ApplicationEventPublisher events,
			Clock clock) {
		this.table = table;
		this.fields = fields;
		this.held = held;
		this.content = content;
		this.events = events;
		this.clock = clock;
	}

	/** The case as it is now, read with its data when it is wanted first. */
	CaseFile read(HeldCase mine) {
		if (mine.file() == null) {
			SeenCase now = this.table.withData(mine.number()).orElseThrow();
			mine.file(now.file().withRevision(mine.revision()));
			mine.data(now.data());
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
				kept.add(new FieldChange(revision, name, before, after, by.username(), step, at));
				changed.put(name, value);
			}
		});
		if (kept.isEmpty()) {
			return;
		}
		store(mine, kept);
		mine.seal(kept);
		this.held.ended(mine);
		this.events.publishEvent(new CaseChanged(mine.file(), changed, false, false));
	}

	private void store(HeldCase mine, List<FieldChange> changes) {
		Map<String, String> added = new LinkedHashMap<>();
		Map<String, String> changed = new LinkedHashMap<>();
		List<String> gone = new ArrayList<>();
		for (FieldChange change : changes) {
			if (change.after() == null) {
				gone.add(change.name());
			}
			else {
				((change.before() == null) ? added : changed).put(change.name(), change.after());
			}
		}
		this.fields.insert(mine.id(), added);
		this.fields.update(mine.id(), changed);
		this.fields.delete(mine.id(), gone);
		this.fields.change(mine.id(), changes);
		mine.data().putAll(added);
		mine.data().putAll(changed);
		mine.data().keySet().removeAll(gone);
	}

	void log(HeldCase mine, LogEntry entry) {
		mine.append(entry.at(now()));
		this.held.ended(mine);
		this.events.publishEvent(new Logged(mine.number(), entry));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
