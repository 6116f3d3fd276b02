package org.gongjian.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows a figure is computed from. The figure and the page behind it read the same
 * statement, so that they cannot differ.
 *
 * @param code its name in addresses and message keys
 * @param sort what is said of the rows
 * @param unit what the amount of a row is counted in
 * @param path where the page of a row is, before its number
 * @param groups what the rows may be told apart by; empty where they are not
 * @param dated whether the moment of a row is a day
 * @param columns an expression for each column
 * @param from tables and conditions; they may use {@code :org}, {@code :since},
 * {@code :sinceAt}, {@code :today} and {@code :now}
 */
record Basis(String code, Sort sort, Unit unit, String path, List<String> groups, boolean dated,
		Map<String, String> columns, String from) {

	/**
	 * The columns, in the order in which every basis has them, and what most have there.
	 */
	private static final List<String> COLUMNS = List.of("id", "number", "title", "title_en", "org_a", "org_b", "at",
			"amount", "weight", "hit", "grp");

	private static final Map<String, String> USUAL = Map.of("title", "cast(null as varchar(300))", "title_en",
			"cast(null as varchar(300))", "org_a", "cast(null as varchar(20))", "org_b", "cast(null as varchar(20))",
			"amount", "cast(null as numeric(14, 2))", "weight", "1", "hit", "0", "grp", "cast(null as varchar(20))");

	/** What a figure says of rows. */
	enum Sort {

		/** How many there are. */
		COUNT,
		/** How many of them are so. */
		SHARE,
		/** The middle of their amounts. */
		MEDIAN,
		/** Their amounts together, for each of what they weigh. */
		MEAN

	}

	/** What amounts are counted in. */
	enum Unit {

		NONE, DAYS, PERCENT, MONEY, POINTS

	}

	/** A basis whose rows have pages below a path. */
	static Basis of(String code, Sort sort, Unit unit, String path) {
		return new Basis(code, sort, unit, path, List.of(), false, Map.of(), "");
	}

	/** The same whose rows carry the day of a column, or else its moment. */
	Basis at(String column, boolean day) {
		return new Basis(this.code, this.sort, this.unit, this.path, this.groups, day, this.columns, this.from)
			.with("at", column);
	}

	/** The same with an expression for a column. */
	Basis with(String column, String expression) {
		var more = new HashMap<>(this.columns);
		more.put(column, expression);
		return new Basis(this.code, this.sort, this.unit, this.path, this.groups, this.dated, Map.copyOf(more),
				this.from);
	}

	/** The same with rows told apart by an expression, which is one of these. */
	Basis by(String expression, List<String> all) {
		return new Basis(this.code, this.sort, this.unit, this.path, all, this.dated, this.columns, this.from)
			.with("grp", expression);
	}

	/** The same read from tables. */
	Basis from(String tables) {
		return new Basis(this.code, this.sort, this.unit, this.path, this.groups, this.dated, this.columns, tables);
	}

	/** The statement of the rows; whoever pages adds conditions. */
	String rows() {
		String columns = String.join(", ",
				COLUMNS.stream()
					.map((column) -> this.columns.getOrDefault(column, USUAL.get(column)) + " as " + column)
					.toList());
		return "select " + columns + " from " + this.from;
	}

	/** The expression of a column. */
	String column(String column) {
		return this.columns.getOrDefault(column, USUAL.get(column));
	}

}
