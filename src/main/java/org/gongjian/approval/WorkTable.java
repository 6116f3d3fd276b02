package org.gongjian.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.gongjian.engine.OpenTask;
import org.gongjian.organisation.Eligible;
import org.gongjian.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkTable {

	private final JdbcClient jdbc;

	private final WorkReads reads;

	WorkTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.reads = new WorkReads(jdbc);
	}

	/**
	 * Keeps a task that has just opened.
	 * @param stepName as drawn
	 * @param eligible whom it asks
	 * @param holder who has it, or {@code null} if all of them do
	 */
	void insert(WorkItem item, String stepName, Eligible eligible, String holder) {
		this.jdbc
			.sql("""
					insert into work_item (id, case_number, process, definition, step, step_name, body, slot, asked, why, state,
					  title_en, title_zh, requested_by, created_at, due_at, round, review, reminders, escalated, part,
					  assignee, version)
					values (:id, :case, :process, :definition, :step, :name, :body, :slot, :asked, :why, 'OPEN',
					  :en, :zh, :by, :created, :due, :round, :review, 0, false, :part, :holder, 0)
					""")
			.param("id", item.id())
			.param("case", item.caseNumber())
			.param("process", item.process())
			.param("definition", item.definition())
			.param("step", item.step())
			.param("name", stepName)
			.param("body", item.body())
			.param("slot", item.slot())
			.param("asked", eligible.slot())
			.param("why", eligible.reason())
			.param("holder", holder)
			.param("en", item.title().en())
			.param("zh", item.title().zh())
			.param("by", item.requestedBy())
			.param("created", time(item.createdAt()))
			.param("due", time(item.dueAt()))
			.param("round", item.round())
			.param("review", item.review())
			.param("part", item.part())
			.update();
	}

	void asked(String id, String group, String why, String assignee) {
		this.jdbc.sql("""
				update work_item set asked = :group, why = :why, assignee = :assignee, version = version + 1
				where id = :id
				""").param("group", group).param("why", why).param("assignee", assignee).param("id", id).update();
	}

	Optional<WorkItem> find(String id) {
		if (ReadOnce.reading()) {
			return this.reads.find(id);
		}
		return this.jdbc.sql("select * from work_item where id = :id")
			.param("id", id)
			.query((row, index) -> WorkRows.item(row))
			.optional();
	}

	/**
	 * A task with all others of its case, as they are read once in a look.
	 */
	Seen seen(String id) {
		return this.reads.beside(id);
	}

	/** Answers the rest of the look with what was seen before. */
	void again(String id, Seen seen) {
		this.reads.again(id, seen);
	}

	/** The open task of a case that this person can decide next. */
	Optional<String> next(String caseNumber, String username) {
		return this.jdbc.sql("""
				select w.id from work_item w join work_share s on s.task_id = w.id
				where w.case_number = :case and w.state = 'OPEN' and s.username = :user
				  and s.view_name in ('MINE', 'POOL')
				order by w.created_at, w.id fetch first 1 rows only
				""").param("case", caseNumber).param("user", username).query(String.class).optional();
	}

	/** The case of a task. */
	Optional<String> caseOf(String id) {
		return this.jdbc.sql("select case_number from work_item where id = :id")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	List<WorkItem> all(Collection<String> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("select * from work_item where id in (:ids)")
					.param("ids", ids)
					.query((row, index) -> WorkRows.item(row))
					.list();
	}

	List<WorkItem> ofCase(String caseNumber) {
		if (ReadOnce.reading()) {
			return this.reads.ofCase(caseNumber);
		}
		return this.jdbc.sql("select * from work_item where case_number = :case order by created_at, id")
			.param("case", caseNumber)
			.query((row, index) -> WorkRows.item(row))
			.list();
	}

	List<WorkItem> openFor(Collection<String> groups) {
		return this.jdbc
			.sql("select * from work_item where state = 'OPEN' and (asked in (:groups) or slot in (:groups))")
			.param("groups", groups)
			.query((row, index) -> WorkRows.item(row))
			.list();
	}

	List<WorkItem> open() {
		return this.jdbc.sql("select * from work_item where state = 'OPEN'")
			.query((row, index) -> WorkRows.item(row))
			.list();
	}

	/**
	 * How often a step was reached apart from this opening; one that is reached for each
	 * of several values counts those of its own slot.
	 */
	int rounds(OpenTask task) {
		return this.jdbc.sql("""
				select count(distinct body) from work_item
				where case_number = :case and step = :step and body <> :body and (:all or slot = :slot)
				""")
			.param("case", task.caseNumber())
			.param("step", task.step())
			.param("body", task.body())
			.param("all", !task.perRun())
			.param("slot", task.slot())
			.query(Integer.class)
			.single();
	}

	int returns(String caseNumber, String step) {
		return (int) ofCase(caseNumber).stream()
			.filter((item) -> item.step().equals(step) && "RETURN".equals(item.decision()))
			.count();
	}

	/** Closes an open task; false when somebody else already did. */
	boolean decide(String id, String by, String decision, Instant at) {
		return this.jdbc.sql("""
				update work_item
				set state = 'DONE', assignee = :by, decided_by = :by, decided_at = :at, decision = :decision,
				  version = version + 1
				where id = :id and state = 'OPEN'
				""").param("by", by).param("at", time(at)).param("decision", decision).param("id", id).update() == 1;
	}

	boolean cancel(String id, Instant at) {
		return this.jdbc.sql("""
				update work_item set state = 'CANCELLED', decided_at = :at, version = version + 1
				where id = :id and state = 'OPEN'
				""").param("at", time(at)).param("id", id).update() == 1;
	}

	/** How many people a step asked when it was reached last. */
	int members(String caseNumber, String step) {
		List<WorkItem> all = ofCase(caseNumber);
		return (int) all.stream()
			.filter((item) -> item.step().equals(step))
			.max(Comparator.comparing(WorkItem::createdAt).thenComparing(WorkItem::id, Comparator.reverseOrder()))
			.map((last) -> all.stream().filter((item) -> item.body().equals(last.body())).count())
			.orElse(0L)
			.longValue();
	}

	/** The open tasks of a step follow another version of their diagram. */
	void moved(String caseNumber, String step, String definition, String name) {
		this.jdbc.sql("""
				update work_item set definition = :definition, step_name = :name, version = version + 1
				where case_number = :case and step = :step and state = 'OPEN'
				""")
			.param("definition", definition)
			.param("name", name)
			.param("case", caseNumber)
			.param("step", step)
			.update();
	}

	/** The decision was taken back: it does not count as one any more. */
	void recalled(String id) {
		this.jdbc.sql("update work_item set state = 'CANCELLED', version = version + 1 where id = :id")
			.param("id", id)
			.update();
		this.jdbc.sql("delete from work_share where task_id = :id").param("id", id).update();
	}

	/** Hands an open task to somebody. */
	void give(String id, String username) {
		this.jdbc.sql("""
				update work_item set given_to = :to, assignee = null, version = version + 1
				where id = :id and state = 'OPEN'
				""").param("to", username).param("id", id).update();
	}

	/** Notes what the decision of a task waits for, or {@code null} for nothing. */
	void waits(String id, String what) {
		this.jdbc.sql("update work_item set waits = :what, version = version + 1 where id = :id")
			.param("what", what)
			.param("id", id)
			.update();
	}

	/** The open tasks of one opening of a node. */
	List<WorkItem> openIn(String caseNumber, String body) {
		return this.jdbc.sql("""
				select * from work_item where case_number = :case and body = :body and state = 'OPEN'
				order by created_at, id
				""").param("case", caseNumber).param("body", body).query((row, index) -> WorkRows.item(row)).list();
	}

	boolean claim(String id, String by) {
		return this.jdbc.sql("""
				update work_item set assignee = :by, version = version + 1
				where id = :id and state = 'OPEN' and assignee is null
				""").param("by", by).param("id", id).update() == 1;
	}

	boolean release(String id, String by) {
		return this.jdbc.sql("""
				update work_item set assignee = null, version = version + 1
				where id = :id and state = 'OPEN' and assignee = :by
				""").param("by", by).param("id", id).update() == 1;
	}

	void reminded(String id) {
		this.jdbc.sql("update work_item set reminders = reminders + 1 where id = :id").param("id", id).update();
	}

	void escalated(String id) {
		this.jdbc.sql("update work_item set escalated = true, assignee = null, version = version + 1 where id = :id")
			.param("id", id)
			.update();
	}

	static OffsetDateTime time(Instant at) {
		return (at == null) ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
