package org.gongjian.api;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.OUTSIDER;
import static org.gongjian.api.Trial.SECRETARY;
import static org.gongjian.api.Trial.json;

@HouseTest
class CaseResourceTests {

	@Autowired
	private ApplicationContext house;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void whoIAm() {
		JsonNode me = json(this.trial.get(LIAISON, "/me"));
		assertThat(me.get("username").stringValue()).isEqualTo(LIAISON);
		assertThat(me.get("roles").toString()).isEqualTo("[\"gov-liaison\"]");
		assertThat(me.get("organisations").toString()).isEqualTo("[{\"code\":\"T01\",\"name\":\"Trial Office\"}]");
		assertThat(me.get("standInFor").isEmpty()).isTrue();
	}

	@Test
	void organisationsAreFoundPageByPage() {
		JsonNode found = json(this.trial.get(LIAISON, "/organisations?q=works&side=ENTERPRISE&limit=1"));
		assertThat(found.get("items")).hasSize(1);
		JsonNode next = json(this.trial.get(LIAISON, "/organisations?q=works&side=ENTERPRISE&limit=1&cursor={cursor}",
				found.get("next").stringValue()));
		assertThat(next.get("items").get(0).get("code").stringValue()).isEqualTo("T03");
		assertThat(this.trial.get(LIAISON, "/organisations?side=NOWHERE")).hasStatus(422);
	}

	@Test
	void whatMayBeChosenStandsBehindTheFields() {
		JsonNode companies = json(this.trial.get(LIAISON, "/choices?type=organisation&side=ENTERPRISE&q=trial"));
		assertThat(companies.valueStream().map((one) -> one.get("id").stringValue())).containsExactly("T02");
		assertThat(json(this.trial.get(LIAISON, "/choices?type=person&of=T01"))).isNotEmpty();
		assertThat(json(this.trial.get(LIAISON, "/choices?type=person"))).isEmpty();
		assertThat(json(this.trial.get(LIAISON, "/choices?type=reference&kind=nothing"))).isEmpty();
		assertThat(this.trial.get(LIAISON, "/choices?type=planet")).hasStatus(422);
	}

	@Test
	void onlyWhatIMayStartIsOffered() {
		assertThat(json(this.trial.get(SECRETARY, "/processes")).toString()).doesNotContain("api-trial");
		JsonNode mine = json(this.trial.get(LIAISON, "/processes"));
		JsonNode trialProcess = mine.valueStream()
			.filter((process) -> process.get("key").stringValue().equals("api-trial"))
			.findFirst()
			.orElseThrow();
		JsonNode subject = trialProcess.get("form").get("fields").get(0);
		assertThat(subject.get("name").stringValue()).isEqualTo("subject");
		assertThat(subject.get("type").stringValue()).isEqualTo("text");
		assertThat(subject.get("choices").isNull()).isTrue();
		assertThat(subject.get("required").booleanValue()).isTrue();
	}

