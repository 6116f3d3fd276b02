package org.gongjian.api;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.COLLEAGUE;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.SECRETARY;
import static org.gongjian.api.Trial.json;

@HouseTest
class TaskResourceTests {

	private static final String APPROVE = """
			{"decision": "APPROVE", "data": {"coiDeclared": true, "score": 7}}""";

	@Autowired
	private ApplicationContext house;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void aCaseGoesItsWholeWay() {
		String number = this.trial.inReview("The whole way");
		String review = this.trial.task(number);
		MvcTestResult approved = this.trial.post(OFFICER, "/tasks/" + review + "/complete", APPROVE);
		assertThat(approved).hasStatusOk();
		assertThat(json(approved).get("case").get("data").get("score").intValue()).isEqualTo(7);
		assertThat(json(approved).get("nextTask").isNull()).isTrue();
		String confirm = this.trial.task(number);
		assertThat(this.trial.post(SECRETARY, "/tasks/" + confirm + "/complete", "{\"data\": {\"agreed\": false}}"))
			.hasStatus(422);
		MvcTestResult confirmed = this.trial.post(SECRETARY, "/tasks/" + confirm + "/complete",
				"{\"decision\": \"COMPLETE\", \"data\": {\"agreed\": true}}");
		assertThat(confirmed).hasStatusOk();
		JsonNode file = json(confirmed).get("case");
		assertThat(file.get("status").stringValue()).isEqualTo("completed");
		assertThat(file.get("outcome").stringValue()).isEqualTo("IN_FORCE");
		assertThat(file.get("closedAt").isNull()).isFalse();
	}

	@Test
	void theNextTaskOfTheSamePersonIsNamed() {
		String number = this.trial.inReview("Back to me");
		String review = this.trial.task(number);
		assertThat(this.trial.post(OFFICER, "/tasks/" + review + "/return", """
				{"to": "START", "resume": "rerun", "reason": "not complete"}""")).hasStatusOk();
		JsonNode file = json(this.trial.get(LIAISON, "/cases/" + number));
		assertThat(file.get("openTasks").get(0).get("step").stringValue()).isEqualTo("task-prepare");
	}

	@Test
	void listsShowWhatIsWhose() {
		String number = this.trial.inReview("Listed");
		JsonNode pool = json(this.trial.get(OFFICER, "/tasks?view=pool&q=" + number));
		assertThat(pool.get("count").toString()).isEqualTo("{\"value\":1,\"capped\":false}");
		JsonNode line = pool.get("items").get(0);
		assertThat(line.get("case").stringValue()).isEqualTo(number);
		assertThat(line.get("step").stringValue()).isEqualTo("task-review");
		assertThat(line.get("name").stringValue()).isEqualTo("Review");
		assertThat(line.get("requestedBy").stringValue()).isEqualTo(LIAISON);
		assertThat(line.get("assignee").isNull()).isTrue();
		assertThat(line.get("why").stringValue()).isNotBlank().doesNotStartWith("organisation.");
		assertThat(line.get("overdue").booleanValue()).isFalse();
		assertThat(line.get("decisions").get(0).get("code").stringValue()).isEqualTo("APPROVE");
		assertThat(json(this.trial.get(LIAISON, "/tasks?q=" + number)).get("items").isEmpty()).isTrue();
		assertThat(json(this.trial.get(LIAISON, "/tasks?view=done&q=" + number)).get("items")).hasSize(1);
		JsonNode requests = json(this.trial.get(LIAISON, "/tasks?view=requests&q=" + number));
		assertThat(requests.get("items").get(0).get("case").stringValue()).isEqualTo(number);
		assertThat(requests.get("count").get("value").intValue()).isEqualTo(1);
		assertThat(json(this.trial.get(LIAISON, "/tasks?view=copied&q=" + number)).get("count").get("value").intValue())
			.isZero();
		assertThat(json(this.trial.get(OFFICER, "/tasks?due=overdue&q=" + number)).get("items").isEmpty()).isTrue();
		assertThat(this.trial.get(OFFICER, "/tasks?view=all")).hasStatus(422);
		assertThat(this.trial.get(OFFICER, "/tasks?due=never")).hasStatus(422);
	}

