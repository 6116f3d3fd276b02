package org.gongjian.activity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code party_day}. */
@Repository
class PartyDayTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	PartyDayTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<PartyDay> find(String organisation) {
		return of(List.of(organisation)).stream().findFirst();
	}

	List<PartyDay> of(Collection<String> organisations) {
		return organisations.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select organisation_code, week, weekday, version from party_day
						where organisation_code in (:codes) order by organisation_code
						""")
					.param("codes", organisations)
					.query((row, index) -> new PartyDay(row.getString("organisation_code"), row.getInt("week"),
							row.getInt("weekday"), row.getInt("version")))
					.list();
	}

	void insert(PartyDay day, String by) {
		write("""
				insert into party_day (organisation_code, week, weekday, changed_by, changed_at, version)
				values (:code, :week, :weekday, :by, :at, 0)
				""", day, by);
	}

	/** Changes it, unless somebody else did since. */
	boolean update(PartyDay day, String by) {
		return write("""
				update party_day set week = :week, weekday = :weekday, changed_by = :by, changed_at = :at,
				  version = version + 1
				where organisation_code = :code and version = :version
				""", day, by) == 1;
	}

	private int write(String sql, PartyDay day, String by) {
		return this.jdbc.sql(sql)
			.param("code", day.organisation())
			.param("week", day.week())
			.param("weekday", day.weekday())
			.param("by", by)
			.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("version", day.version())
			.update();
	}

}
