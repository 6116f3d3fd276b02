package org.gongjian.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.approval.Moves.Move;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code process_move} and {@code process_move_item}. */
@Repository
class MoveTable {

	private final JdbcClient jdbc;

	MoveTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(MoveBatch batch, List<String> cases) {
		this.jdbc.sql("""
				insert into process_move (id, process, from_version, to_version, username, created_at)
				values (:id, :process, :from, :to, :user, :at)
				""")
			.param("id", batch.id())
			.param("process", batch.process())
			.param("from", batch.from())
			.param("to", batch.to())
			.param("user", batch.username())
			.param("at", Moments.stored(batch.createdAt()))
			.update();
		for (int place = 1; place <= cases.size(); place++) {
			this.jdbc.sql("insert into process_move_item (move, place, case_number) values (:move, :place, :number)")
				.param("move", batch.id())
				.param("place", place)
				.param("number", cases.get(place - 1))
				.update();
		}
	}

	Optional<MoveBatch> find(UUID id) {
		return this.jdbc.sql("select * from process_move where id = :id").param("id", id).query((row, number) -> {
			Instant at = Moments.read(row, "created_at");
			return new MoveBatch(id, row.getString("process"), row.getInt("from_version"), row.getInt("to_version"),
					row.getString("username"), at, items(id));
		}).optional();
	}

	/** The last moves of a process, the newest first. */
	List<Line> last(String process, int most) {
		return this.jdbc
			.sql("""
					select id, from_version, to_version, username, created_at,
					  (select count(*) from process_move_item item where item.move = process_move.id) as cases,
					  (select count(*) from process_move_item item where item.move = process_move.id
					    and item.moved is not null) as done,
					  (select count(*) from process_move_item item where item.move = process_move.id and item.moved) as moved
					from process_move where process = :process order by created_at desc, id fetch first :most rows only
					""")
			.param("process", process)
			.param("most", most)
			.query((row, number) -> new Line(row.getObject("id", UUID.class), row.getInt("from_version"),
					row.getInt("to_version"), row.getString("username"), Moments.read(row, "created_at"),
					row.getInt("cases"), row.getInt("done"), row.getInt("moved")))
			.list();
	}

	/**
	 * A move in a list.
	 *
	 * @param done how many cases had their turn
	 * @param moved how many of them were moved
	 */
	record Line(UUID id, int from, int to, String username, Instant createdAt, int cases, int done, int moved) {
	}

	private List<MoveBatch.Item> items(UUID id) {
		return this.jdbc.sql("select * from process_move_item where move = :move order by place")
			.param("move", id)
			.query((row, number) -> new MoveBatch.Item(row.getInt("place"), row.getString("case_number"),
					row.getObject("moved", Boolean.class), row.getString("stands"), row.getString("problem")))
			.list();
	}

	void over(UUID id, int place, Move move) {
		String stands = String.join(", ", move.stands());
		this.jdbc.sql("""
				update process_move_item set moved = :moved, stands = :stands, problem = :problem
				where move = :move and place = :place
				""")
			.param("moved", move.ok())
			.param("stands", stands.substring(0, Math.min(1000, stands.length())))
			.param("problem", move.problem())
			.param("move", id)
			.param("place", place)
			.update();
	}

}
