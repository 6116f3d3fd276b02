package org.gongjian.api;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.COLLEAGUE;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.OUTSIDER;
import static org.gongjian.api.Trial.SECRETARY;
import static org.gongjian.api.Trial.json;

@HouseTest
class OperationResourceTests {

	@Autowired
	private ApplicationContext house;

	private Trial trial;

	private String number;

	private String path;

	@BeforeEach
	void inReview() {
		this.trial = new Trial(this.house);
		this.number = this.trial.inReview("Operations");
		this.path = "/tasks/" + this.trial.task(this.number);
	}

	@Test
	void aTransferReachesItsReceiver() {
		JsonNode wrong = json(post(OFFICER, "/transfer", "{'to': 'Nobody at all', 'reason': 'no'}")).get("errors");
		assertThat(wrong.valueStream().map((error) -> error.get("field").stringValue())).containsExactly("to",
				"reason");
		assertThat(wrong.get(0).get("message").stringValue()).contains("Nobody at all");
		assertThat(post(OFFICER, "/transfer", "{'to': ' trial COLLEAGUE ', 'reason': 'on leave'}")).hasStatusOk();
		assertThat(task(COLLEAGUE).get("assignee").stringValue()).isEqualTo(COLLEAGUE);
		JsonNode late = json(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}"));
		assertThat(late.get("status").intValue()).isEqualTo(409);
		assertThat(late.get("decidedBy").stringValue()).isEqualTo(OFFICER);
		assertThat(late.get("decision").stringValue()).isEqualTo("TRANSFERRED");
		assertThat(post(LIAISON, "/complete", "{'decision': 'APPROVE', 'data': {}}")).hasStatus(403);
	}

	@Test
	void aQuestionIsAnsweredByTheOneAskedOnly() {
		assertThat(post(OFFICER, "/delegate", "{'to': 'trial.colleague', 'question': 'Is it right?'}")).hasStatusOk();
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {}}")).hasStatus(409);
		assertThat(task(COLLEAGUE).get("operations").toString()).contains("answer").doesNotContain("complete");
		assertThat(json(this.trial.get(COLLEAGUE, "/tasks?view=todo&limit=100")).get("items").toString())
			.contains(this.number);
		assertThat(post(OFFICER, "/answer", "{'text': 'my own answer'}")).hasStatus(403);
		assertThat(post(COLLEAGUE, "/answer", "{'text': 'no'}")).hasStatus(422);
		assertThat(post(COLLEAGUE, "/answer", "{'text': 'Yes, it is.'}")).hasStatusOk();
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}")).hasStatusOk();
		JsonNode timeline = json(this.trial.get(LIAISON, "/cases/" + this.number + "/timeline"));
		assertThat(timeline.toString()).contains("asked", "answered", "Yes, it is.");
	}

	@Test
	void aQuestionCanBeTakenBack() {
		post(OFFICER, "/delegate", "{'to': 'trial.colleague', 'question': 'Is it right?'}");
		assertThat(post(COLLEAGUE, "/take-back", null)).hasStatus(403);
		assertThat(post(OFFICER, "/take-back", null)).hasStatusOk();
		assertThat(post(OFFICER, "/take-back", null)).hasStatus(409);
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}")).hasStatusOk();
	}

	@Test
	void signersAreAddedAndTakenOut() {
		post(OFFICER, "/claim", null);
		String more = "{'users': ['trial.admin'], 'where': 'before', 'rule': 'in-sequence', 'reason': 'have a look'}";
		assertThat(post(OFFICER, "/add-signers", more)).hasStatusOk();
		JsonNode items = json(this.trial.get("trial.admin", "/tasks?view=todo&limit=100")).get("items");
		assertThat(items.get(0).get("decisions").toString()).contains("AGREE", "DISAGREE");
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}")).hasStatus(409);
		assertThat(post(OFFICER, "/remove-signer", "{'user': 'trial.admin', 'reason': 'not needed'}")).hasStatusOk();
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}")).hasStatusOk();
	}

	@Test
	void aDecisionIsTakenBackAndACaseHurriedOn() {
		assertThat(this.trial.post(LIAISON, "/cases/" + this.number + "/urge", null)).hasStatusOk();
		MvcTestResult again = this.trial.post(LIAISON, "/cases/" + this.number + "/urge", null);
		assertThat(again).hasStatus(429).headers().containsHeader("Retry-After");
		assertThat(post(OFFICER, "/complete", "{'decision': 'APPROVE', 'data': {'coiDeclared': true}}")).hasStatusOk();
		assertThat(post(COLLEAGUE, "/recall", null)).hasStatus(403);
		MvcTestResult back = post(OFFICER, "/recall", null);
		assertThat(back).hasStatusOk();
		assertThat(json(back).get("id").stringValue()).isNotEqualTo(this.path.substring("/tasks/".length()));
		assertThat(json(this.trial.get(LIAISON, "/cases/" + this.number)).get("openTasks")
			.get(0)
			.get("step")
			.stringValue()).isEqualTo("task-review");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "transfer | {'to': 'trial.colleague', 'reason': 'for fun'}",
			"delegate | {'to': 'trial.colleague', 'question': 'for fun?'}", "answer | {'text': 'for fun'}",
			"take-back | -", "add-signers | {'users': ['trial.colleague'], 'where': 'before', 'reason': 'for fun'}",
			"remove-signer | {'user': 'trial.colleague', 'reason': 'for fun'}", "recall | -" })
	void nobodyActsOnWhatIsNotTheirs(String operation, String body) {
		String before = json(this.trial.get(LIAISON, "/cases/" + this.number + "/timeline")).toString();
		assertThat(post(OUTSIDER, "/" + operation, body)).as("a stranger").hasStatus(404);
		assertThat(post(SECRETARY, "/" + operation, body)).as("the other party").hasStatus(403);
		assertThat(post(LIAISON, "/" + operation, body)).as("the initiator").hasStatus(403);
		assertThat(json(this.trial.get(LIAISON, "/cases/" + this.number + "/timeline")).toString()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "transfer | {'to': 7, 'reason': 'on leave'} | to",
			"transfer | {'reason': 'on leave'} | to", "transfer | {'to': 'trial.colleague'} | reason",
			"transfer | {'to': 'trial.liaison', 'reason': 'on leave'} | to",
			"delegate | {'to': 'trial.colleague', 'question': ''} | question",
			"add-signers | {'users': 'trial.colleague', 'where': 'before', 'reason': 'a reason'} | users",
			"add-signers | {'users': [7], 'where': 'before', 'reason': 'a reason'} | users",
			"add-signers | {'users': [], 'where': 'before', 'reason': 'a reason'} | users",
			"add-signers | {'users': ['trial.colleague'], 'where': 'aside', 'reason': 'a reason'} | where",
			"add-signers | {'users': ['trial.colleague'], 'where': 'before', 'rule': 'most', 'reason': 'a reason'} | rule",
			"remove-signer | {'user': 'trial.colleague', 'reason': 'a reason'} | user" })
	void whatIsWrongIsNamed(String operation, String body, String field) {
		MvcTestResult refused = post(OFFICER, "/" + operation, body);
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).get("errors").get(0).get("field").stringValue()).isEqualTo(field);
	}

	private JsonNode task(String username) {
		return json(this.trial.get(username, this.path));
	}

	private MvcTestResult post(String username, String operation, String body) {
		return this.trial.post(username, this.path + operation, (body == null) ? null : body.replace('\'', '"'));
	}

}
