package org.gongjian.pairing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.organisation.Side;
import org.gongjian.pairing.PairingMatrix.Totals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the part of the pairings that one page of the matrix shows. Each statement stops
 * at a limit or looks only at the organisations shown.
 */
@Repository
class MatrixTable {

	/** In a state that is shown, seen by the reader, and of an organisation asked for. */
	private static final String SHOWN = """
			 p.status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING', 'RENEWED', 'EXPIRED', 'TERMINATED')
			and (:everybody or p.government_org in (:seen) or p.enterprise_org in (:seen))
			and (:whole or p.government_org in (:asked) or p.enterprise_org in (:asked))
			""";

	private static final String NOW = "sum(case when p.status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING') then 1 else 0 end)";

	private final JdbcClient jdbc;

	MatrixTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whose pairings.
	 *
	 * @param seen the organisations of the reader, {@code null} for all
	 * @param asked organisations asked for, {@code null} for all
	 */
	record Whose(Collection<String> seen, Collection<String> asked) {

		Map<String, Object> parameters() {
			var parameters = new HashMap<String, Object>();
			parameters.put("everybody", this.seen == null);
			parameters.put("seen", some(this.seen));
			parameters.put("whole", this.asked == null);
			parameters.put("asked", some(this.asked));
			return parameters;
		}

	}

	private static Collection<String> some(Collection<String> codes) {
		return (codes == null || codes.isEmpty()) ? List.of("") : codes;
	}

	/** The next government organisations that have or had pairings, by code. */
	List<String> rows(Whose whose, String after, int limit) {
		return this.jdbc
			.sql("select distinct p.government_org from pairing p where p.government_org > :after and" + SHOWN
					+ " order by p.government_org limit :limit")
			.params(whose.parameters())
			.param("after", after)
			.param("limit", limit)
			.query(String.class)
			.list();
	}

	/** The next enterprise organisations they are or were paired with, by code. */
	List<String> columns(Whose whose, Collection<String> rows, String after, int limit) {
		return this.jdbc
			.sql("select distinct p.enterprise_org from pairing p where p.enterprise_org > :after"
					+ " and p.government_org in (:rows) and" + SHOWN + " order by p.enterprise_org limit :limit")
			.params(whose.parameters())
			.param("rows", some(rows))
			.param("after", after)
			.param("limit", limit)
			.query(String.class)
			.list();
	}

	/** Where they meet: the pairing in force, or else the last one that was. */
	List<Pairing> cells(Whose whose, Collection<String> rows, Collection<String> columns) {
		return this.jdbc.sql("""
				select * from (
				  select p.*, row_number() over (partition by p.government_org, p.enterprise_org
				    order by case when p.status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING') then 0 else 1 end,
				      p.term_end desc, p.id) as place
				  from pairing p where p.government_org in (:rows) and p.enterprise_org in (:columns) and
				""" + SHOWN + ") last where place = 1 order by government_org, enterprise_org")
			.params(whose.parameters())
			.param("rows", some(rows))
			.param("columns", some(columns))
			.query(PairingTable::map)
			.list();
	}

	/** How many pairings in force each of these organisations has. */
	Map<String, Long> sums(Whose whose, Collection<String> rows, Collection<String> columns) {
		var sums = new HashMap<String, Long>();
		this.jdbc
			.sql("select p.government_org as org, " + NOW
					+ " as total from pairing p where p.government_org in (:rows) and" + SHOWN
					+ " group by p.government_org union all select p.enterprise_org, " + NOW
					+ " from pairing p where p.enterprise_org in (:columns) and" + SHOWN + " group by p.enterprise_org")
			.params(whose.parameters())
			.param("rows", some(rows))
			.param("columns", some(columns))
			.query((row) -> {
				sums.put(row.getString("org"), row.getLong("total"));
			});
		return sums;
	}

	/** How many there are in all. */
	Totals totals(Whose whose) {
		return this.jdbc
			.sql("select count(distinct p.government_org), count(distinct p.enterprise_org), " + NOW
					+ ", count(*) from pairing p where" + SHOWN)
			.params(whose.parameters())
			.query((row, number) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3),
					row.getLong(4) - row.getLong(3)))
			.single();
	}

	/** Active organisations of a side that never had a pairing, by code. */
	List<String> unpaired(Side side, int limit) {
		String column = (side == Side.GOVERNMENT) ? "government_org" : "enterprise_org";
		return this.jdbc.sql("""
				select o.code from organisation o
				where o.side = :side and o.active and not exists (
				  select 1 from pairing p where p.%s = o.code
				  and p.status in ('IN_FORCE', 'SUSPENDED', 'EXPIRING', 'RENEWED', 'EXPIRED', 'TERMINATED'))
				order by o.code limit :limit
				""".formatted(column)).param("side", side.name()).param("limit", limit).query(String.class).list();
	}

}
