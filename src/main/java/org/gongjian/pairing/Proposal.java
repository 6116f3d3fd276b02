package org.gongjian.pairing;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a case asks for, held against what is in force.
 *
 * @param target the pairing in force it is about, {@code null} for a new one
 * @param proposed the pairing as it would be
 */
record Proposal(RequestType type, Pairing target, Pairing proposed) {

	private static final int MONTHS_OF_A_YEAR = 12;

	/** Whether another organisation takes the place of one of the two. */
	boolean partnerChanges() {
		return this.type == RequestType.ADJUST && !this.target.organisations().equals(this.proposed.organisations());
	}

	/** Whether a pairing of its own comes of it. */
	boolean newRow() {
		return this.type == RequestType.NEW || this.type == RequestType.RENEW || partnerChanges();
	}

	/** A change of partner, or of the term to more than twelve months. */
	boolean major() {
		if (this.type != RequestType.ADJUST) {
			return false;
		}
		boolean term = !this.target.termEnd().equals(this.proposed.termEnd())
				&& Assessing.months(this.proposed.termStart(), this.proposed.termEnd()) > MONTHS_OF_A_YEAR;
		return term || partnerChanges();
	}

	/** FULL, SHORT or END. */
	String way() {
		if (this.type == RequestType.TERMINATE) {
			return "END";
		}
		return (this.type == RequestType.ADJUST && !major()) ? "SHORT" : "FULL";
	}

	/** Everybody concerned, a former partner too. */
	List<String> organisations() {
		Stream<String> former = (this.target == null) ? Stream.of() : this.target.organisations().stream();
		return Stream.concat(this.proposed.organisations().stream(), former).distinct().toList();
	}

}
