package org.gongjian.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingTable {

	private static final UUID NONE = new UUID(0, 0);

	private final JdbcClient jdbc;

	BookingTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The confirmed bookings of a resource that touch a span.
	 * @param except an activity whose own bookings do not count, or {@code null}
	 */
	List<Booking> overlapping(UUID resource, Instant from, Instant to, UUID except) {
		return this.jdbc
			.sql("""
					select * from booking
					where resource = :resource and state = 'CONFIRMED' and starts_at < :to and ends_at > :from and activity <> :except
					order by starts_at
					""")
			.param("resource", resource)
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.param("except", (except == null) ? NONE : except)
			.query(BookingTable::map)
			.list();
	}

	/** The confirmed bookings of a resource that end after a moment, soonest first. */
	List<Booking> ahead(UUID resource, Instant now, int most) {
		return this.jdbc.sql("""
				select * from booking where resource = :resource and state = 'CONFIRMED' and ends_at > :now
				order by starts_at limit :most
				""")
			.param("resource", resource)
			.param("now", Moments.stored(now))
			.param("most", most)
			.query(BookingTable::map)
			.list();
	}

	List<Booking> ofActivity(UUID activity) {
		return this.jdbc.sql("select * from booking where activity = :activity order by starts_at, id")
			.param("activity", activity)
			.query(BookingTable::map)
			.list();
	}

	void insert(Booking booking) {
		this.jdbc.sql("""
				insert into booking (id, resource, activity, starts_at, ends_at, state)
				values (:id, :resource, :activity, :from, :to, 'CONFIRMED')
				""")
			.param("id", booking.id())
			.param("resource", booking.resource())
			.param("activity", booking.activity())
			.param("from", Moments.stored(booking.startsAt()))
			.param("to", Moments.stored(booking.endsAt()))
			.update();
	}

	void cancel(UUID activity) {
		this.jdbc.sql("update booking set state = 'CANCELLED' where activity = :activity and state = 'CONFIRMED'")
			.param("activity", activity)
			.update();
	}

	private static Booking map(ResultSet row, int line) throws SQLException {
		return new Booking(row.getObject("id", UUID.class), row.getObject("resource", UUID.class),
				row.getObject("activity", UUID.class), Moments.read(row, "starts_at"), Moments.read(row, "ends_at"),
				row.getString("state").equals("CONFIRMED"));
	}

}
