package org.gongjian.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.engine.Suspensions;
import org.gongjian.shared.Moments;
import org.gongjian.shared.OneRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code process_hold} and {@code process_hold_case}. */
@Repository
class ProcessHoldTable implements Suspensions {

	private final JdbcClient jdbc;

	ProcessHoldTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Suspension> of(String process) {
		return this.jdbc.sql("select * from process_hold where process = :process and resumed_at is null")
			.param("process", process)
			.query((row, number) -> new Suspension(process, row.getString("reason"), row.getString("held_by"),
					Moments.read(row, "held_at")))
			.optional();
	}

	Optional<ProcessHold> find(String process) {
		return this.jdbc.sql("""
				select hold.*, (select count(*) from case_file f where f.process = hold.process and f.status = 'open')
				  as cases, (select count(*) from process_hold_case one join case_file f on f.number = one.case_number
				    where one.process = hold.process and one.held and f.status = 'open') as held
				from process_hold hold where hold.process = :process
				""").param("process", process).query(ProcessHoldTable::hold).optional();
	}

	private static ProcessHold hold(ResultSet row, int number) throws SQLException {
		return new ProcessHold(row.getString("process"), row.getString("reason"), row.getString("held_by"),
				Moments.read(row, "held_at"), row.getString("resumed_by"), Moments.read(row, "resumed_at"),
				row.getInt("cases"), row.getInt("held"));
	}

	/** The processes that are suspended, or whose cases are going on again. */
	List<String> all() {
		return this.jdbc.sql("select process from process_hold order by process").query(String.class).list();
	}

	boolean suspend(String process, String reason, String by, Instant at) {
		return OneRow.insert(this.jdbc, "process_hold", Map.of("process", process),
				Map.of("reason", reason, "held_by", by, "held_at", Moments.stored(at)));
	}

	boolean resume(String process, String by, Instant at) {
		return this.jdbc.sql("""
				update process_hold set resumed_by = :by, resumed_at = :at
				where process = :process and resumed_at is null
				""").param("by", by).param("at", Moments.stored(at)).param("process", process).update() == 1;
	}

	/** Some running cases of a process whose turn has not come. */
	List<String> waiting(String process, int most) {
		return this.jdbc.sql("""
				select number from case_file f where f.process = :process and f.status = 'open' and not exists
				  (select 1 from process_hold_case one where one.process = f.process and one.case_number = f.number)
				order by opened_at, number fetch first :most rows only
				""").param("process", process).param("most", most).query(String.class).list();
	}

	/** The cases that are held with a process. */
	List<String> held(String process) {
		return this.jdbc
			.sql("select case_number from process_hold_case where process = :process and held order by case_number")
			.param("process", process)
			.query(String.class)
			.list();
	}

	/**
	 * Notes that a case had its turn.
	 * @param held whether it is held with the process; otherwise it was before
	 * @return whether nobody had noted it
	 */
	boolean note(String process, String number, boolean held) {
		return OneRow.insert(this.jdbc, "process_hold_case", Map.of("process", process, "case_number", number),
				Map.of("held", held));
	}

	/** A case is not held with its process any more. */
	void forget(String number) {
		this.jdbc.sql("delete from process_hold_case where case_number = :number").param("number", number).update();
	}

	/** All cases of a process that was resumed had their turn. */
	void over(String process) {
		this.jdbc.sql("delete from process_hold_case where process = :process").param("process", process).update();
		this.jdbc.sql("delete from process_hold where process = :process").param("process", process).update();
	}

}
