package org.gongjian.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code outbox}. */
@Repository
class OutboxTable {

	private final JdbcClient jdbc;

	OutboxTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Parcel parcel) {
		this.jdbc.sql("""
				insert into outbox (id, channel, addressee, event, content, state, tries, created_at, next_try_at)
				values (:id, :channel, :addressee, :event, :content, 'WAITING', 0, :at, :at)
				""")
			.param("id", parcel.id())
			.param("channel", parcel.channel())
			.param("addressee", parcel.addressee())
			.param("event", parcel.event())
			.param("content", parcel.content())
			.param("at", Moments.stored(parcel.createdAt()))
			.update();
	}

	/** What is due, of each addressee only the oldest: their order is kept. */
	List<Parcel> due(String channel, Instant now, int limit) {
		return this.jdbc.sql("""
				select * from outbox o
				where channel = :channel and state = 'WAITING' and next_try_at <= :now
				  and (claimed_until is null or claimed_until < :now)
				  and not exists (select 1 from outbox earlier where earlier.channel = o.channel
				    and earlier.addressee = o.addressee and earlier.state = 'WAITING' and earlier.seq < o.seq)
				order by next_try_at, seq fetch first :limit rows only
				""")
			.param("channel", channel)
			.param("now", Moments.stored(now))
			.param("limit", limit)
			.query(OutboxTable::map)
			.list();
	}

	/**
	 * Takes a parcel for this node.
	 * @return false when another node has it
	 */
	boolean claim(UUID id, Instant now, Instant until) {
		return this.jdbc.sql("""
				update outbox set claimed_until = :until
				where id = :id and state = 'WAITING' and (claimed_until is null or claimed_until < :now)
				""")
			.param("until", Moments.stored(until))
			.param("id", id)
			.param("now", Moments.stored(now))
			.update() == 1;
	}

	void sent(UUID id, Instant at) {
		this.jdbc
			.sql("""
					update outbox set state = 'SENT', tries = tries + 1, ended_at = :at, claimed_until = null, problem = null
					where id = :id
					""")
			.param("at", Moments.stored(at))
			.param("id", id)
			.update();
	}

	void later(UUID id, Instant next, String problem) {
		this.jdbc.sql("""
				update outbox set tries = tries + 1, next_try_at = :next, claimed_until = null, problem = :problem
				where id = :id
				""").param("next", Moments.stored(next)).param("problem", problem).param("id", id).update();
	}

	void failed(UUID id, Instant at, String problem) {
		this.jdbc.sql("""
				update outbox set state = 'FAILED', tries = tries + 1, ended_at = :at, claimed_until = null,
				  problem = :problem where id = :id
				""").param("at", Moments.stored(at)).param("problem", problem).param("id", id).update();
	}

	/** Lets a failed or waiting parcel be tried from the beginning. */
	boolean again(UUID id, Instant now) {
		return this.jdbc
			.sql("""
					update outbox set state = 'WAITING', tries = 0, next_try_at = :now, ended_at = null, claimed_until = null
					where id = :id and state <> 'SENT'
					""")
			.param("now", Moments.stored(now))
			.param("id", id)
			.update() == 1;
	}

	/**
	 * Lets everything that was given up be tried from the beginning.
	 * @return how many there are
	 */
	int againAll(Instant now) {
		return this.jdbc
			.sql("""
					update outbox set state = 'WAITING', tries = 0, next_try_at = :now, ended_at = null, claimed_until = null
					where state = 'FAILED'
					""")
			.param("now", Moments.stored(now))
			.update();
	}

	List<Parcel> page(String state, long before, int limit) {
		return this.jdbc.sql("""
				select * from outbox where state = :state and seq < :before
				order by seq desc fetch first :limit rows only
				""").param("state", state).param("before", before).param("limit", limit).query(OutboxTable::map).list();
	}

	Optional<Parcel> find(UUID id) {
		return this.jdbc.sql("select * from outbox where id = :id").param("id", id).query(OutboxTable::map).optional();
	}

	int count(String state, int most) {
		return this.jdbc.sql("""
				select count(*) from (select 1 from outbox where state = :state fetch first :most rows only) counted
				""").param("state", state).param("most", most).query(Integer.class).single();
	}

	void deleteSentBefore(Instant before) {
		this.jdbc.sql("delete from outbox where state = 'SENT' and ended_at < :before")
			.param("before", Moments.stored(before))
			.update();
	}

	private static Parcel map(ResultSet row, int number) throws SQLException {
		return new Parcel(row.getObject("id", UUID.class), row.getLong("seq"), row.getString("channel"),
				row.getString("addressee"), row.getString("event"), row.getString("content"), row.getString("state"),
				row.getInt("tries"), Moments.read(row, "created_at"), Moments.read(row, "next_try_at"),
				Moments.read(row, "ended_at"), row.getString("problem"));
	}

}
