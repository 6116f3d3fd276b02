package org.gongjian.api;

import java.util.Map;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * A draft is gone through with past and made-up cases, and nothing that runs is touched.
 */
@HouseTest
class StudioRehearsalTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Trial trial;

	private String number;

	private String xml;

	@BeforeEach
	void settle() {
		this.trial = new Trial(this.house);
		this.number = this.trial.inReview("Past case");
		this.xml = new String(this.trial
			.get(ADMIN, "/definitions/api-trial/versions/"
					+ json(this.trial.get(ADMIN, "/definitions/api-trial/versions")).get(0).get("version").intValue())
			.getResponse()
			.getContentAsByteArray(), UTF_8);
	}

	@Test
	void pastCasesThatWouldHaveMetSomethingElseAreNamed() {
		int before = rows();
		JsonNode other = rehearsed(this.xml.replace("reviewOutcome == 'APPROVE'", "reviewOutcome == 'NEVER'")
			.replace("value=\"party-officer\"", "value=\"discipline\"")
			.replaceFirst("(task-review\" camunda:dueDate=\"\\$\\{workCalendar.dueIn\\('P)\\dWD", "$130WD"));
		JsonNode mine = mine(other);
		assertThat(mine.get("otherWay").booleanValue()).isTrue();
		assertThat(mine.get("daysAfter").intValue()).isGreaterThan(mine.get("daysBefore").intValue());
		assertThat(mine.get("findings").toString()).contains("\"DROPPED\",\"element\":\"task-confirm\"", "\"ENDS\"",
				"\"PEOPLE\",\"element\":\"task-review\"", "\"NOBODY\",\"element\":\"task-review\"", "\"LONGER\"",
				"trial.officer");
		assertThat(rows()).isEqualTo(before);
		assertThat(this.house.getBean(org.gongjian.approval.ReadModel.class).differences()).isEmpty();
	}

	@Test
	void aDraftThatChangesNothingChangesNothing() {
		JsonNode answer = rehearsed(this.xml.replace("Review 审核", "Second look 复核"));
		assertThat(answer.get("cases").intValue()).isPositive();
		assertThat(answer.get("other")).isEmpty();
	}

	@Test
	void aMadeUpCaseIsGoneThroughStepByStep() {
		String draft = draft(this.xml);
		String path = "/drafts/" + draft + "/rehearse";
		JsonNode well = json(this.trial.post(ADMIN, path, "{\"facts\": {\"enterpriseOrg\": \"T02\"}}")).get("way");
		assertThat(well.toString()).contains("task-confirm", "end-in-force", "trial.secretary");
		assertThat(well.get(2).get("assumed").booleanValue()).isTrue();
		JsonNode ill = json(this.trial.post(ADMIN, path, "{\"facts\": {\"reviewOutcome\": \"REJECT\"}}")).get("way");
		assertThat(ill.toString()).contains("end-rejected").doesNotContain("task-confirm");
		assertThat(this.trial.post(OFFICER, path, "{}")).hasStatus(403);
		assertThat(this.mvc.get()
			.uri("/admin/process/drafts/" + draft + "/rehearse?fact.reviewOutcome=REJECT")
			.with(user(ADMIN))
			.exchange()).hasStatusOk().bodyText().contains("Rejected", "reviewOutcome", "REJECT");
	}

	@Test
	void whatIsNotSoundIsNotRehearsed() {
		String draft = draft(this.xml.replace("id=\"api-trial\"", "id=\"api-other\""));
		assertThat(this.trial.post(ADMIN, "/drafts/" + draft + "/rehearse", null)).hasStatus(422);
		assertThat(this.mvc.get().uri("/admin/process/drafts/" + draft + "/rehearse").with(user(ADMIN)).exchange())
			.hasStatus(422);
	}

	private JsonNode rehearsed(String changed) {
		var answer = this.trial.post(ADMIN, "/drafts/" + draft(changed) + "/rehearse", null);
		assertThat(answer).hasStatusOk();
		return json(answer);
	}

	private JsonNode mine(JsonNode answer) {
		for (JsonNode one : answer.get("other")) {
			if (one.get("case").stringValue().equals(this.number)) {
				return one;
			}
		}
		throw new AssertionError(answer.toString());
	}

	private String draft(String changed) {
		var begun = this.trial.post(ADMIN, "/drafts",
				new JsonMapper().writeValueAsString(Map.of("key", "api-trial", "xml", changed, "note", "rehearse")));
		assertThat(begun).hasStatus(201);
		return json(begun).get("id").stringValue();
	}

	private int rows() {
		return this.jdbc.sql("""
				select (select count(*) from act_ru_task) + (select count(*) from act_ru_execution)
				  + (select count(*) from act_hi_actinst) + (select count(*) from act_hi_decinst)
				  + (select count(*) from action_log)
				""").query(Integer.class).single();
	}

}