	@Test
	void aTaskTellsWhatItAsks() {
		String number = this.trial.inReview("Shown");
		JsonNode task = json(this.trial.get(OFFICER, "/tasks/" + this.trial.task(number)));
		assertThat(task.get("form").get("fields").valueStream().map((field) -> field.get("name").stringValue()))
			.contains("score", "coiDeclared");
		assertThat(task.get("data").get("subject").stringValue()).isEqualTo("Shown");
		assertThat(task.get("decisions").valueStream().map((decision) -> decision.get("code").stringValue()))
			.containsExactly("APPROVE", "REJECT", "RETURN");
		assertThat(task.get("decisions").get(1).get("commentRequired").booleanValue()).isTrue();
		assertThat(task.get("operations").toString()).isEqualTo(
				"[\"complete\",\"draft\",\"claim\",\"return\",\"conflict\",\"transfer\",\"delegate\",\"add-signers\"]");
		assertThat(task.get("version").isIntegralNumber()).isTrue();
		JsonNode foreign = json(this.trial.get(SECRETARY, "/tasks/" + this.trial.task(number)));
		assertThat(foreign.get("operations").isEmpty()).isTrue();
	}

	@Test
	void oneTakesItAndTheOtherIsTold() {
		String task = this.trial.task(this.trial.inReview("Taken"));
		MvcTestResult taken = this.trial.post(OFFICER, "/tasks/" + task + "/claim", null);
		assertThat(taken).hasStatusOk();
		assertThat(json(taken).get("assignee").stringValue()).isEqualTo(OFFICER);
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/claim", null)).hasStatusOk();
		MvcTestResult late = this.trial.post(COLLEAGUE, "/tasks/" + task + "/claim", null);
		assertThat(late).hasStatus(409);
		assertThat(json(late).get("decidedBy").stringValue()).isEqualTo(OFFICER);
		assertThat(this.trial.post(COLLEAGUE, "/tasks/" + task + "/complete", APPROVE)).hasStatus(409);
		assertThat(this.trial.post(LIAISON, "/tasks/" + task + "/complete", APPROVE)).hasStatus(403);
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/release", null)).hasStatusOk();
		assertThat(this.trial.post(COLLEAGUE, "/tasks/" + task + "/claim", null)).hasStatusOk();
	}

