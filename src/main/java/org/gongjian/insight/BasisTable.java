package org.gongjian.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.gongjian.shared.Time;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a basis, and what they come to. */
@Repository
class BasisTable {

	private static final String SUM = """
			select '%s' as code, grp, count(*) as many, sum(hit) as hits,
			  percentile_cont(0.5) within group (order by amount) as middle, sum(amount) as total, sum(weight) as weighs
			from (%s) m group by grp
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	BasisTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What rows come to, by group; nothing where there are none. One statement. */
	List<Sum> sums(List<Basis> bases, String org) {
		String all = String.join(" union all ",
				bases.stream().map((basis) -> SUM.formatted(basis.code(), basis.rows())).toList());
		return this.jdbc.sql(all)
			.params(when(org))
			.query((row, number) -> new Sum(row.getString("code"), row.getString("grp"), row.getLong("many"),
					row.getLong("hits"), row.getBigDecimal("middle"), row.getBigDecimal("total"),
					row.getLong("weighs")))
			.list();
	}

	/** The same without groups, by basis: each has a sum. */
	Map<Basis, Sum> whole(List<Basis> bases, String org) {
		Map<String, Sum> known = sums(bases, org).stream().collect(Collectors.toMap(Sum::code, Function.identity()));
		return bases.stream()
			.collect(Collectors.toMap(Function.identity(),
					(basis) -> known.getOrDefault(basis.code(), Sum.none(basis.code(), null))));
	}

	/** A row. */
	record Line(String id, String number, Bilingual title, String organisationA, String organisationB, LocalDate day,
			Instant at, BigDecimal amount, long weight, boolean hit) {
	}

	/**
	 * Rows of a basis, newest first.
	 * @param group only these, or {@code null} for all
	 * @param counts only those that are so, or are not; {@code null} for all
	 * @param after the moment and row the page before ended with, or {@code null}
	 */
	List<Line> lines(Basis basis, String org, String group, Boolean counts, Line after, int limit) {
		var sql = new StringBuilder(basis.rows());
		var values = when(org);
		if (group != null) {
			sql.append(" and ").append(basis.column("grp")).append(" = :group");
			values.put("group", group);
		}
		if (counts != null) {
			sql.append(" and ").append(basis.column("hit")).append(counts ? " = 1" : " = 0");
		}
		if (after != null) {
			sql.append(" and (%1$s < :at or (%1$s = :at and cast(%2$s as varchar(40)) > :id))"
				.formatted(basis.column("at"), basis.column("id")));
			values.put("at", basis.dated() ? after.day() : Moments.stored(after.at()));
			values.put("id", after.id());
		}
		sql.append(" order by ").append(basis.column("at")).append(" desc, cast(").append(basis.column("id"));
		sql.append(" as varchar(40)) limit :limit");
		values.put("limit", limit);
		return this.jdbc.sql(sql.toString()).params(values).query((row, number) -> line(row, basis)).list();
	}

	private static Line line(ResultSet row, Basis basis) throws SQLException {
		String title = row.getString("title");
		return new Line(row.getString("id"), row.getString("number"),
				(title == null) ? null : new Bilingual(row.getString("title_en"), title), row.getString("org_a"),
				row.getString("org_b"), basis.dated() ? row.getObject("at", LocalDate.class) : null,
				basis.dated() ? null : Moments.read(row, "at"), row.getBigDecimal("amount"), row.getLong("weight"),
				row.getInt("hit") == 1);
	}

	private Map<String, Object> when(String org) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Time.OFFICE);
		var values = new HashMap<String, Object>();
		values.put("org", new SqlParameterValue(Types.VARCHAR, org));
		values.put("today", today);
		values.put("since", today.minusYears(1));
		values.put("now", Moments.stored(now));
		values.put("sinceAt", Moments.stored(today.minusYears(1).atStartOfDay(Time.OFFICE).toInstant()));
		return values;
	}

}
