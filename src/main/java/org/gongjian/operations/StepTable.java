package org.gongjian.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits where, as {@code work_item} and {@code case_file} have it. */
@Repository
class StepTable {

	private final JdbcClient jdbc;

	StepTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The open tasks of a step.
	 *
	 * @param oldest when the one that has waited longest opened
	 */
	record Open(String step, int tasks, int overdue, Instant oldest) {
	}

	/**
	 * A case at a step.
	 *
	 * @param tasks how many are open there, one for each who is asked
	 * @param createdAt when the first of them opened
	 * @param dueAt when the first of them is due, or {@code null}
	 */
	record Waiting(String caseNumber, Bilingual title, Bilingual step, int tasks, Instant createdAt, Instant dueAt) {
	}

	List<Open> open(String definition, Instant now) {
		return this.jdbc.sql("""
				select step, count(*) as tasks, sum(case when due_at < :now then 1 else 0 end) as overdue,
				  min(created_at) as oldest
				from work_item where state = 'OPEN' and definition = :definition group by step order by step
				""")
			.param("now", Moments.stored(now))
			.param("definition", definition)
			.query((row, number) -> new Open(row.getString("step"), row.getInt("tasks"), row.getInt("overdue"),
					Moments.read(row, "oldest")))
			.list();
	}

	/**
	 * The cases that have waited longest, at one step or at all, once for each step;
	 * reserved ones are not listed.
	 */
	List<Waiting> waiting(String definition, String step, int most) {
		return this.jdbc
			.sql("""
					select case_number, title_en, title_zh, step, step_name, count(*) as tasks,
					  min(created_at) as created_at, min(due_at) as due_at from work_item
					where state = 'OPEN' and definition = :definition and (cast(:step as varchar(120)) is null or step = :step)
					  and not exists (select 1 from case_file
					    where number = case_number and reserved_for is not null)
					group by case_number, title_en, title_zh, step, step_name
					order by min(created_at), case_number, step fetch first :most rows only
					""")
			.param("definition", definition)
			.param("step", step)
			.param("most", most)
			.query((row, number) -> new Waiting(row.getString("case_number"),
					new Bilingual(row.getString("title_en"), row.getString("title_zh")),
					Bilingual.ofName(row.getString("step_name")), row.getInt("tasks"), Moments.read(row, "created_at"),
					Moments.read(row, "due_at")))
			.list();
	}

	/** Those of some cases that may be listed: reserved ones are not. */
	List<String> listed(List<String> numbers) {
		if (numbers.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select number from case_file where number in (:numbers) and reserved_for is null order by number")
			.param("numbers", numbers)
			.query(String.class)
			.list();
	}

	/** How many cases of a process there are, by their state. */
	Map<String, Long> cases(String process) {
		record Counted(String status, long cases) {
		}
		return this.jdbc.sql("select status, count(*) as cases from case_file where process = :process group by status")
			.param("process", process)
			.query((row, number) -> new Counted(row.getString("status"), row.getLong("cases")))
			.list()
			.stream()
			.collect(Collectors.toMap(Counted::status, Counted::cases));
	}

}
