package org.gongjian.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShareTable {

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
		usernames.stream().distinct().forEach((username) -> {
			String view = (holder == null) ? "POOL" : holder.equals(username) ? "MINE" : "TAKEN";
			insert(item, username, view, item.createdAt());
		});
	}

	void taken(String taskId, String holder) {
		this.jdbc.sql("""
				update work_share set view_name = case when username = :holder then 'MINE' else 'TAKEN' end
				where task_id = :task
				""").param("holder", holder).param("task", taskId).update();
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
	}

	/** Gives the floor back to somebody. */
	void view(WorkItem item, String username, String view) {
		this.jdbc.sql("delete from work_share where task_id = :task and username = :user")
			.param("task", item.id())
			.param("user", username)
			.update();
		insert(item, username, view, item.createdAt());
	}

	void freed(String taskId) {
		this.jdbc.sql("update work_share set view_name = 'POOL' where task_id = :task").param("task", taskId).update();
	}

	void done(WorkItem item, String by, Instant at) {
		clear(item.id());
		insert(item, by, "DONE", at);
	}

	void clear(String taskId) {
		this.jdbc.sql("delete from work_share where task_id = :task").param("task", taskId).update();
	}

	Optional<String> view(String taskId, String username) {
		return this.jdbc.sql("select view_name from work_share where task_id = :task and username = :user")
			.param("task", taskId)
			.param("user", username)
			.query(String.class)
			.optional();
	}

	List<String> people(String taskId) {
		return this.jdbc.sql("select username from work_share where task_id = :task order by username")
			.param("task", taskId)
			.query(String.class)
			.list();
	}

	private void insert(WorkItem item, String username, String view, Instant sortedAt) {
		this.jdbc.sql("""
				insert into work_share (username, task_id, view_name, process, sorted_at, due_at)
				values (:user, :task, :view, :process, :sorted, :due)
				""")
			.param("user", username)
			.param("task", item.id())
			.param("view", view)
			.param("process", item.process())
			.param("sorted", WorkTable.time(sortedAt))
			.param("due", WorkTable.time(item.dueAt()))
			.update();
	}

}
