package org.gongjian.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notification}. */
@Repository
class NotificationTable {

	private static final String INSERT = """
			insert into notification (id, username, kind, case_number, task_id, title_en, title_zh, step_en, step_zh,
			  actor, remark, due_at, at, mail_after)
			values (:id, :user, :kind, :case, :task, :titleEn, :titleZh, :stepEn, :stepZh, :actor, :remark, :due, :at,
			  :mail)
			""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	NotificationTable(NamedParameterJdbcOperations batches) {
		this.jdbc = JdbcClient.create(batches);
		this.batches = batches;
	}

	/**
	 * Keeps messages.
	 * @param mails when who hears of them by mail too
	 */
	void insert(List<Notification> notices, Map<String, Instant> mails) {
		this.batches.batchUpdate(INSERT,
				notices.stream()
					.map((notice) -> row(notice, mails.get(notice.username())))
					.toArray(SqlParameterSource[]::new));
	}

	private static SqlParameterSource row(Notification notice, Instant mailAfter) {
		Bilingual step = (notice.step() == null) ? new Bilingual(null, null) : notice.step();
		return new MapSqlParameterSource("id", notice.id()).addValue("user", notice.username())
			.addValue("kind", notice.kind().name())
			.addValue("case", notice.caseNumber())
			.addValue("task", notice.taskId())
			.addValue("titleEn", notice.title().en())
			.addValue("titleZh", notice.title().zh())
			.addValue("stepEn", step.en())
			.addValue("stepZh", step.zh())
			.addValue("actor", notice.actor())
			.addValue("remark", notice.remark())
			.addValue("due", Moments.stored(notice.dueAt()))
			.addValue("at", Moments.stored(notice.at()))
			.addValue("mail", Moments.stored(mailAfter));
	}

	List<Notification> page(String username, boolean unreadOnly, Instant before, UUID beforeId, int limit) {
		return this.jdbc.sql("""
				select * from notification
				where username = :user and (at < :at or (at = :at and id < :id))
				  and (:all = true or read_at is null)
				order by at desc, id desc fetch first :limit rows only
				""")
			.param("user", username)
			.param("at", Moments.stored(before))
			.param("id", beforeId)
			.param("all", !unreadOnly)
			.param("limit", limit)
			.query(NotificationTable::map)
			.list();
	}

	Optional<Notification> find(String username, UUID id) {
		return this.jdbc.sql("select * from notification where id = :id and username = :user")
			.param("id", id)
			.param("user", username)
			.query(NotificationTable::map)
			.optional();
	}

	int unread(String username, int most) {
		return this.jdbc.sql("""
				select count(*) from (select 1 from notification where username = :user and read_at is null
				  fetch first :most rows only) counted
				""").param("user", username).param("most", most).query(Integer.class).single();
	}

	void read(String username, UUID id, Instant at) {
		this.jdbc.sql("""
				update notification set read_at = :at where id = :id and username = :user and read_at is null
				""").param("at", Moments.stored(at)).param("id", id).param("user", username).update();
	}

	void readAll(String username, Instant at) {
		this.jdbc.sql("update notification set read_at = :at where username = :user and read_at is null")
			.param("at", Moments.stored(at))
			.param("user", username)
			.update();
	}

	/** Whom the unread messages about a task concern. */
	List<String> waiting(String taskId) {
		return this.jdbc.sql("""
				select distinct username from notification where task_id = :task and read_at is null
				""").param("task", taskId).query(String.class).list();
	}

	/** Nobody needs to act on the task any more: neither page nor mail mention it. */
	void settle(String taskId, Collection<String> usernames, Instant at) {
		this.jdbc.sql("""
				update notification set read_at = :at, mail_after = null
				where task_id = :task and read_at is null and username in (:users)
				""").param("at", Moments.stored(at)).param("task", taskId).param("users", usernames).update();
	}

	/** People for whom a mail is due, those waiting longest first. */
	List<String> mailDue(Instant now, int limit) {
		return this.jdbc.sql("""
				select username from notification where mail_after <= :now
				group by username order by min(mail_after) fetch first :limit rows only
				""").param("now", Moments.stored(now)).param("limit", limit).query(String.class).list();
	}

	/** What a person's mail says, oldest first. */
	List<Notification> toMail(String username, Instant now, int limit) {
		return this.jdbc.sql("""
				select * from notification where username = :user and mail_after <= :now
				order by at, id fetch first :limit rows only
				""")
			.param("user", username)
			.param("now", Moments.stored(now))
			.param("limit", limit)
			.query(NotificationTable::map)
			.list();
	}

	/**
	 * Notes that a message was put into a mail.
	 * @return false when another node did it first
	 */
	boolean mailed(UUID id) {
		return this.jdbc.sql("update notification set mail_after = null where id = :id and mail_after is not null")
			.param("id", id)
			.update() == 1;
	}

	int deleteReadBefore(Instant before) {
		return this.jdbc.sql("delete from notification where read_at < :before")
			.param("before", Moments.stored(before))
			.update();
	}

	private static Notification map(ResultSet row, int number) throws SQLException {
		String step = row.getString("step_en");
		return new Notification(row.getObject("id", UUID.class), row.getString("username"),
				Kind.valueOf(row.getString("kind")), row.getString("case_number"), row.getString("task_id"),
				new Bilingual(row.getString("title_en"), row.getString("title_zh")),
				(step == null) ? null : new Bilingual(step, row.getString("step_zh")), row.getString("actor"),
				row.getString("remark"), Moments.read(row, "due_at"), Moments.read(row, "at"),
				Moments.read(row, "read_at"));
	}

}
