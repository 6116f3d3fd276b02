package org.gongjian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person holds a role from one day to another, both included.
 *
 * @param orgCode the organisation, or {@code null} for a role of zone or system
 * @param to the last day, or {@code null} for open end
 * @param ended taken away: counts no more, whatever the dates say
 * @param deputyOf the assignment this one stands in for, or {@code null}
 */
public record Assignment(UUID id, UUID person, Role role, String orgCode, LocalDate from, LocalDate to, boolean ended,
		UUID deputyOf, String note, String provenance, String updatedBy, Instant updatedAt, int version) {

	/** What diagrams call the holders, {@code gov-secretary@G02} or {@code finance}. */
	public String slot() {
		return (this.orgCode == null) ? this.role.id() : this.role.id() + "@" + this.orgCode;
	}

	/** Whether it counts on that day, the deputised assignment aside. */
	public boolean on(LocalDate day) {
		return !this.ended && !day.isBefore(this.from) && (this.to == null || !day.isAfter(this.to));
	}

}
