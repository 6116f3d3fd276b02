package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.gongjian.shared.Violation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code bulk_batch} and {@code bulk_item}. */
@Repository
class BulkTable {

	private final JdbcClient jdbc;

	BulkTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, String number, String username, String decision, String remark, Instant at,
			List<String> tasks) {
		this.jdbc.sql("""
				insert into bulk_batch (id, number, username, decision, remark, created_at)
				values (:id, :number, :user, :decision, :remark, :at)
				""")
			.param("id", id)
			.param("number", number)
			.param("user", username)
			.param("decision", decision)
			.param("remark", remark)
			.param("at", Moments.stored(at))
			.update();
		for (int place = 1; place <= tasks.size(); place++) {
			this.jdbc.sql("insert into bulk_item (batch, place, task_id) values (:batch, :place, :task)")
				.param("batch", id)
				.param("place", place)
				.param("task", tasks.get(place - 1))
				.update();
		}
	}

	Optional<BulkBatch> find(UUID id, String username) {
		return this.jdbc.sql("select * from bulk_batch where id = :id and username = :user")
			.param("id", id)
			.param("user", username)
			.query((row, number) -> new BulkBatch(id, row.getString("number"), username, row.getString("decision"),
					row.getString("remark"), Moments.read(row, "created_at"), items(id)))
			.optional();
	}

	private List<BulkItem> items(UUID batch) {
		return this.jdbc.sql("select * from bulk_item where batch = :batch order by place")
			.param("batch", batch)
			.query(BulkTable::item)
			.list();
	}

	void over(UUID batch, int place, boolean done, Violation problem) {
		this.jdbc.sql("""
				update bulk_item set done = :done, problem = :problem, argument = :argument
				where batch = :batch and place = :place
				""")
			.param("done", done)
			.param("problem", (problem == null) ? null : problem.code())
			.param("argument",
					(problem == null || problem.arguments().isEmpty()) ? null
							: String.valueOf(problem.arguments().get(0)))
			.param("batch", batch)
			.param("place", place)
			.update();
	}

	/** Gives the failed their turn again. */
	void again(UUID batch) {
		this.jdbc
			.sql("update bulk_item set done = null, problem = null, argument = null where batch = :b and done = false")
			.param("b", batch)
			.update();
	}

	private static BulkItem item(ResultSet row, int number) throws SQLException {
		Boolean done = row.getObject("done", Boolean.class);
		String problem = row.getString("problem");
		String argument = row.getString("argument");
		return new BulkItem(row.getInt("place"), row.getString("task_id"), done, (problem == null) ? null
				: new Violation("", problem, (argument == null) ? List.of() : List.of(argument)));
	}

}
