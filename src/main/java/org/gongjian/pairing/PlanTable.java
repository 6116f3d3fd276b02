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
		this.jdbc.sql("""
				insert into annual_plan_row (id, pairing, row_no, plan_month, theme, form, host_side, place, people,
				  estimated_cost, funding_source)
				values (:id, :pairing, :row, :month, :theme, :form, :host, :place, :people, :cost, :funding)
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
			.update();
	}

	List<PlanRow> of(UUID pairing) {
		return this.jdbc.sql("select * from annual_plan_row where pairing = :pairing order by plan_month, row_no")
			.param("pairing", pairing)
			.query(PlanTable::map)
			.list();
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
