package org.gongjian.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.SortKeys;
import org.gongjian.shared.ReadOnce;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShareTable {

	private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final ChangedLists changed;

	ShareTable(NamedParameterJdbcOperations batches, ChangedLists changed) {
		this.jdbc = JdbcClient.create(batches);
		this.batches = batches;
		this.changed = changed;
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
		Map<String, String> views = new LinkedHashMap<>();
		usernames.forEach((username) -> views.put(username,
				(holder == null) ? "POOL" : holder.equals(username) ? "MINE" : "TAKEN"));
		insert(item, views, item.createdAt());
		this.changed.of(usernames);
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
		insert(item, Map.of(asked, "ASKED"), item.createdAt());
		changed(item.id());
	}

	/** Gives the floor back to somebody. */
	void view(WorkItem item, String username, String view) {
		this.jdbc.sql("delete from work_share where task_id = :task and username = :user")
			.param("task", item.id())
			.param("user", username)
			.update();
		insert(item, Map.of(username, view), item.createdAt());
		changed(item.id());
	}

	void freed(String taskId) {
		this.jdbc.sql("update work_share set view_name = 'POOL' where task_id = :task").param("task", taskId).update();
		changed(taskId);
	}

	/**
	 * Moves a task that somebody decided to the list of what they did.
	 * @param people on whose lists it was
	 */
	void done(WorkItem item, String by, Instant at, List<String> people) {
		if (!people.equals(List.of(by))) {
			clear(item.id(), people);
			insert(item, Map.of(by, "DONE"), at);
		}
		else {
			this.jdbc.sql("""
					update work_share set view_name = 'DONE', acting_for = null, sorted_at = :at
					where task_id = :task and username = :user
					""").param("at", WorkTable.time(at)).param("task", item.id()).param("user", by).update();
		}
		this.changed.of(List.of(by));
	}

	/** Takes a task off everybody's lists. */
	void clear(String taskId) {
		clear(taskId, people(taskId));
	}

	private void clear(String taskId, Collection<String> people) {
		this.changed.of(people);
		this.jdbc.sql("delete from work_share where task_id = :task").param("task", taskId).update();
	}

	private void changed(String taskId) {
		this.changed.of(people(taskId));
	}

	Optional<String> view(String taskId, String username) {
		return of(taskId).stream().filter((line) -> line.username().equals(username)).map(Share::view).findFirst();
	}

	/** For whom somebody has a task as a stand-in. */
	Optional<String> actingFor(String taskId, String username) {
		return of(taskId).stream()
			.filter((line) -> line.username().equals(username) && line.actingFor() != null)
			.map(Share::actingFor)
			.findFirst();
	}

	List<String> people(String taskId) {
		return of(taskId).stream().map(Share::username).toList();
	}

	/** On whose lists a task is, and how. */
	List<Share> of(String taskId) {
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

	/**
	 * @param views on which of whose lists, by their accounts
	 */
	private void insert(WorkItem item, Map<String, String> views, Instant sortedAt) {
		this.batches.batchUpdate("""
				insert into work_share (username, task_id, view_name, process, sorted_at, due_at, due_key,
				  subject_en_key, subject_zh_key, requester_key, fact_key)
				select :user, :task, :view, :process, cast(:sorted as timestamp with time zone),
				  cast(:due as timestamp with time zone), cast(:dueKey as timestamp with time zone),
				  :en, :zh, f.requester_key, f.fact_key
				from case_file f where f.number = :case
				""", views.entrySet()
			.stream()
			.map((view) -> row(item, sortedAt).addValue("user", view.getKey()).addValue("view", view.getValue()))
			.toArray(SqlParameterSource[]::new));
	}

	private static MapSqlParameterSource row(WorkItem item, Instant sortedAt) {
		return new MapSqlParameterSource("task", item.id()).addValue("case", item.caseNumber())
			.addValue("process", item.process())
			.addValue("sorted", WorkTable.time(sortedAt))
			.addValue("due", WorkTable.time(item.dueAt()))
			.addValue("dueKey", WorkTable.time((item.dueAt() == null) ? NEVER : item.dueAt()))
			.addValue("en", SortKeys.text(item.title().en()))
			.addValue("zh", SortKeys.text(item.title().zh()));
	}

}
