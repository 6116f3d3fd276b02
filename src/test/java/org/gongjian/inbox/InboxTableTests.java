package org.gongjian.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.SortKeys;
import org.gongjian.inbox.CaseListTable.Sight;
import org.gongjian.inbox.Narrowing.Days;
import org.gongjian.inbox.Narrowing.Scope;
import org.gongjian.support.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The statements of lists and of search, on both databases. */
@Tag("postgres")
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTableTests {

	private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");

	private static final Days DAYS = new Days(NOW, NOW.plusSeconds(3600), NOW.plusSeconds(7 * 86400));

	private static final Map<String, String> PROCESSES = Map.of("pairing", "结对审批", "plaque", "授牌");

	@Parameter
	private Database database;

	private JdbcClient jdbc;

	private InboxTable table;

	@BeforeEach
	void aListOfSeven() {
		if (this.jdbc != null) {
			return;
		}
		this.jdbc = JdbcClient.create(this.database.migrated());
		this.table = new InboxTable(this.jdbc);
		String[] subjects = { "Bridge 大桥", "Ants 蚂蚁", "Ants 北京", "Dams 水坝", "Cars 汽车", "Eels 鳗鱼", "Fish 鱼" };
		for (int i = 0; i < subjects.length; i++) {
			row(i, subjects[i], (i % 2 == 0) ? "MINE" : "POOL");
		}
		row(9, "Others 别人", "TAKEN");
	}

	private void row(int i, String subject, String share) {
		String[] names = subject.split(" ");
		UUID id = UUID.randomUUID();
		OffsetDateTime at = NOW.plusSeconds(i).atOffset(ZoneOffset.UTC);
		OffsetDateTime due = (i == 3) ? null : NOW.plusSeconds((i - 2) * 1000L).atOffset(ZoneOffset.UTC);
		String number = "T-2026-000" + i;
		this.jdbc.sql("""
				insert into case_file (id, number, process, definition, instance, title_en, title_zh, status, initiator,
				  opened_at, revision, fact_en, fact_zh, fact_key)
				values (:id, :number, :process, 'd', '', :en, :zh, 'open', 'li.wei', :at, 0, 'Sum', '数', :fact)
				""")
			.param("id", id)
			.param("number", number)
			.param("process", (i < 5) ? "pairing" : "plaque")
			.param("en", names[0])
			.param("zh", names[1])
			.param("at", at)
			.param("fact", SortKeys.number(java.math.BigDecimal.valueOf(100 - i * 30)))
			.update();
		this.jdbc
			.sql("""
					insert into work_item (id, case_number, process, definition, step, step_name, body, slot, asked, why,
					  state, title_en, title_zh, requested_by, created_at, due_at, round, review, reminders, escalated, version)
					values (:id, :number, 'p', 'd', 'task-a', 'Review 审核', 'b', 's', 's', '', 'OPEN', :en, :zh, 'li.wei',
					  :at, cast(:due as timestamp with time zone), 1, false, 0, false, 0)
					""")
			.param("id", "t" + i)
			.param("number", number)
			.param("en", names[0])
			.param("zh", names[1])
			.param("at", at)
			.param("due", due)
			.update();
		this.jdbc
			.sql("""
					insert into work_share (username, task_id, view_name, process, sorted_at, due_at, due_key, subject_en_key,
					  subject_zh_key, requester_key, fact_key)
					select 'me', :task, :share, f.process, f.opened_at, w.due_at,
					  coalesce(w.due_at, timestamp with time zone '9999-12-31 00:00:00+00'), :en, :zh, 'li wei', f.fact_key
					from case_file f join work_item w on w.case_number = f.number where f.number = :number
					""")
			.param("task", "t" + i)
			.param("share", share)
			.param("en", SortKeys.text(names[0]))
			.param("zh", SortKeys.text(names[1]))
			.param("number", number)
			.update();
		new WordTable(this.jdbc).put(number, "title", SearchWords.of(subject, true));
		new WordTable(this.jdbc).put(number, "number", SearchWords.of(number, false));
	}

	private List<String> all(Sort sort, Locale locale, String query, int page) {
		List<String> found = new ArrayList<>();
		Narrowing narrowing = Narrowing.of(Scope.TASKS, Query.parse(query), PROCESSES, DAYS);
		String cursor = null;
		do {
			List<Row> rows = this.table.page("me", View.TODO, narrowing, Cursor.of(cursor, sort), locale, page);
			rows.forEach((row) -> found.add(row.item().id()));
			rows.forEach((row) -> assertThat(row.counted()).isEqualTo(this.table.count("me", View.TODO, narrowing)));
			cursor = rows.isEmpty() ? null : Inbox.cursor(rows.get(rows.size() - 1), sort, 0).text();
		}
		while (cursor != null);
		return found;
	}

	@ParameterizedTest
	@CsvSource({ "newest,en,t6 t5 t4 t3 t2 t1 t0", "oldest,en,t0 t1 t2 t3 t4 t5 t6", "due,en,t0 t1 t2 t4 t5 t6 t3",
			"subject,en,t1 t2 t0 t4 t3 t5 t6", "subject,zh,t2 t0 t1 t5 t4 t3 t6", "requester,en,t0 t1 t2 t3 t4 t5 t6",
			"fact,en,t6 t5 t4 t3 t2 t1 t0", "-fact,zh,t0 t1 t2 t3 t4 t5 t6" })
	void everySortIsReadPageByPageWithoutGapsOrRepetitions(String sort, String language, String expected) {
		Locale locale = Locale.forLanguageTag(language);
		assertThat(String.join(" ", all(Sort.of(sort), locale, "", 3))).isEqualTo(expected);
		assertThat(String.join(" ", all(Sort.of(sort), locale, "", 1))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "大桥,t0", "dq,t0", "桥,t0", "brid,t0", "T-2026-0003,t3", "overdue,t1 t0", "-overdue,t6 t5 t4 t3 t2",
			"today -mine,t5", "process:plaque mine,t6", "流程:授牌,t6 t5", "mine -大桥,t6 t4 t2", "北京 ants,t2",
			"number:T-2026-0004,t4", "urgent,t5 t4 t2 t1 t0", "step:审核 eels,t5" })
	void conditionsLeaveOutWhatTheyDoNotMean(String query, String expected) {
		assertThat(String.join(" ", all(Sort.NEWEST, Locale.ENGLISH, query, 10))).isEqualTo(expected);
	}

	@Test
	void whatIsNotMineIsFoundByNothing() {
		assertThat(all(Sort.NEWEST, Locale.ENGLISH, "别人", 10)).isEmpty();
		assertThat(all(Sort.NEWEST, Locale.ENGLISH, "T-2026-0009", 10)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "returned", "files", "comments", "copied", "org:E03", "from:li" })
	void everyConditionIsAStatementThatRuns(String query) {
		assertThat(all(Sort.NEWEST, Locale.ENGLISH, query, 10)).isEmpty();
		assertThat(all(Sort.NEWEST, Locale.ENGLISH, "-" + query, 10)).hasSize(7);
		Narrowing cases = Narrowing.of(Scope.CASES, Query.parse(query + " overdue -step:x"), PROCESSES, DAYS);
		assertThat(new CaseListTable(this.jdbc).countRequests("li.wei", cases)).isZero();
	}

	@Test
	void aReservedCaseIsListedForItsRoleAndItsInitiatorOnly() {
		this.jdbc.sql("update case_file set reserved_for = 'inspector' where number = 'T-2026-0003'").update();
		this.jdbc
			.sql("insert into case_copy (username, case_number, at) select 'zone', number, opened_at from case_file")
			.update();
		Narrowing all = Narrowing.of(Scope.CASES, List.of(), PROCESSES, DAYS);
		CaseListTable cases = new CaseListTable(this.jdbc);
		for (String role : List.of("officer", "inspector")) {
			Sight sight = new Sight(true, "zone", Set.of(), Set.of(role));
			int seen = role.equals("inspector") ? 8 : 7;
			assertThat(cases.visible(sight, all, null, null, Cursor.START, 20)).hasSize(seen);
			assertThat(cases.copied(sight, all, Cursor.START, 20)).hasSize(seen);
			assertThat(cases.countCopied(sight, all)).isEqualTo(seen);
		}
		assertThat(cases.requests("li.wei", all, Cursor.START, 20)).hasSize(8);
		this.jdbc.sql("update case_file set reserved_for = null").update();
		this.jdbc.sql("delete from case_copy").update();
	}

	@Test
	void casesAreFoundByTheSameWords() {
		Narrowing narrowing = Narrowing.of(Scope.CASES, Query.parse("dq overdue -returned"), PROCESSES, DAYS);
		assertThat(new CaseListTable(this.jdbc).requests("li.wei", narrowing, Cursor.START, 10))
			.extracting(CaseRow::number)
			.containsExactly("T-2026-0000");
	}

}