	@Test
	void aCaseIsOpenedAndSeenByItsParties() {
		MvcTestResult opened = this.trial.post(LIAISON, "/cases", Trial.request("Opened"));
		assertThat(opened).hasStatus(201);
		JsonNode file = json(opened);
		String number = file.get("number").stringValue();
		assertThat(number).matches("TR-\\d{4}-\\d{4}");
		assertThat(opened.getResponse().getHeader("Location")).isEqualTo("/api/v1/cases/" + number);
		assertThat(file.get("status").stringValue()).isEqualTo("open");
		assertThat(file.get("title").stringValue()).isEqualTo("Trial: Opened");
		assertThat(file.get("parties").toString()).isEqualTo("[\"T01\",\"T02\"]");
		assertThat(file.get("data").get("amount").decimalValue()).isEqualByComparingTo("1200.50");
		assertThat(file.get("openTasks").get(0).get("actors").toString()).isEqualTo("[\"" + LIAISON + "\"]");
		assertThat(file.get("openedAt").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\+08:00");
		assertThat(this.trial.get(SECRETARY, "/cases/" + number)).hasStatusOk();
		assertThat(this.trial.get(OFFICER, "/cases/" + number)).hasStatusOk();
	}

	@Test
	void everyWrongFieldIsNamed() {
		MvcTestResult refused = this.trial.post(LIAISON, "/cases", """
				{"process": "api-trial", "data": {"subject": "ab", "amount": 1e309, "level": ["LOW"],
				 "governmentOrg": "T02", "goals": [{"goal": "x", "count": 10}], "initiator": "somebody"}}""");
		assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
		JsonNode errors = json(refused).get("errors");
		assertThat(errors.valueStream().map((error) -> error.get("field").stringValue())).containsExactlyInAnyOrder(
				"subject", "amount", "level", "governmentOrg", "enterpriseOrg", "goals[0].count");
		assertThat(errors.valueStream().map((error) -> error.get("message").stringValue()))
			.noneMatch((message) -> message.isBlank() || message.startsWith("form."));
	}

	@Test
	void whatMayNotBeStartedIsRefused() {
		assertThat(this.trial.post(SECRETARY, "/cases", Trial.request("Not mine"))).hasStatus(403);
		assertThat(this.trial.post(LIAISON, "/cases", "{\"process\": \"nothing\"}")).hasStatus(422);
		assertThat(this.trial.post(LIAISON, "/cases", "{}")).hasStatus(422);
	}

	@Test
	void theUnknownAndTheInvisibleLookTheSame() {
		String number = this.trial.open("Invisible");
		String task = this.trial.task(number);
		for (String path : new String[] { "/cases/%s", "/cases/%s/timeline", "/cases/%s/forecast", "/cases/%s/comments",
				"/cases/%s/attachments" }) {
			MvcTestResult invisible = this.trial.get(OUTSIDER, path.formatted(number));
			MvcTestResult unknown = this.trial.get(OUTSIDER, path.formatted("TR-2020-9999"));
			assertThat(invisible).hasStatus(404);
			assertThat(json(invisible).toString().replace(number, "TR-2020-9999")).isEqualTo(json(unknown).toString());
		}
		MvcTestResult invisible = this.trial.get(OUTSIDER, "/tasks/" + task);
		assertThat(invisible).hasStatus(404);
		assertThat(json(invisible).toString().replace(task, "x"))
			.isEqualTo(json(this.trial.get(OUTSIDER, "/tasks/x")).toString());
		for (String action : new String[] { "claim", "release", "conflict" }) {
			assertThat(this.trial.post(OUTSIDER, "/tasks/" + task + "/" + action, null)).hasStatus(404);
		}
		assertThat(this.trial.post(OUTSIDER, "/tasks/" + task + "/complete", "{}")).hasStatus(404);
		assertThat(this.trial.post(OUTSIDER, "/tasks/" + task + "/return", "{}")).hasStatus(404);
		assertThat(this.trial.put(OUTSIDER, "/tasks/" + task + "/draft", "{}")).hasStatus(404);
		assertThat(this.trial.post(OUTSIDER, "/cases/" + number + "/comments", "{\"text\": \"hi\"}")).hasStatus(404);
		assertThat(this.trial.post(OUTSIDER, "/cases/" + number + "/withdraw", "{\"reason\": \"because\"}"))
			.hasStatus(404);
		assertThat(json(this.trial.get(OUTSIDER, "/cases?q=" + number)).get("items").isEmpty()).isTrue();
	}

	@Test
	void casesAreFoundByWhatTheyAre() {
		String number = this.trial.open("Findable 100%_!");
		assertThat(numbers("/cases?q=100%25_!")).contains(number);
		assertThat(numbers("/cases?q=1000%25_!")).doesNotContain(number);
		assertThat(numbers("/cases?process=api-trial&status=open&party=T02&q=findable")).contains(number);
		assertThat(numbers("/cases?party=T03&q=findable")).isEmpty();
		assertThat(numbers("/cases?status=completed&q=findable")).isEmpty();
		assertThat(this.trial.get(OFFICER, "/cases?status=lost")).hasStatus(422);
		assertThat(this.trial.get(OFFICER, "/cases?cursor=%00%01")).hasStatus(422);
		assertThat(this.trial.get(OFFICER, "/cases?cursor=zzz")).hasStatus(422);
		for (String limit : new String[] { "0", "101", "-1", "ten", "1e2" }) {
			assertThat(this.trial.get(OFFICER, "/cases?limit=" + limit)).hasStatus(422);
		}
	}

	private String numbers(String path) {
		MvcTestResult found = this.trial.get(OFFICER, path.replace("%25", "%"));
		assertThat(found).hasStatusOk();
		return json(found).get("items")
			.valueStream()
			.map((row) -> row.get("number").stringValue())
			.toList()
			.toString()
			.replace("[]", "");
	}

	@Test
	void timelineAndForecastTellTheWay() {
		String number = this.trial.inReview("A long way");
		JsonNode timeline = json(this.trial.get(SECRETARY, "/cases/" + number + "/timeline"));
		assertThat(timeline.valueStream().map((line) -> line.get("action").stringValue())).startsWith("started")
			.contains("decided");
		assertThat(timeline.get(0).get("actor").stringValue()).isEqualTo(LIAISON);
		JsonNode forecast = json(this.trial.get(SECRETARY, "/cases/" + number + "/forecast"));
		assertThat(forecast.get(0).get("step").stringValue()).isEqualTo("task-confirm");
		assertThat(forecast.get(0).get("actors").toString()).isEqualTo("[\"" + SECRETARY + "\"]");
		assertThat(forecast.get(0).get("due").stringValue()).contains("T17:30:00.000+08:00");
	}

	@Test
	void peopleTalkAboutACase() {
		String number = this.trial.open("Talked about");
		MvcTestResult said = this.trial.post(SECRETARY, "/cases/" + number + "/comments",
				"{\"text\": \"<b>你好</b> 👋\"}");
		assertThat(said).hasStatus(201);
		assertThat(json(this.trial.get(LIAISON, "/cases/" + number + "/comments")).get(0).get("text").stringValue())
			.isEqualTo("<b>你好</b> 👋");
		assertThat(this.trial.post(SECRETARY, "/cases/" + number + "/comments", "{\"text\": \" \"}")).hasStatus(422);
		assertThat(this.trial.post(SECRETARY, "/cases/" + number + "/comments",
				"{\"text\": \"" + "x".repeat(2001) + "\"}"))
			.hasStatus(422);
	}

	@Test
	void onlyTheInitiatorWithdrawsAndOnlyOnce() {
		String number = this.trial.inReview("Withdrawn");
		String path = "/cases/" + number + "/withdraw";
		assertThat(this.trial.post(SECRETARY, path, "{\"reason\": \"not mine\"}")).hasStatus(403);
		assertThat(this.trial.post(LIAISON, path, "{\"reason\": \"no\"}")).hasStatus(422);
		assertThat(this.trial.post(LIAISON, path, "{\"reason\": \"" + "x".repeat(5000) + "\"}")).hasStatus(422);
		MvcTestResult withdrawn = this.trial.post(LIAISON, path, "{\"reason\": \"no longer needed\"}");
		assertThat(withdrawn).hasStatusOk();
		assertThat(json(withdrawn).get("status").stringValue()).isEqualTo("withdrawn");
		assertThat(json(withdrawn).get("openTasks").isEmpty()).isTrue();
		assertThat(this.trial.post(LIAISON, path, "{\"reason\": \"once more\"}")).hasStatus(409);
	}

	@Test
	void administratorsCompareTheLists() {
		this.trial.inReview("Compared");
		JsonNode compared = json(this.trial.get(ADMIN, "/admin/consistency"));
		assertThat(compared.get("consistent").booleanValue()).as(compared.toString()).isTrue();
		assertThat(this.trial.get(OFFICER, "/admin/consistency")).hasStatus(403);
	}

	@Test
	void anUnknownRegisterIsNotFound() {
		assertThat(this.trial.get(OFFICER, "/registers/nothing")).hasStatus(404);
		assertThat(this.trial.get(OFFICER, "/registers/nothing/1")).hasStatus(404);
	}

}
