package org.gongjian.plaque;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code plaque_batch} and {@code batch_recipient}. */
@Repository
class BatchTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	BatchTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** An organisation that waits for its plaque. */
	record Waiting(String organisation, String pairing, Instant since) {
	}

	/**
	 * The batch that collects; its row is locked, so that changes of the list queue up.
	 */
	UUID collecting() {
		return this.jdbc.sql("select id from plaque_batch where collecting = true for update")
			.query(UUID.class)
			.single();
	}

	/** Everybody who waits for a plaque, longest first. */
	List<Waiting> waiting() {
		return this.jdbc.sql("""
				select r.organisation, r.pairing, r.added_at
				from batch_recipient r join plaque_batch b on b.id = r.batch
				where b.collecting = true
				order by r.added_at, r.organisation
				""")
			.query((row, number) -> new Waiting(row.getString("organisation"), row.getString("pairing"),
					row.getObject("added_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Adds somebody; who waits already keeps the place. */
	void wait(UUID collecting, String organisation, String pairing) {
		this.jdbc.sql("""
				insert into batch_recipient (batch, organisation, pairing, added_at)
				select b.id, :organisation, :pairing, :at from plaque_batch b
				where b.id = :batch and not exists
				  (select 1 from batch_recipient r where r.batch = b.id and r.organisation = :organisation)
				""")
			.param("batch", collecting)
			.param("organisation", organisation)
			.param("pairing", pairing)
			.param("at", now())
			.update();
	}

	void waitNoLonger(UUID collecting, String organisation) {
		this.jdbc.sql("delete from batch_recipient where batch = :batch and organisation = :organisation")
			.param("batch", collecting)
			.param("organisation", organisation)
			.update();
	}

	/** Opens the batch of a case. */
	UUID open(String caseNumber, String awardType) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into plaque_batch (id, case_number, award_type, state, created_at, version)
				values (:id, :case, :type, 'OPEN', :at, 0)
				""").param("id", id).param("case", caseNumber).param("type", awardType).param("at", now()).update();
		return id;
	}

	Optional<Batch> ofCase(String caseNumber) {
		return this.jdbc.sql("select * from plaque_batch where case_number = :case")
			.param("case", caseNumber)
			.query(BatchTable::map)
			.optional();
	}

	Optional<Batch> find(UUID id) {
		return this.jdbc.sql("select * from plaque_batch where id = :id")
			.param("id", id)
			.query(BatchTable::map)
			.optional();
	}

	/** What was prepared for the whole batch. */
	void prepare(UUID id, String text, String issuer, String basisNo, LocalDate from, LocalDate to) {
		this.jdbc.sql("""
				update plaque_batch set plaque_text = :text, issuer = :issuer, basis_no = :basisNo, valid_from = :from,
				  valid_to = :to, version = version + 1
				where id = :id and state = 'OPEN'
				""")
			.param("id", id)
			.param("text", text)
			.param("issuer", issuer)
			.param("basisNo", basisNo)
			.param("from", from)
			.param("to", to)
			.update();
	}

	/** Where the plaques are handed over; {@code null} for nowhere in particular. */
	void meet(UUID id, UUID ceremony) {
		this.jdbc.sql("update plaque_batch set ceremony = :ceremony, version = version + 1 where id = :id")
			.param("id", id)
			.param("ceremony", ceremony)
			.update();
	}

	/** Closes the batch, unless it is closed already. */
	boolean close(UUID id) {
		return this.jdbc
			.sql("update plaque_batch set state = 'CLOSED', version = version + 1 where id = :id and state = 'OPEN'")
			.param("id", id)
			.update() == 1;
	}

	/** The batches that are handed over at a ceremony. */
	List<Batch> ofCeremony(UUID ceremony) {
		return this.jdbc.sql("select * from plaque_batch where ceremony = :ceremony order by case_number")
			.param("ceremony", ceremony)
			.query(BatchTable::map)
			.list();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static Batch map(ResultSet row, int number) throws SQLException {
		return new Batch(row.getObject("id", UUID.class), row.getString("case_number"), row.getString("award_type"),
				row.getObject("ceremony", UUID.class), row.getString("plaque_text"), row.getString("issuer"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
				row.getString("state"));
	}

}
