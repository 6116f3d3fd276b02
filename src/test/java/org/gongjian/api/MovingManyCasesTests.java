package org.gongjian.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.gongjian.approval.ReadModel;
import org.gongjian.casefile.Cases;
import org.gongjian.support.HouseTest;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.SECOND;
import static org.gongjian.api.Trial.json;

/**
 * Running cases of three versions are moved to a fourth while people go on deciding: none
 * is lost, none is moved or decided twice, and people's lists equal the engine's tasks at
 * every moment. How many is said by {@code house.moved}, 500 for the judged number.
 */
@HouseTest
class MovingManyCasesTests {

	private static final int MANY = Integer.getInteger("house.moved", 12);

	private static final String APPROVE = "{\"decision\": \"APPROVE\", \"data\": {\"coiDeclared\": true}}";

	@Autowired
	private ApplicationContext house;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReadModel readModel;

	@Autowired
	private Cases cases;

	private Trial trial;

	private String first;

	private List<String> before;

	@BeforeEach
	void settle() {
		this.trial = new Trial(this.house);
		this.first = diagram(newest());
		this.before = this.readModel.differences();
	}

	@AfterEach
	void asItWas() {
		release(this.first);
	}

	@Test
	void casesOfThreeVersionsAreMovedWhilePeopleDecide() throws Exception {
		List<Integer> versions = new ArrayList<>();
		List<List<String>> cases = new ArrayList<>();
		for (int version = 0; version < 3; version++) {
			release(this.first.replace("name=\"Review 审核\"", "name=\"Review %d 审核\"".formatted(version)));
			versions.add(newest());
			cases.add(open());
		}
		release(this.first.replace("name=\"Review 审核\"", "name=\"Last look 末审\""));
		int last = newest();
		Map<String, String> tasks = tasks(cases);
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService people = Executors.newFixedThreadPool(4);
		try {
			Future<Integer> checker = people.submit(() -> unequalUntil(over));
			Future<Integer> officers = people.submit(() -> decideEverySecond(cases, tasks));
			List<Future<Integer>> movers = new ArrayList<>();
			for (int version = 0; version < 3; version++) {
				movers.add(people.submit(moving(cases.get(version), versions.get(version), last)));
			}
			int moved = 0;
			for (Future<Integer> mover : movers) {
				moved += mover.get();
			}
			int decided = officers.get();
			over.set(true);
			assertThat(checker.get()).as("moments at which the lists were not the engine's").isZero();
			assertThat(moved).isEqualTo(3 * MANY);
			assertThat(decided).isEqualTo((3 * MANY + 1) / 2);
		}
		finally {
			over.set(true);
			people.shutdown();
		}
		everyCaseIsWhereItBelongs(cases);
	}

	private List<String> open() {
		List<String> opened = new ArrayList<>();
		for (int one = 0; one < MANY; one++) {
			this.house.getBean(Limits.class).reset();
			opened.add(this.trial.inReview("Moved " + one));
		}
		return opened;
	}

	private Map<String, String> tasks(List<List<String>> cases) {
		return cases.stream()
			.flatMap(List::stream)
			.collect(java.util.stream.Collectors.toMap((number) -> number, this::openTask));
	}

	private String openTask(String number) {
		return this.jdbc.sql("select id from work_item where case_number = :case and state = 'OPEN'")
			.param("case", number)
			.query(String.class)
			.single();
	}

	/** In one statement, which sees one moment. */
	private int unequalUntil(AtomicBoolean over) {
		int wrong = 0;
		do {
			wrong += this.jdbc.sql("""
					select (select count(*) from act_ru_task t where t.proc_def_id_ like 'api-trial:%'
					          and not exists (select 1 from work_item w
					            where w.id = t.id_ and w.state = 'OPEN' and w.definition = t.proc_def_id_))
					     + (select count(*) from work_item w where w.definition like 'api-trial:%' and w.state = 'OPEN'
					          and not exists (select 1 from act_ru_task t where t.id_ = w.id))
					""").query(Integer.class).single();
		}
		while (!over.get());
		return wrong;
	}

	private int decideEverySecond(List<List<String>> cases, Map<String, String> tasks) {
		int decided = 0;
		List<String> all = cases.stream().flatMap(List::stream).toList();
		for (int one = 0; one < all.size(); one += 2) {
			this.house.getBean(Limits.class).reset();
			var answer = this.trial.post(OFFICER, "/tasks/" + tasks.get(all.get(one)) + "/complete", APPROVE);
			assertThat(answer).hasStatusOk();
			decided++;
		}
		return decided;
	}

	private Callable<Integer> moving(List<String> cases, int from, int to) {
		return () -> {
			JsonNode answer = json(this.trial.post(ADMIN, "/definitions/api-trial/migrate", new JsonMapper()
				.writeValueAsString(Map.of("from", from, "to", to, "cases", cases, "dryRun", false))));
			int moved = 0;
			for (JsonNode one : answer.get("results")) {
				assertThat(one.get("ok").booleanValue()).as(one.toString()).isTrue();
				moved++;
			}
			return moved;
		};
	}

	private void everyCaseIsWhereItBelongs(List<List<String>> cases) {
		List<String> all = cases.stream().flatMap(List::stream).toList();
		for (int one = 0; one < all.size(); one++) {
			String number = all.get(one);
			assertThat(step(number)).as(number).isEqualTo((one % 2 == 0) ? "task-confirm" : "task-review");
			assertThat(logged(number, "MOVED")).as(number).isEqualTo(1);
			assertThat(decidedReviews(number)).as(number).isEqualTo((one % 2 == 0) ? 1 : 0);
		}
		assertThat(this.readModel.differences()).isEqualTo(this.before);
	}

	private String step(String number) {
		return this.jdbc.sql("select step from work_item where case_number = :case and state = 'OPEN'")
			.param("case", number)
			.query(String.class)
			.single();
	}

	private long logged(String number, String action) {
		return this.cases.log(number).stream().filter((entry) -> entry.action().equals(action)).count();
	}

	private int decidedReviews(String number) {
		return this.jdbc
			.sql("select count(*) from work_item where case_number = :case and step = 'task-review' and state = 'DONE'")
			.param("case", number)
			.query(Integer.class)
			.single();
	}

	private int newest() {
		return json(this.trial.get(ADMIN, "/definitions/api-trial/versions")).get(0).get("version").intValue();
	}

	private String diagram(int version) {
		return new String(this.trial.get(ADMIN, "/definitions/api-trial/versions/" + version)
			.getResponse()
			.getContentAsByteArray(), UTF_8);
	}

	private void release(String xml) {
		this.house.getBean(Limits.class).reset();
		var begun = this.trial.post(ADMIN, "/drafts",
				new JsonMapper().writeValueAsString(Map.of("key", "api-trial", "xml", xml, "note", "moving")));
		String draft = "/drafts/" + json(begun).get("id").stringValue();
		assertThat(this.trial.post(ADMIN, draft + "/submit", null)).hasStatusOk();
		assertThat(this.trial.post(SECOND, draft + "/release", null)).hasStatusOk();
	}

}
