package org.gongjian.studio;

import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * What a draft would have done with a case.
 *
 * @param findings what would have been otherwise, empty if nothing
 * @param daysBefore working days allowed on its way through what runs now
 * @param daysAfter the same through the draft
 */
public record Rehearsed(String caseNumber, Bilingual title, boolean open, List<Finding> findings, int daysBefore,
		int daysAfter) {

	public Rehearsed {
		findings = List.copyOf(findings);
	}

	/** Of what kind a difference is. */
	public enum Kind {

		/** A step is asked that was not. */
		ADDED,

		/** A step is not asked any more. */
		DROPPED,

		/** It ends otherwise. */
		ENDS,

		/** A decision table answers otherwise. */
		TABLE,

		/** A timer at the edge of a step runs out that did not. */
		TIMER,

		/** A timer at the edge of a step does not run out any more. */
		NO_TIMER,

		/** A return that happened has no way any more. */
		NO_RETURN,

		/** Other people are asked. */
		PEOPLE,

		/** Nobody is left who may decide; the platform asks its fallback. */
		NOBODY,

		/** More working days are allowed until it is through. */
		LONGER,

		/** A condition could not be read with what is known, so the rest is uncertain. */
		UNCLEAR

	}

	/**
	 * One difference.
	 *
	 * @param element where
	 * @param name its name as drawn, or the name of a table
	 * @param from as it runs now, or empty
	 * @param to as the draft has it, or empty
	 */
	public record Finding(Kind kind, String element, String name, String from, String to) {

		/** The name split into its languages. */
		public Bilingual words() {
			return Bilingual.ofName(this.name);
		}

	}

	/** Whether there is a difference of that kind. */
	public boolean has(Kind kind) {
		return this.findings.stream().anyMatch((finding) -> finding.kind() == kind);
	}

	/** Whether it would have gone another way. */
	public boolean otherWay() {
		return has(Kind.ADDED) || has(Kind.DROPPED) || has(Kind.ENDS) || has(Kind.TABLE) || has(Kind.TIMER)
				|| has(Kind.NO_TIMER) || has(Kind.NO_RETURN);
	}

}
