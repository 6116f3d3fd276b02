package org.gongjian.plaque;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How plaques of the table {@code plaque} end, and what they stand for. */
@Repository
class PlaqueEndTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	PlaqueEndTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a numbered plaque out of force for good.
	 * @param revokedOn the day of its revocation, or {@code null} where nobody is at
	 * fault
	 */
	void retire(UUID id, PlaqueState to, String recovery, LocalDate on, LocalDate revokedOn, String reason) {
		this.jdbc
			.sql("""
					update plaque set state = :to, recovery = :recovery, recovered_on = :on, revoked_on = :revokedOn, reason = :reason,
					  updated_at = :at, version = version + 1
					where id = :id
					""")
			.param("id", id)
			.param("to", to.name())
			.param("recovery", recovery)
			.param("on", on)
			.param("revokedOn", revokedOn)
			.param("reason", reason)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/** The numbered plaques that stand for a pairing. */
	List<Plaque> ofPairing(String pairing) {
		return this.jdbc.sql("select * from plaque where pairing = :pairing and number is not null order by sort_key")
			.param("pairing", pairing)
			.query(PlaqueTable::map)
			.list();
	}

	/** The numbered plaques of the batch that a case awards. */
	List<Plaque> ofCase(String caseNumber) {
		return this.jdbc.sql("""
				select p.* from plaque p join plaque_batch b on b.id = p.batch
				where b.case_number = :case and p.number is not null order by p.sort_key
				""").param("case", caseNumber).query(PlaqueTable::map).list();
	}

	/** When an organisation's plaque was last revoked. */
	Optional<LocalDate> lastRevoked(String organisation) {
		return this.jdbc.sql("select max(revoked_on) from plaque where organisation = :organisation")
			.param("organisation", organisation)
			.query(LocalDate.class)
			.optional();
	}

	/** Lets a plaque stand for another pairing of its holder. */
	void stand(UUID id, String pairing) {
		this.jdbc.sql("update plaque set pairing = :pairing, updated_at = :at, version = version + 1 where id = :id")
			.param("pairing", pairing)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	/** Plaques whose term ended before a day. */
	List<Plaque> over(LocalDate day) {
		return this.jdbc.sql("""
				select * from plaque where state in ('HANDED_OVER', 'HUNG', 'VALID') and valid_to < :day
				""").param("day", day).query(PlaqueTable::map).list();
	}

	/** Another plaque takes the place of one. */
	void replace(UUID id, String by, PlaqueState to, String reason) {
		this.jdbc
			.sql("""
					update plaque set state = :to, replaced_by = :by, reason = :reason, updated_at = :at, version = version + 1
					where id = :id and replaced_by is null
					""")
			.param("to", to.name())
			.param("by", by)
			.param("reason", reason)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("id", id)
			.update();
	}

	/** The plaque that was to take its place never did. */
	void reinstate(String by) {
		this.jdbc
			.sql("""
					update plaque set state = case when hung_on is null then 'HANDED_OVER' else 'VALID' end, replaced_by = null,
					  reason = null, updated_at = :at, version = version + 1
					where replaced_by = :by
					""")
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/**
	 * Plaques in force whose term ends within some days and that nothing takes the place
	 * of.
	 */
	List<Plaque> ending(LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					select * from plaque
					where state in ('HANDED_OVER', 'HUNG', 'VALID', 'UNDER_RECTIFICATION') and valid_to between :from and :to
					  and replaced_by is null
					order by valid_to, organisation
					""")
			.param("from", from)
			.param("to", to)
			.query(PlaqueTable::map)
			.list();
	}

	/**
	 * Whether a renewal was proposed for an organisation in the half year before a term
	 * ends: what was refused is not proposed again by itself.
	 */
	boolean proposed(String organisation, LocalDate validTo) {
		return this.jdbc.sql("""
				select count(*) from plaque p join plaque_batch b on b.id = p.batch
				where p.organisation = :organisation and b.award_type = 'RENEW' and b.created_at >= :since
				""")
			.param("organisation", organisation)
			.param("since", validTo.minusMonths(6).atStartOfDay().atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.single() > 0;
	}

}
