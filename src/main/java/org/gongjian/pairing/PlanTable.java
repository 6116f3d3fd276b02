package org.gongjian.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanTable {

	private final JdbcClient jdbc;

	PlanTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(PlanRow row) {
		insert(row, null);
	}

	/**
	 * Writes a row.
	 * @param stagedCase the case it waits for before it is in force, or {@code null}
	 */
	void insert(PlanRow row, String stagedCase) {
		this.jdbc.sql("""
				insert into annual_plan_row (id, pairing, row_no, plan_month, theme, form, host_side, place, people,
				  estimated_cost, funding_source, staged_case)
				values (:id, :pairing, :row, :month, :theme, :form, :host, :place, :people, :cost, :funding, :staged)
				""")
			.param("id", row.id())
			.param("pairing", row.pairing())
			.param("row", row.row())
			.param("month", row.month())
			.param("theme", row.theme())
			.param("form", row.form())
			.param("host", row.hostSide())
			.param("place", row.place())
			.param("people", row.people())
			.param("cost", row.estimatedCost())
			.param("funding", row.fundingSource())
			.param("staged", stagedCase)
			.update();
	}

	List<PlanRow> of(UUID pairing) {
		return this.jdbc.sql("""
				select * from annual_plan_row
				where pairing = :pairing and staged_case is null
				order by plan_month, row_no
				""").param("pairing", pairing).query(PlanTable::map).list();
	}

	void unstage(String caseNumber) {
		this.jdbc.sql("delete from annual_plan_row where staged_case = :case").param("case", caseNumber).update();
	}

	void apply(String caseNumber) {
		this.jdbc.sql("update annual_plan_row set staged_case = null where staged_case = :case")
			.param("case", caseNumber)
			.update();
	}

	int lastRow(UUID pairing) {
		return this.jdbc.sql("""
				select coalesce(max(row_no), 0) from annual_plan_row where pairing = :pairing and staged_case is null
				""").param("pairing", pairing).query(Integer.class).single();
	}

	/** Clears away the plan in force, for a new version. */
	void clear(UUID pairing) {
		this.jdbc.sql("delete from annual_plan_row where pairing = :pairing and staged_case is null")
			.param("pairing", pairing)
			.update();
	}

	Optional<PlanRow> find(UUID id) {
		return this.jdbc.sql("select * from annual_plan_row where id = :id")
			.param("id", id)
			.query(PlanTable::map)
			.optional();
	}

	void forget(UUID pairing) {
		this.jdbc.sql("delete from annual_plan_row where pairing = :pairing").param("pairing", pairing).update();
	}

	private static PlanRow map(ResultSet row, int number) throws SQLException {
		return new PlanRow(row.getObject("id", UUID.class), row.getObject("pairing", UUID.class), row.getInt("row_no"),
				row.getString("plan_month"), row.getString("theme"), row.getString("form"), row.getString("host_side"),
				row.getString("place"), row.getObject("people", Integer.class), row.getBigDecimal("estimated_cost"),
				row.getString("funding_source"));
	}

}
