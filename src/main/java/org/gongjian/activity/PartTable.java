package org.gongjian.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which organisations take part in an activity, and for which pairings it counts. */
@Repository
class PartTable {

	private final JdbcClient jdbc;

	PartTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes these the organisations and pairings of an activity. */
	void replace(UUID activity, Collection<Part> parts, Collection<String> pairings) {
		this.jdbc.sql("delete from activity_organisation where activity = :id").param("id", activity).update();
		this.jdbc.sql("delete from activity_pairing where activity = :id").param("id", activity).update();
		var seen = new LinkedHashSet<String>();
		for (Part part : parts) {
			if (seen.add(part.organisation())) {
				this.jdbc
					.sql("insert into activity_organisation (activity, organisation, part) values (:id, :org, :part)")
					.param("id", activity)
					.param("org", part.organisation())
					.param("part", part.part())
					.update();
			}
		}
		pairings.stream()
			.distinct()
			.forEach((pairing) -> this.jdbc
				.sql("insert into activity_pairing (activity, pairing) values (:id, :pairing)")
				.param("id", activity)
				.param("pairing", pairing)
				.update());
	}

	/** Who takes part, the host first. */
	List<Part> of(UUID activity) {
		return this.jdbc.sql("""
				select organisation, part from activity_organisation where activity = :id
				order by case part when 'HOST' then 1 when 'CO_HOST' then 2 else 3 end, organisation
				""")
			.param("id", activity)
			.query((row, line) -> new Part(row.getString("organisation"), row.getString("part")))
			.list();
	}

	List<String> pairings(UUID activity) {
		return this.jdbc.sql("select pairing from activity_pairing where activity = :id order by pairing")
			.param("id", activity)
			.query(String.class)
			.list();
	}

	/** How many activities of a pairing stand in the calendar in a span. */
	int count(String pairing, Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*) from activity_pairing p join activity a on a.id = p.activity
				where p.pairing = :pairing and a.status in (:states) and a.starts_at >= :from and a.starts_at < :to
				""")
			.param("pairing", pairing)
			.param("states", ActivityTable.names(ActivityStatus.PUBLIC))
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.query(Integer.class)
			.single();
	}

	/**
	 * How many other activities of a host at a kind of place stand in the calendar in a
	 * span.
	 */
	int count(String host, String placeKind, UUID except, Instant from, Instant to) {
		return this.jdbc.sql("""
				select count(*) from activity
				where host_org = :host and place_kind = :kind and id <> :except and status in (:states)
				  and starts_at >= :from and starts_at < :to
				""")
			.param("host", host)
			.param("kind", placeKind)
			.param("except", except)
			.param("states", ActivityTable.names(ActivityStatus.PUBLIC))
			.param("from", Moments.stored(from))
			.param("to", Moments.stored(to))
			.query(Integer.class)
			.single();
	}

	/** Cases of activities of a pairing that are still ahead. */
	List<String> aheadOfPairing(String pairing, Instant now) {
		return this.jdbc.sql("""
				select a.case_number from activity_pairing p join activity a on a.id = p.activity
				where p.pairing = :key and a.pairing = :key and a.case_number is not null and a.status in (:states)
				  and (a.status <> 'PUBLISHED' or a.starts_at > :now)
				order by a.case_number
				""")
			.param("key", pairing)
			.param("states", ActivityTable.names(ActivityStatus.AHEAD))
			.param("now", Moments.stored(now))
			.query(String.class)
			.list();
	}

	/** Cases of activities ahead in which an organisation is host or co-host. */
	List<String> aheadOfOrganisation(String organisation, Instant now) {
		return this.jdbc
			.sql("""
					select a.case_number from activity_organisation o join activity a on a.id = o.activity
					where o.organisation = :key and o.part <> 'GUEST' and a.case_number is not null and a.status in (:states)
					  and (a.status <> 'PUBLISHED' or a.starts_at > :now)
					order by a.case_number
					""")
			.param("key", organisation)
			.param("states", ActivityTable.names(ActivityStatus.AHEAD))
			.param("now", Moments.stored(now))
			.query(String.class)
			.list();
	}

}
