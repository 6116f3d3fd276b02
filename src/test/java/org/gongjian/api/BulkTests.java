package org.gongjian.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.OUTSIDER;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Many tasks are decided at once, each on its own. */
@HouseTest
class BulkTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	private Trial trial;

	private final List<String> tasks = new ArrayList<>();

	private final List<String> cases = new ArrayList<>();

	@BeforeEach
	void threeReviews() {
		this.trial = new Trial(this.house);
		for (int i = 1; i <= 3; i++) {
			this.cases.add(this.trial.inReview("Bulk " + i));
			this.tasks.add(this.trial.task(this.cases.get(i - 1)));
		}
	}

	@Test
	void eachIsDecidedOnItsOwnAndNoneSilently() {
		assertThat(this.trial.post(Trial.COLLEAGUE, "/tasks/" + this.tasks.get(1) + "/claim", null)).hasStatusOk();
		MvcTestResult answer = bulk(OFFICER, ids("unknown"), "APPROVE", null);
		assertThat(answer).hasStatusOk();
		JsonNode results = json(answer).get("results");
		assertThat(results.valueStream().map((one) -> one.get("ok").booleanValue())).containsExactly(true, false, true,
				false);
		assertThat(results.get(1).get("problem").stringValue()).endsWith(" has taken this task.");
		assertThat(results.get(3).get("problem").stringValue()).isNotBlank();
		assertThat(step(0)).isEqualTo("task-confirm");
		assertThat(step(1)).isEqualTo("task-review");
	}

	@Test
	void theSameKeyDecidesOnceAndAnswersAlike() {
		String key = UUID.randomUUID().toString();
		MvcTestResult first = bulk(OFFICER, ids(), "APPROVE", key);
		MvcTestResult second = bulk(OFFICER, ids(), "APPROVE", key);
		assertThat(json(second)).isEqualTo(json(first));
		assertThat(second).headers().hasValue("Idempotency-Replayed", "true");
		assertThat(bulk(OFFICER, ids(), "REJECT", key)).hasStatus(422);
		long decided = json(this.trial.get(LIAISON, "/cases/" + this.cases.get(0) + "/timeline")).valueStream()
			.filter((line) -> line.get("action").stringValue().equals("decided")
					&& line.get("step").stringValue().equals("task-review"))
			.count();
		assertThat(decided).isEqualTo(1);
	}

	@Test
	void whatADecisionNeedsIsAskedOfEachTask() {
		JsonNode results = json(bulk(OFFICER, ids(), "REJECT", null)).get("results");
		assertThat(results.valueStream().map((one) -> one.get("ok").booleanValue())).containsOnly(false);
		assertThat(step(2)).isEqualTo("task-review");
	}

	@Test
	void whatIsNotOnesOwnStaysHidden() {
		JsonNode results = json(bulk(OUTSIDER, ids("no-such-task"), "APPROVE", null)).get("results");
		assertThat(results.valueStream().map((one) -> one.get("problem").stringValue()).distinct()).hasSize(1);
		assertThat(step(0)).isEqualTo("task-review");
	}

	@Test
	void aBatchThatACrashCutShortGoesOnWhenItIsLookedAt() {
		UUID batch = this.house.getBean(org.gongjian.approval.Bulk.class)
			.begin(this.house.getBean(org.gongjian.identity.ActorSource.class).actor(OFFICER), this.tasks, "APPROVE",
					null);
		assertThat(step(0)).isEqualTo("task-review");
		await().untilAsserted(
				() -> assertThat(this.mvc.get().uri("/bulk/" + batch).with(user(OFFICER)).exchange()).bodyText()
					.contains("3 of 3 decided."));
		assertThat(step(0)).isEqualTo("task-confirm");
	}

	@Test
	void whatCannotBeSeenDoesNotHinderThePreview() {
		assertThat(this.mvc.post()
			.uri("/bulk")
			.with(user(OFFICER))
			.with(csrf())
			.param("ids", this.tasks.get(0), "no-such-task")
			.exchange()).hasStatusOk().bodyText().contains("Bulk 1");
	}

	@Test
	void tooManyOrNoneAreRefused() {
		assertThat(this.trial.post(OFFICER, "/tasks/bulk", "{\"ids\": [], \"decision\": \"APPROVE\"}")).hasStatus(422);
		assertThat(this.trial.post(OFFICER, "/tasks/bulk", "{\"ids\": [\"x\"]}")).hasStatus(422);
		String many = "\"x"
				+ String.join("\", \"x", java.util.stream.IntStream.range(0, 1001).mapToObj(String::valueOf).toList())
				+ "\"";
		assertThat(this.trial.post(OFFICER, "/tasks/bulk", "{\"ids\": [" + many + "], \"decision\": \"APPROVE\"}"))
			.hasStatus(422);
	}

	@Test
	void thePagesShowWhatCanBeDecidedAndWhatCameOfIt() {
		MvcTestResult preview = this.mvc.post()
			.uri("/bulk")
			.with(user(OFFICER))
			.with(csrf())
			.param("ids", this.tasks.toArray(String[]::new))
			.exchange();
		assertThat(preview).hasStatusOk().bodyText().contains("Bulk 1", "Bulk 2", "Bulk 3", "value=\"APPROVE\"");
		MvcTestResult sent = this.mvc.post()
			.uri("/bulk/send")
			.with(user(OFFICER))
			.with(csrf())
			.param("ids", this.tasks.toArray(String[]::new))
			.param("decision", "APPROVE")
			.exchange();
		String page = sent.getResponse().getHeader("Location");
		assertThat(this.mvc.get().uri(page).with(user(OUTSIDER)).exchange()).hasStatus(404);
		await().untilAsserted(() -> assertThat(this.mvc.get().uri(page).with(user(OFFICER)).exchange()).bodyText()
			.contains("3 of 3 decided."));
		assertThat(step(2)).isEqualTo("task-confirm");
	}

	private String step(int place) {
		return json(this.trial.get(LIAISON, "/cases/" + this.cases.get(place))).get("openTasks")
			.get(0)
			.get("step")
			.stringValue();
	}

	private String ids(String... more) {
		List<String> all = new ArrayList<>(this.tasks);
		all.addAll(List.of(more));
		return "\"" + String.join("\", \"", all) + "\"";
	}

	private MvcTestResult bulk(String username, String ids, String decision, String key) {
		return this.trial.post(username, "/tasks/bulk",
				"{\"ids\": [%s], \"decision\": \"%s\"}".formatted(ids, decision), key);
	}

}