	@Test
	void whoComesSecondHearsWhoWasFirst() {
		String task = this.trial.task(this.trial.inReview("Raced"));
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", APPROVE)).hasStatusOk();
		MvcTestResult late = this.trial.post(COLLEAGUE, "/tasks/" + task + "/complete", APPROVE);
		assertThat(late).hasStatus(409);
		JsonNode problem = json(late);
		assertThat(problem.get("decidedBy").stringValue()).isEqualTo(OFFICER);
		assertThat(problem.get("decision").stringValue()).isEqualTo("APPROVE");
		assertThat(problem.get("decidedAt").stringValue()).endsWith("+08:00");
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", APPROVE)).hasStatusOk();
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", "{\"decision\": \"REJECT\"}"))
			.hasStatus(409);
	}

	@Test
	void anOldVersionIsNotDecided() {
		String task = this.trial.task(this.trial.inReview("Old version"));
		int version = json(this.trial.get(OFFICER, "/tasks/" + task)).get("version").intValue();
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/claim", null)).hasStatusOk();
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete",
				APPROVE.replace("{\"decision\"", "{\"version\": " + version + ", \"decision\"")))
			.hasStatus(409);
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete",
				APPROVE.replace("{\"decision\"", "{\"version\": " + (version + 1) + ", \"decision\"")))
			.hasStatusOk();
	}

	@Test
	void aDecisionIsCheckedLikeAForm() {
		String path = "/tasks/" + this.trial.task(this.trial.inReview("Checked")) + "/complete";
		assertThat(this.trial.post(OFFICER, path, "{}")).hasStatus(422);
		assertThat(this.trial.post(OFFICER, path, "{\"decision\": \"MAYBE\"}")).hasStatus(422);
		MvcTestResult noReason = this.trial.post(OFFICER, path,
				"{\"decision\": \"REJECT\", \"data\": {\"coiDeclared\": true}}");
		assertThat(noReason).hasStatus(422);
		assertThat(json(noReason).get("errors").get(0).get("field").stringValue()).isEqualTo("comment");
		assertThat(this.trial.post(OFFICER, path, "{\"decision\": \"APPROVE\"}")).hasStatus(422);
		MvcTestResult ignored = this.trial.post(OFFICER, path, """
				{"decision": "REJECT", "comment": "not this year", "assignee": "trial.liaison", "status": "completed",
				 "data": {"coiDeclared": true, "subject": "Changed", "initiator": "somebody", "score": 9}}""");
		assertThat(ignored).hasStatusOk();
		JsonNode file = json(ignored).get("case");
		assertThat(file.get("status").stringValue()).isEqualTo("rejected");
		assertThat(file.get("data").get("subject").stringValue()).isEqualTo("Checked");
		assertThat(file.get("data").has("score")).isFalse();
		assertThat(file.get("initiator").stringValue()).isEqualTo(LIAISON);
	}

	@Test
	void whatWasTypedIsKept() {
		String task = this.trial.task(this.trial.inReview("Typed"));
		MvcTestResult kept = this.trial.put(OFFICER, "/tasks/" + task + "/draft", """
				{"data": {"score": "seven", "decision": "APPROVE", "other": 1}, "comment": "perhaps"}""");
		assertThat(kept).hasStatusOk();
		JsonNode draft = json(this.trial.get(OFFICER, "/tasks/" + task)).get("draft");
		assertThat(draft.get("data").toString()).isEqualTo("{\"score\":\"seven\",\"decision\":\"APPROVE\"}");
		assertThat(draft.get("comment").stringValue()).isEqualTo("perhaps");
		assertThat(json(this.trial.get(COLLEAGUE, "/tasks/" + task)).get("draft").isNull()).isTrue();
		assertThat(this.trial.put(LIAISON, "/tasks/" + task + "/draft", "{}")).hasStatus(403);
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", APPROVE)).hasStatusOk();
		assertThat(json(this.trial.get(OFFICER, "/tasks/" + task)).get("draft").isNull()).isTrue();
		assertThat(this.trial.put(OFFICER, "/tasks/" + task + "/draft", "{}")).hasStatus(409);
	}

	@Test
	void aReturnSaysWhyAndWhere() {
		String path = "/tasks/" + this.trial.task(this.trial.inReview("Returned")) + "/return";
		assertThat(
				this.trial.post(OFFICER, path, "{\"to\": \"START\", \"resume\": \"sideways\", \"reason\": \"xxxxx\"}"))
			.hasStatus(422);
		MvcTestResult noReason = this.trial.post(OFFICER, path, "{\"to\": \"START\", \"reason\": \"no\"}");
		assertThat(noReason).hasStatus(422);
		assertThat(json(noReason).get("errors").get(0).get("field").stringValue()).isEqualTo("reason");
		MvcTestResult nowhere = this.trial.post(OFFICER, path,
				"{\"to\": \"task-confirm\", \"reason\": \"not complete\"}");
		assertThat(nowhere).hasStatus(422);
		assertThat(json(nowhere).get("errors").get(0).get("field").stringValue()).isEqualTo("to");
		assertThat(this.trial.post(OFFICER, path, "{\"to\": \"START\", \"reason\": \"" + "x".repeat(4500) + "\"}"))
			.hasStatus(422);
		assertThat(this.trial.post(LIAISON, path, "{\"to\": \"START\", \"reason\": \"not complete\"}")).hasStatus(403);
		assertThat(this.trial.post(OFFICER, path, "{\"to\": \"task-prepare\", \"reason\": \"not complete\"}"))
			.hasStatusOk();
	}

	@Test
	void aConflictOfInterestHandsItOn() {
		String task = this.trial.task(this.trial.inReview("In conflict"));
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/conflict", null)).hasStatusOk();
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", APPROVE)).hasStatus(403);
		assertThat(this.trial.post(COLLEAGUE, "/tasks/" + task + "/complete", APPROVE)).hasStatusOk();
	}

}
