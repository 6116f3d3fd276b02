package org.gongjian.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code task_question}. */
@Repository
class QuestionTable {

	private final JdbcClient jdbc;

	QuestionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Question question) {
		this.jdbc.sql("""
				insert into task_question (id, task_id, asker, asked, question, asked_at, state)
				values (:id, :task, :asker, :asked, :question, :at, 'OPEN')
				""")
			.param("id", question.id())
			.param("task", question.taskId())
			.param("asker", question.asker())
			.param("asked", question.asked())
			.param("question", question.question())
			.param("at", Moments.stored(question.askedAt()))
			.update();
	}

	/** All questions of a task, oldest first. */
	List<Question> of(String taskId) {
		return this.jdbc.sql("select * from task_question where task_id = :task order by seq")
			.param("task", taskId)
			.query(QuestionTable::map)
			.list();
	}

	/** Who has the floor, if somebody was asked. */
	Optional<String> floor(String taskId) {
		return this.jdbc.sql("""
				select asked from task_question where task_id = :task and state = 'OPEN'
				order by seq desc fetch first 1 rows only
				""").param("task", taskId).query(String.class).optional();
	}

	void answered(UUID id, String answer, Instant at) {
		this.jdbc.sql("update task_question set state = 'ANSWERED', answer = :answer, ended_at = :at where id = :id")
			.param("answer", answer)
			.param("at", Moments.stored(at))
			.param("id", id)
			.update();
	}

	void takenBack(UUID id, Instant at) {
		this.jdbc.sql("update task_question set state = 'TAKEN_BACK', ended_at = :at where id = :id")
			.param("at", Moments.stored(at))
			.param("id", id)
			.update();
	}

	private static Question map(ResultSet row, int number) throws SQLException {
		return new Question(row.getObject("id", UUID.class), row.getString("task_id"), row.getString("asker"),
				row.getString("asked"), row.getString("question"), Moments.read(row, "asked_at"),
				row.getString("answer"), Moments.read(row, "ended_at"), row.getString("state").equals("OPEN"));
	}

}
