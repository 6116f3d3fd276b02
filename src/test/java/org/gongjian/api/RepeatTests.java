package org.gongjian.api;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gongjian.api.Trial.COLLEAGUE;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.SECRETARY;
import static org.gongjian.api.Trial.json;

@HouseTest
class RepeatTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private Repeats repeats;

	@Autowired
	private JdbcClient jdbc;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void theSameKeyAndBodyGetTheFirstAnswer() {
		String key = key();
		MvcTestResult first = this.trial.post(LIAISON, "/cases", Trial.request("Sent twice"), key);
		MvcTestResult second = this.trial.post(LIAISON, "/cases", Trial.request("Sent twice"), key);
		assertThat(first).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
		assertThat(second).hasStatus(201).hasContentType("application/json").hasHeader("Idempotency-Replayed", "true");
		assertThat(json(second)).isEqualTo(json(first));
		assertThat(second.getResponse().getContentAsByteArray()).isEqualTo(first.getResponse().getContentAsByteArray());
		assertThat(second.getResponse().getHeader("Location")).isEqualTo(first.getResponse().getHeader("Location"))
			.isNotNull();
	}

	@Test
	void theSameKeyForSomethingElseIsRefused() {
		String key = key();
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("First body"), key)).hasStatus(201);
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Other body"), key)).hasStatus(422);
		String number = this.trial.open("Other address");
		assertThat(this.trial.post(LIAISON, "/cases/" + number + "/comments", "{\"text\": \"hello\"}", key))
			.hasStatus(422);
	}

	@Test
	void keysBelongToPersons() {
		String key = key();
		String number = this.trial.open("Two persons");
		String path = "/cases/" + number + "/comments";
		assertThat(this.trial.post(LIAISON, path, "{\"text\": \"hello\"}", key)).hasStatus(201);
		assertThat(this.trial.post(SECRETARY, path, "{\"text\": \"hello\"}", key)).hasStatus(201)
			.doesNotContainHeader("Idempotency-Replayed");
		assertThat(json(this.trial.get(LIAISON, path))).hasSize(2);
	}

	@Test
	void refusalsAreRepeatedToo() {
		String key = key();
		String number = this.trial.open("Refused");
		String path = "/cases/" + number + "/withdraw";
		MvcTestResult first = this.trial.post(LIAISON, path, "{\"reason\": \"no\"}", key);
		MvcTestResult second = this.trial.post(LIAISON, path, "{\"reason\": \"no\"}", key);
		assertThat(second).hasStatus(422)
			.hasContentType("application/problem+json")
			.hasHeader("Idempotency-Replayed", "true");
		assertThat(json(second)).isEqualTo(json(first));
	}

	@Test
	void aRefusedEffectLeavesNothingAndItsReasonInTheJournal() {
		String number = this.trial.inReview("Refused effect");
		int before = journal();
		assertThat(this.trial.post(SECRETARY, "/cases/" + number + "/withdraw", "{\"reason\": \"not mine\"}", key()))
			.hasStatus(403);
		assertThat(journal()).isEqualTo(before + 1);
	}

	private int journal() {
		return this.jdbc.sql("select count(*) from journal where what = 'access.refused' and actor = :user")
			.param("user", SECRETARY)
			.query(Integer.class)
			.single();
	}

	@Test
	void aKeyIsAWord() {
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Bad key"), "two words")).hasStatus(422);
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Bad key"), "x".repeat(201))).hasStatus(422);
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Bad key"), "")).hasStatus(422);
	}

	@Test
	void aFaultIsForgotten() {
		Sending sending = new Sending(LIAISON, key(), "hash");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.repeats.once(sending, new MockHttpServletRequest(), () -> {
				throw new IllegalStateException("the disk is full");
			}));
		ResponseEntity<String> second = this.repeats.once(sending, new MockHttpServletRequest(),
				() -> ResponseEntity.ok("done"));
		assertThat(second.getBody()).isEqualTo("done");
	}

	@Test
	void answersAreKeptForADay() {
		String key = key();
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Long ago"), key)).hasStatus(201);
		this.jdbc.sql("update api_answer set created_at = created_at - interval '25' hour where request_key = :key")
			.param("key", key)
			.update();
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Today"), key)).hasStatus(201);
		this.repeats.cleanUp();
		assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Today"), key)).hasHeader("Idempotency-Replayed",
				"true");
	}

	@Test
	void manyAtOnceChangeOneThing() throws Exception {
		String number = this.trial.open("Many at once");
		String key = key();
		List<MvcTestResult> answers = atOnce(12,
				(at) -> this.trial.post(LIAISON, "/cases/" + number + "/comments", "{\"text\": \"only once\"}", key));
		assertThat(answers).allMatch((answer) -> List.of(201, 409).contains(answer.getResponse().getStatus()))
			.anyMatch((answer) -> answer.getResponse().getStatus() == 201);
		assertThat(json(this.trial.get(LIAISON, "/cases/" + number + "/comments"))).hasSize(1);
		assertThat(this.trial.post(LIAISON, "/cases/" + number + "/comments", "{\"text\": \"only once\"}", key))
			.hasStatus(201);
	}

	@Test
	void ofManyDecisionsOneCounts() throws Exception {
		for (int round = 0; round < 3; round++) {
			String number = this.trial.inReview("Decided by many");
			String path = "/tasks/" + this.trial.task(number) + "/complete";
			List<MvcTestResult> answers = atOnce(16,
					(at) -> this.trial.post((at % 2 == 0) ? OFFICER : COLLEAGUE, path,
							"{\"decision\": \"%s\", \"comment\": \"as I see it\", \"data\": {\"coiDeclared\": true}}"
								.formatted((at % 2 == 0) ? "APPROVE" : "REJECT"),
							key()));
			List<Integer> statuses = answers.stream().map((answer) -> answer.getResponse().getStatus()).toList();
			assertThat(statuses).containsOnly(200, 409);
			long decided = json(this.trial.get(LIAISON, "/cases/" + number + "/timeline")).valueStream()
				.filter((line) -> line.get("action").stringValue().equals("decided")
						&& line.get("step").stringValue().equals("task-review"))
				.count();
			assertThat(decided).isEqualTo(1);
		}
	}

	private static List<MvcTestResult> atOnce(int many, java.util.function.IntFunction<MvcTestResult> one)
			throws Exception {
		var threads = Executors.newFixedThreadPool(many);
		try {
			List<Callable<MvcTestResult>> calls = IntStream.range(0, many)
				.mapToObj((at) -> (Callable<MvcTestResult>) () -> one.apply(at))
				.toList();
			var answers = new java.util.ArrayList<MvcTestResult>();
			for (Future<MvcTestResult> answer : threads.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
