package org.gongjian.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Changes the fields of a case and seals what they were before. */
@Component
class FieldWriter {

	private final FieldTable fields;

	private final Content content;

	private final Clock clock;

	FieldWriter(FieldTable fields, Content content, Clock clock) {
		this.fields = fields;
		this.content = content;
		this.clock = clock;
	}

	/**
	 * Writes as one revision, while no other writer of the case does.
	 * @return what really changed, by field name
	 */
	Map<String, Object> write(UUID id, Map<String, Object> changes, String by, String step) {
		FieldTable.Sealed sealed = this.fields.lock(id);
		Map<String, String> before = this.fields.all(id);
		int revision = sealed.revision() + 1;
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<FieldChange> kept = new ArrayList<>();
		Map<String, Object> changed = new HashMap<>();
		changes.forEach((name, value) -> {
			String old = before.get(name);
			String after = (value == null) ? null : this.content.write(value);
			if (store(id, name, old, after)) {
				kept.add(new FieldChange(revision, name, old, after, by, step, at));
				changed.put(name, value);
			}
		});
		kept.forEach((change) -> this.fields.change(id, change));
		this.fields.seal(id, sealed, kept);
		return changed;
	}

	private boolean store(UUID id, String name, String before, String after) {
		if (Objects.equals(before, after)) {
			return false;
		}
		if (after == null) {
			this.fields.delete(id, name);
		}
		else if (before == null) {
			this.fields.insert(id, name, after);
		}
		else {
			this.fields.update(id, name, after);
		}
		return true;
	}

}
