package org.gongjian.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.gongjian.shared.ClockMoved;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.SECOND;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Released at a time, back again, retired; running cases follow in the background. */
@HouseTest
class StudioReleaseTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Trial trial;

	@BeforeEach
	void settle() {
		this.trial = new Trial(this.house);
	}

	@Test
	void aPlannedDraftBecomesAVersionOnceWhenItsTimeHasCome() throws Exception {
		int before = newest();
		String id = submitted("planned");
		String path = "/drafts/" + id + "/release";
		assertThat(this.trial.post(SECOND, path, "{\"at\": \"2001-01-01T00:00:00Z\"}")).hasStatus(422);
		String at = this.house.getBean(Clock.class).instant().plus(Duration.ofHours(2)).toString();
		assertThat(this.trial.post(ADMIN, path, "{\"at\": \"" + at + "\"}")).as("its author").hasStatus(403);
		MvcTestResult planned = this.trial.post(SECOND, path, "{\"at\": \"" + at + "\"}");
		assertThat(planned).hasStatusOk();
		assertThat(json(planned).get("state").stringValue()).isEqualTo("PLANNED");
		assertThat(page("/drafts/" + id)).hasStatusOk().bodyText().contains("It becomes a version on");
		look();
		assertThat(newest()).as("not yet").isEqualTo(before);
		this.jdbc.sql("update planned_release set due_at = timestamp '2020-01-01 00:00:00'").update();
		var nodes = Executors.newFixedThreadPool(2);
		nodes.invokeAll(List.of(looking(), looking())).forEach((done) -> assertThat(done).isDone());
		nodes.shutdown();
		assertThat(newest()).isEqualTo(before + 1);
		assertThat(json(this.trial.get(ADMIN, "/drafts/" + id)).get("state").stringValue()).isEqualTo("RELEASED");
		assertThat(
				json(this.trial.get(ADMIN, "/definitions/api-trial/versions")).get(0).get("releasedBy").stringValue())
			.isEqualTo(SECOND);
	}

	@Test
	void aPlanThatFellBehindLapsesAndOneCanBeCalledOff() {
		String late = submitted("late");
		String at = this.house.getBean(Clock.class).instant().plus(Duration.ofHours(2)).toString();
		assertThat(this.trial.post(SECOND, "/drafts/" + late + "/release", "{\"at\": \"" + at + "\"}")).hasStatusOk();
		String off = submitted("called off");
		assertThat(this.trial.post(SECOND, "/drafts/" + off + "/release", "{\"at\": \"" + at + "\"}")).hasStatusOk();
		assertThat(this.trial.post(ADMIN, "/drafts/" + off + "/refuse", "{\"reason\": \"not needed\"}")).hasStatusOk();
		String now = submitted("now");
		assertThat(this.trial.post(SECOND, "/drafts/" + now + "/release", null)).hasStatusOk();
		int newest = newest();
		this.jdbc.sql("update planned_release set due_at = timestamp '2020-01-01 00:00:00'").update();
		look();
		assertThat(newest()).isEqualTo(newest);
		assertThat(json(this.trial.get(ADMIN, "/drafts/" + late)).get("state").stringValue()).isEqualTo("REFUSED");
		assertThat(this.jdbc.sql("select count(*) from planned_release").query(Integer.class).single()).isZero();
	}

	@Test
	void whatWasWrittenIntoTheDatabaseBecomesNoVersionWhenItsTimeHasCome() {
		int before = newest();
		String at = this.house.getBean(Clock.class).instant().plus(Duration.ofHours(2)).toString();
		String other = submitted("another text");
		String hostile = submitted("hostile, with its hash");
		for (String draft : List.of(other, hostile)) {
			assertThat(this.trial.post(SECOND, "/drafts/" + draft + "/release", "{\"at\": \"" + at + "\"}"))
				.hasStatusOk();
		}
		write(other, xml(other).replace("The office reviews again", "Nobody reviews"), "content_hash");
		String reaching = xml(hostile).replaceFirst("camunda:formKey",
				"camunda:assignee=\"\\${''.getClass()}\" camunda:formKey");
		write(hostile, reaching, "'" + Hash.of(reaching) + "'");
		this.jdbc.sql("update planned_release set due_at = timestamp '2020-01-01 00:00:00'").update();
		look();
		assertThat(newest()).isEqualTo(before);
		assertThat(reason(other)).contains("not what was submitted");
		assertThat(reason(hostile)).contains("The check refuses it");
	}

	private String xml(String draft) {
		return json(this.trial.get(ADMIN, "/drafts/" + draft)).get("xml").stringValue();
	}

	private void write(String draft, String xml, String hash) {
		this.jdbc.sql("update diagram_draft set xml = :xml, content_hash = " + hash + " where id = :id")
			.param("xml", xml)
			.param("id", UUID.fromString(draft))
			.update();
	}

	private String reason(String draft) {
		return this.jdbc.sql("select reason from diagram_draft where id = :id and state = 'REFUSED'")
			.param("id", UUID.fromString(draft))
			.query(String.class)
			.single();
	}

	@Test
	void anEarlierVersionIsAskedForInOneActionAndReleasedByTheSecond() {
		submitAndRelease("one more");
		MvcTestResult asked = post("/api-trial/back", Map.of("version", "1"));
		assertThat(asked).hasStatus(302);
		String draft = asked.getResponse().getRedirectedUrl().replaceAll(".*/", "");
		assertThat(json(this.trial.get(ADMIN, "/drafts/" + draft)).get("state").stringValue()).isEqualTo("SUBMITTED");
		assertThat(this.trial.post(ADMIN, "/drafts/" + draft + "/release", null)).hasStatus(403);
		assertThat(this.trial.post(SECOND, "/drafts/" + draft + "/release", null)).hasStatusOk();
		assertThat(json(this.trial.get(ADMIN, "/definitions/api-trial/diff?from=1&to=" + newest())).get("changed"))
			.isEmpty();
	}

	@Test
	void aRetiredProcessBeginsNoCaseAndRunningOnesGoOn() {
		String running = this.trial.inReview("Before it was retired");
		assertThat(this.mvc.post()
			.uri("/admin/process/api-trial/retire")
			.with(user(OFFICER))
			.with(csrf())
			.param("retired", "true")
			.exchange()).hasStatus(403);
		assertThat(post("/api-trial/retire", Map.of("retired", "true"))).hasStatus(302);
		try {
			assertThat(this.trial.post(LIAISON, "/cases", Trial.request("Too late")).getResponse().getStatus())
				.isBetween(403, 404);
			assertThat(json(this.trial.get(LIAISON, "/processes")).toString()).doesNotContain("api-trial");
			assertThat(page("/api-trial")).hasStatusOk().bodyText().contains("is retired");
			assertThat(this.trial.post(OFFICER, "/tasks/" + this.trial.task(running) + "/complete",
					"{\"decision\": \"APPROVE\", \"data\": {\"coiDeclared\": true}}"))
				.hasStatusOk();
		}
		finally {
			post("/api-trial/retire", Map.of("retired", "false"));
		}
		this.trial.open("It begins again");
	}

	@Test
	void runningCasesAreMovedInTheBackgroundWithAReport() throws Exception {
		int before = newest();
		String one = this.trial.inReview("First to move");
		submitAndRelease("to move to");
		assertThat(page("/api-trial/move?from=" + before)).hasStatusOk().bodyText().contains(one, "can be moved");
		MvcTestResult begun = this.mvc.post()
			.uri("/admin/process/api-trial/move")
			.with(user(ADMIN))
			.with(csrf())
			.param("from", String.valueOf(before))
			.param("to", String.valueOf(before + 1))
			.param("cases", one, "X-0")
			.exchange();
		assertThat(begun).hasStatus(302);
		String report = begun.getResponse().getRedirectedUrl().replace("/admin/process", "");
		UUID batch = UUID.fromString(report.replaceAll(".*/", ""));
		for (int turn = 0; turn < 600 && open(batch) > 0; turn++) {
			Thread.onSpinWait();
			page(report);
		}
		assertThat(page(report)).hasStatusOk().bodyText().contains(one, "X-0", "2 of 2 cases had their turn, 1 moved");
		assertThat(this.house.getBean(org.gongjian.approval.ReadModel.class).differences()).isEmpty();
	}

	private int open(UUID batch) {
		return this.jdbc.sql("select count(*) from process_move_item where move = :move and moved is null")
			.param("move", batch)
			.query(Integer.class)
			.single();
	}

	private Callable<Void> looking() {
		return () -> {
			look();
			return null;
		};
	}

	private void look() {
		this.house.publishEvent(new ClockMoved(this.house.getBean(Clock.class).instant()));
	}

	private void submitAndRelease(String note) {
		assertThat(this.trial.post(SECOND, "/drafts/" + submitted(note) + "/release", null)).hasStatusOk();
	}

	private String submitted(String note) {
		String xml = new String(this.trial.get(ADMIN, "/definitions/api-trial/versions/" + newest())
			.getResponse()
			.getContentAsByteArray(), UTF_8);
		var begun = this.trial.post(ADMIN, "/drafts", new JsonMapper().writeValueAsString(Map.of("key", "api-trial",
				"note", note, "xml", xml.replace("The Party-building office reviews", "The office reviews again"))));
		assertThat(begun).hasStatus(201);
		String id = json(begun).get("id").stringValue();
		assertThat(this.trial.post(ADMIN, "/drafts/" + id + "/submit", null)).hasStatusOk();
		return id;
	}

	private int newest() {
		return json(this.trial.get(ADMIN, "/definitions/api-trial/versions")).get(0).get("version").intValue();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri("/admin/process" + path).with(user(ADMIN)).exchange();
	}

	private MvcTestResult post(String path, Map<String, String> sent) {
		var request = this.mvc.post().uri("/admin/process" + path).with(user(ADMIN)).with(csrf());
		sent.forEach(request::param);
		return request.exchange();
	}

}
