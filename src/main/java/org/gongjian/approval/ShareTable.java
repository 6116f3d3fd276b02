package org.gongjian.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.SortKeys;
import org.gongjian.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShareTable {

	private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcClient jdbc;

	ShareTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes exactly these people see an open task; the holder as theirs, the others as a
	 * pool.
	 */
	void share(WorkItem item, Collection<String> usernames, String holder) {
		clear(item.id());
		open(item, usernames, holder);
	}

	/** The same for a task that nobody has seen yet. */
	void open(WorkItem item, Collection<String> usernames, String holder) {
		usernames.stream().distinct().forEach((username) -> {
			String view = (holder == null) ? "POOL" : holder.equals(username) ? "MINE" : "TAKEN";
			insert(item, username, view, item.createdAt());
		});
		changed(item.id());
	}

	void taken(String taskId, String holder) {
		this.jdbc.sql("""
				update work_share set view_name = case when username = :holder then 'MINE' else 'TAKEN' end
				where task_id = :task
				""").param("holder", holder).param("task", taskId).update();
		changed(taskId);
	}

	/** Somebody asked has the floor: whoever had the task before waits. */
	void giveFloor(WorkItem item, String asked) {
		this.jdbc.sql("""
				update work_share set view_name = 'WAITS' where task_id = :task and view_name in ('MINE', 'ASKED')
				""").param("task", item.id()).update();
		this.jdbc.sql("delete from work_share where task_id = :task and username = :user")
			.param("task", item.id())
			.param("user", asked)
			.update();
		insert(item, asked, "ASKED", item.createdAt());
		changed(item.id());
	}

	/** Gives the floor back to somebody. */
	void view(WorkItem item, String username, String view) {
		this.jdbc.sql("delete from work_share where task_id = :task and username = :user")
			.param("task", item.id())
			.param("user", username)
			.update();
		insert(item, username, view, item.createdAt());
		changed(item.id());
	}

	void freed(String taskId) {
		this.jdbc.sql("update work_share set view_name = 'POOL' where task_id = :task").param("task", taskId).update();
		changed(taskId);
	}

	void done(WorkItem item, String by, Instant at) {
		clear(item.id());
		insert(item, by, "DONE", at);
	}

	/** Notes, in the transaction of the change, whose lists it changes. */
	private void changed(String taskId) {
		this.jdbc.sql("""
				insert into inbox_change (username) select username from work_share where task_id = :task
				""").param("task", taskId).update();
	}

	void clear(String taskId) {
		changed(taskId);
		this.jdbc.sql("delete from work_share where task_id = :task").param("task", taskId).update();
	}

	Optional<String> view(String taskId, String username) {
		return lines(taskId).stream().filter((line) -> line.username().equals(username)).map(Share::view).findFirst();
	}

	/** For whom somebody has a task as a stand-in. */
	Optional<String> actingFor(String taskId, String username) {
		return lines(taskId).stream()
			.filter((line) -> line.username().equals(username) && line.actingFor() != null)
			.map(Share::actingFor)
			.findFirst();
	}

	List<String> people(String taskId) {
		return lines(taskId).stream().map(Share::username).toList();
	}

	private List<Share> lines(String taskId) {
		return ReadOnce.of(Share.class, taskId, () -> this.jdbc
			.sql("select username, view_name, acting_for from work_share where task_id = :task order by username")
			.param("task", taskId)
			.query((row, index) -> new Share(row.getString("username"), row.getString("view_name"),
					row.getString("acting_for")))
			.list());
	}

	/** Lists call the open tasks of a case as the case is called now. */
	void retitle(CaseFile file) {
		this.jdbc.sql("""
				update work_item set title_en = :en, title_zh = :zh where case_number = :case and state = 'OPEN'
				""")
			.param("en", file.title().en())
			.param("zh", file.title().zh())
			.param("case", file.number())
			.update();
		this.jdbc.sql("""
				update work_share set subject_en_key = :en, subject_zh_key = :zh
				where task_id in (select id from work_item where case_number = :case and state = 'OPEN')
				""")
			.param("en", SortKeys.text(file.title().en()))
			.param("zh", SortKeys.text(file.title().zh()))
			.param("case", file.number())
			.update();
	}

	/** The open tasks of a case are sorted by another fact. */
	void fact(String caseNumber, String key) {
		this.jdbc.sql("""
				update work_share set fact_key = :key
				where task_id in (select id from work_item where case_number = :case and state = 'OPEN')
				""").param("key", key).param("case", caseNumber).update();
	}

	private void insert(WorkItem item, String username, String view, Instant sortedAt) {
		this.jdbc.sql("""
				insert into work_share (username, task_id, view_name, process, sorted_at, due_at, due_key,
				  subject_en_key, subject_zh_key, requester_key, fact_key)
				select :user, :task, :view, :process, cast(:sorted as timestamp with time zone),
				  cast(:due as timestamp with time zone), cast(:dueKey as timestamp with time zone),
				  :en, :zh, f.requester_key, f.fact_key
				from case_file f where f.number = :case
				""")
			.param("dueKey", WorkTable.time((item.dueAt() == null) ? NEVER : item.dueAt()))
			.param("en", SortKeys.text(item.title().en()))
			.param("zh", SortKeys.text(item.title().zh()))
			.param("case", item.caseNumber())
			.param("user", username)
			.param("task", item.id())
			.param("view", view)
			.param("process", item.process())
			.param("sorted", WorkTable.time(sortedAt))
			.param("due", WorkTable.time(item.dueAt()))
			.update();
	}

}
