package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.AddedSigner.State;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code added_signer} and {@code held_decision}. */
@Repository
class SignerTable {

	private static final String PERSON = "user:";

	private final JdbcClient jdbc;

	SignerTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A decision that takes effect when others agree. */
	record Held(String username, String decision, String remark) {
	}

	void insert(AddedSigner signer) {
		this.jdbc.sql("""
				insert into added_signer (id, batch, place, rule, turn, beside, task_id, username, added_by, reason,
				  added_at, state)
				values (:id, :batch, :place, :rule, :turn, :beside, :task, :user, :by, :reason, :at, :state)
				""")
			.param("id", signer.id())
			.param("batch", signer.batch())
			.param("place", signer.place().name())
			.param("rule", signer.rule().name())
			.param("turn", signer.turn())
			.param("beside", signer.beside())
			.param("task", signer.taskId())
			.param("user", signer.username())
			.param("by", signer.addedBy())
			.param("reason", signer.reason())
			.param("at", Moments.stored(signer.addedAt()))
			.param("state", signer.state().name())
			.update();
	}

	List<AddedSigner> beside(String taskId) {
		return this.jdbc.sql("select * from added_signer where beside = :task order by added_at, turn, id")
			.param("task", taskId)
			.query(SignerTable::map)
			.list();
	}

	Optional<AddedSigner> ofTask(String taskId) {
		return this.jdbc.sql("select * from added_signer where task_id = :task")
			.param("task", taskId)
			.query(SignerTable::map)
			.optional();
	}

	Optional<AddedSigner> find(UUID id) {
		return this.jdbc.sql("select * from added_signer where id = :id")
			.param("id", id)
			.query(SignerTable::map)
			.optional();
	}

	/** The next of those added to an opening of a node who wait for their turn. */
	private Optional<AddedSigner> waiting(String body, String username) {
		return this.jdbc.sql("""
				select * from added_signer where username = :user and state = 'WAITING'
				and beside in (select id from work_item where body = :body) order by added_at, turn
				""").param("user", username).param("body", body).query(SignerTable::map).list().stream().findFirst();
	}

	/**
	 * In a node that asks one after the other a turn has come: of somebody added, or
	 * again of whoever had a task before; those added beside that, and a decision held,
	 * go with it.
	 * @return who added them, or {@code null}
	 */
	String follow(String body, String slot, String taskId) {
		if (slot.startsWith(PERSON)) {
			waiting(body, slot.substring(PERSON.length())).ifPresent((signer) -> opened(signer.id(), taskId));
		}
		String before = "select id from work_item where body = :body and slot = :slot and state = 'CANCELLED'";
		this.jdbc.sql("update held_decision set task_id = :task where task_id in (" + before + ")")
			.param("task", taskId)
			.param("body", body)
			.param("slot", slot)
			.update();
		this.jdbc.sql("update added_signer set beside = :task where beside in (" + before + ")")
			.param("task", taskId)
			.param("body", body)
			.param("slot", slot)
			.update();
		this.jdbc.sql("update added_signer set task_id = :task where state = 'OPEN' and task_id in (" + before + ")")
			.param("task", taskId)
			.param("body", body)
			.param("slot", slot)
			.update();
		return beside(taskId).stream().map(AddedSigner::addedBy).findFirst().orElse(null);
	}

	/** The turn of whoever was added comes again. */
	void waits(String taskId) {
		this.jdbc.sql("update added_signer set task_id = null, state = 'WAITING' where task_id = :task")
			.param("task", taskId)
			.update();
	}

	void opened(UUID id, String taskId) {
		this.jdbc.sql("update added_signer set task_id = :task, state = 'OPEN' where id = :id")
			.param("task", taskId)
			.param("id", id)
			.update();
	}

	void state(UUID id, State state) {
		this.jdbc.sql("update added_signer set state = :state where id = :id")
			.param("state", state.name())
			.param("id", id)
			.update();
	}

	/**
	 * A task is over without a decision: its signer, and those beside it, are not needed.
	 */
	void over(String taskId) {
		this.jdbc.sql("""
				update added_signer set state = 'NOT_NEEDED'
				where (task_id = :task or beside = :task) and state = any (array['WAITING', 'OPEN'])
				""").param("task", taskId).update();
		release(taskId);
	}

	void hold(String taskId, Held held) {
		release(taskId);
		this.jdbc
			.sql("""
					insert into held_decision (task_id, username, decision, remark) values (:task, :user, :decision, :remark)
					""")
			.param("task", taskId)
			.param("user", held.username())
			.param("decision", held.decision())
			.param("remark", held.remark())
			.update();
	}

	Optional<Held> held(String taskId) {
		return this.jdbc.sql("select * from held_decision where task_id = :task")
			.param("task", taskId)
			.query((row, number) -> new Held(row.getString("username"), row.getString("decision"),
					row.getString("remark")))
			.optional();
	}

	void release(String taskId) {
		this.jdbc.sql("delete from held_decision where task_id = :task").param("task", taskId).update();
	}

	private static AddedSigner map(ResultSet row, int number) throws SQLException {
		return new AddedSigner(row.getObject("id", UUID.class), row.getObject("batch", UUID.class),
				Place.valueOf(row.getString("place")), Rule.valueOf(row.getString("rule")), row.getInt("turn"),
				row.getString("beside"), row.getString("task_id"), row.getString("username"), row.getString("added_by"),
				row.getString("reason"), Moments.read(row, "added_at"), State.valueOf(row.getString("state")));
	}

}
