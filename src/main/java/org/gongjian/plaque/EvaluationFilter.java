package org.gongjian.plaque;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.gongjian.shared.Ids;

/**
 * What a page of the evaluations is narrowed to.
 *
 * @param text part of a pairing's number or of a name, or {@code null}
 * @param year or {@code null}
 * @param grade or {@code null}
 */
record EvaluationFilter(String text, Integer year, Evaluation.Grade grade) {

	static final EvaluationFilter ALL = new EvaluationFilter(null, null, null);

	/** Whether anything is narrowed. */
	public boolean active() {
		return (this.text != null && !this.text.isBlank()) || this.year != null || this.grade != null;
	}

	/** The row after which a page begins. */
	record After(int year, Instant at, UUID id) {

		static final After NOTHING = new After(9999, Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

		static After of(String cursor) {
			if (cursor == null || !cursor.matches("[0-9]{4}_[0-9]{1,18}_[0-9a-f-]{36}")) {
				return NOTHING;
			}
			String[] parts = cursor.split("_");
			return Ids.parse(parts[2])
				.map((id) -> new After(Integer.parseInt(parts[0]),
						Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS), id))
				.orElse(NOTHING);
		}

		static String cursor(Evaluation last) {
			return last.year() + "_" + ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "_" + last.id();
		}

	}

}
