package org.gongjian.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.ADMIN;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.SECOND;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/** Diagrams are drafted, checked, compared and released by a second person. */
@HouseTest
class StudioResourceTests {

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
	void onlyProcessAdministratorsSeeDiagrams() {
		for (String path : List.of("/definitions", "/definitions/api-trial/versions",
				"/definitions/api-trial/versions/1", "/definitions/api-trial/diff?from=1&to=1",
				"/drafts/" + UUID.randomUUID())) {
			assertThat(this.trial.get(OFFICER, path)).as(path).hasStatus(403);
		}
		assertThat(this.trial.post(OFFICER, "/drafts", "{\"key\": \"x\"}")).hasStatus(403);
		assertThat(check(OFFICER, diagram())).hasStatus(403);
		assertThat(json(this.trial.get(ADMIN, "/definitions")).toString()).contains("api-trial", "pairing-approval");
		assertThat(this.trial.get(ADMIN, "/definitions/nothing/versions")).hasStatus(404);
		assertThat(this.trial.get(ADMIN, "/definitions/api-trial/versions/999")).hasStatus(404);
	}

	@Test
	void theCheckNamesTheElementAndNothingIsDeployed() {
		int before = newest();
		JsonNode fine = json(check(ADMIN, diagram()));
		assertThat(fine.get("ok").booleanValue()).as(fine.toString()).isTrue();
		JsonNode wrong = json(check(ADMIN, diagram().replace("camunda:dueDate=\"${workCalendar.dueIn('P3WD')}\"",
				"camunda:assignee=\"${''.getClass()}\"")));
		assertThat(wrong.get("ok").booleanValue()).isFalse();
		assertThat(wrong.get("problems").get(0).get("element").stringValue()).startsWith("task-");
		assertThat(json(check(ADMIN, "not xml")).get("ok").booleanValue()).isFalse();
		assertThat(newest()).isEqualTo(before);
	}

	@Test
	void anEditedDiagramIsReleasedByASecondPersonAndNewCasesFollowIt() {
		int before = newest();
		String running = this.trial.inReview("Old way");
		String changed = diagram().replace("name=\"Review 审核\"", "name=\"Second look 复核\"")
			.replaceFirst("P3WD", "P5WD");
		String id = begin(changed, "look twice");
		assertThat(this.trial.post(SECOND, "/drafts/" + id + "/release", "{}")).as("not submitted").hasStatus(409);
		assertThat(this.trial.post(ADMIN, "/drafts/" + id + "/submit", null)).hasStatusOk();
		assertThat(this.trial.put(ADMIN, "/drafts/" + id, "{\"note\": \"other\", \"version\": 1}")).as("submitted")
			.hasStatus(409);
		assertThat(this.trial.post(ADMIN, "/drafts/" + id + "/release", "{}")).as("its author").hasStatus(403);
		assertThat(this.trial.post(SECOND, "/drafts/" + id + "/release", "{\"hash\": \"other\"}")).as("not that")
			.hasStatus(409);
		rewrite(id, "复核", "复审");
		assertThat(this.trial.post(SECOND, "/drafts/" + id + "/release", null)).as("not what was submitted")
			.hasStatus(409);
		rewrite(id, "复审", "复核");
		MvcTestResult released = this.trial.post(SECOND, "/drafts/" + id + "/release", null);
		assertThat(released).hasStatusOk();
		assertThat(json(released).get("version").intValue()).isEqualTo(before + 1);
		assertThat(json(released).get("releasedBy").stringValue()).isEqualTo(SECOND);
		assertThat(json(released).get("editedBy").stringValue()).isEqualTo(ADMIN);
		assertThat(this.trial.post(SECOND, "/drafts/" + id + "/release", null)).as("once").hasStatus(409);
		assertThat(step(this.trial.inReview("New way"))).isEqualTo("Second look");
		assertThat(step(running)).isEqualTo("Review");
		movesTo(running, before);
		JsonNode diff = json(
				this.trial.get(ADMIN, "/definitions/api-trial/diff?from=" + before + "&to=" + (before + 1)));
		assertThat(diff.get("changed").toString()).contains("task-review", "Second look", "P5WD");
		assertThat(diff.get("added")).isEmpty();
		String back = begin(diagramOf(before), "as it was");
		this.trial.post(ADMIN, "/drafts/" + back + "/submit", null);
		assertThat(this.trial.post(SECOND, "/drafts/" + back + "/release", null)).hasStatusOk();
	}

	private void rewrite(String draft, String from, String to) {
		this.jdbc.sql("update diagram_draft set xml = replace(xml, :from, :to) where id = :id")
			.param("from", from)
			.param("to", to)
			.param("id", UUID.fromString(draft))
			.update();
	}

	private void movesTo(String running, int before) {
		String move = "{\"from\": %d, \"to\": %d, \"cases\": [\"%s\", \"X-0\"], \"dryRun\": %s}";
		String path = "/definitions/api-trial/migrate";
		assertThat(this.trial.post(OFFICER, path, move.formatted(before, before + 1, running, true))).hasStatus(403);
		JsonNode dry = json(this.trial.post(ADMIN, path, move.formatted(before, before + 1, running, true)));
		assertThat(dry.get("results").get(0).get("ok").booleanValue()).isTrue();
		assertThat(dry.get("results").get(0).get("stands").get(0).stringValue()).isEqualTo("task-review");
		assertThat(dry.get("results").get(1).get("ok").booleanValue()).isFalse();
		assertThat(step(running)).as("nothing moved").isEqualTo("Review");
		JsonNode moved = json(this.trial.post(ADMIN, path, move.formatted(before, before + 1, running, false)));
		assertThat(moved.get("results").get(0).get("ok").booleanValue()).isTrue();
		assertThat(step(running)).isEqualTo("Second look");
		assertThat(this.house.getBean(org.gongjian.approval.ReadModel.class).differences()).isEmpty();
		assertThat(this.trial.post(OFFICER, "/tasks/" + this.trial.task(running) + "/complete",
				"{\"decision\": \"APPROVE\", \"data\": {\"coiDeclared\": true}}"))
			.hasStatusOk();
	}

	@Test
	void aDraftThatFellBehindIsNotReleased() {
		String one = begin(diagram().replaceFirst("P3WD", "P4WD"), "four days");
		String other = begin(diagram().replaceFirst("P3WD", "P6WD"), "six days");
		this.trial.post(ADMIN, "/drafts/" + one + "/submit", null);
		this.trial.post(ADMIN, "/drafts/" + other + "/submit", null);
		assertThat(this.trial.post(SECOND, "/drafts/" + one + "/release", null)).hasStatusOk();
		assertThat(this.trial.post(SECOND, "/drafts/" + other + "/release", null)).hasStatus(409);
		assertThat(this.trial.post(SECOND, "/drafts/" + other + "/refuse", "{\"reason\": \"fell behind\"}"))
			.hasStatusOk();
		assertThat(this.trial.post(ADMIN, "/drafts/" + other + "/refuse", "{\"reason\": \"fell behind\"}"))
			.hasStatus(403);
	}

	@Test
	void twoEditorsDoNotOverwriteEachOther() {
		String id = begin(diagram(), "mine");
		String change = "{\"note\": \"ours\", \"version\": 0}";
		assertThat(this.trial.put(SECOND, "/drafts/" + id, change)).hasStatusOk();
		MvcTestResult late = this.trial.put(ADMIN, "/drafts/" + id, change);
		assertThat(late).hasStatus(409);
		assertThat(json(late).get("decidedBy").stringValue()).isEqualTo(SECOND);
		this.trial.post(ADMIN, "/drafts/" + id + "/submit", null);
		assertThat(this.trial.post(SECOND, "/drafts/" + id + "/release", null)).as("has changed it too").hasStatus(403);
	}

	@Test
	void whatIsNotSoundCannotBeSubmitted() {
		String id = begin(diagram().replace("id=\"api-trial\"", "id=\"other-key\""), "another key");
		JsonNode found = json(this.trial.post(ADMIN, "/drafts/" + id + "/check", null));
		assertThat(found.get("problems").toString()).contains("other-key");
		assertThat(this.trial.post(ADMIN, "/drafts/" + id + "/submit", null)).hasStatus(422);
		assertThat(this.trial.post(ADMIN, "/drafts", "{\"key\": \"Bad Key\", \"xml\": \"<x/>\"}")).hasStatus(422);
	}

	@Test
	void aDraftThatIsNotWholeYetIsKeptAndChecked() {
		String id = begin(diagram().replaceFirst(" targetRef=\"[^\"]+\"", ""), "half drawn");
		MvcTestResult found = this.trial.post(ADMIN, "/drafts/" + id + "/check", null);
		assertThat(found).hasStatusOk();
		assertThat(json(found).get("ok").booleanValue()).isFalse();
		assertThat(this.mvc.get()
			.uri("/admin/process/drafts/" + id)
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
				.user(ADMIN))
			.exchange()).hasStatusOk();
	}

	@Test
	void protectedStepsStayProtected() throws IOException {
		String pairing = Files.readString(Path.of("processes/pairing-approval.bpmn"));
		assertThat(pairing).contains("name=\"protected\" value=\"true\"");
		String id = begin("pairing-approval",
				pairing.replaceFirst("name=\"protected\" value=\"true\"", "name=\"protected\" value=\"false\""),
				"open up");
		JsonNode found = json(this.trial.post(ADMIN, "/drafts/" + id + "/check", null));
		assertThat(found.get("ok").booleanValue()).isFalse();
		assertThat(found.get("problems").toString()).contains("\"protected\"");
		String plaque = begin("plaque-award", Files.readString(Path.of("processes/plaque-award.bpmn")), "nothing");
		JsonNode other = json(this.trial.post(ADMIN, "/drafts/" + plaque + "/check", null));
		assertThat(other.get("ok").booleanValue()).as(other.toString()).isTrue();
		String same = begin("pairing-approval", pairing, "nothing");
		JsonNode sound = json(this.trial.post(ADMIN, "/drafts/" + same + "/check", null));
		assertThat(sound.get("ok").booleanValue()).as(sound.toString()).isTrue();
	}

	static Stream<Path> hostile() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/test/resources/guard"))) {
			return files.filter((file) -> file.toString().contains("refuse") && file.toString().endsWith(".bpmn"))
				.sorted()
				.toList()
				.stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void hostile(Path file) throws IOException {
		int drafts = drafts();
		String xml = new String(Files.readAllBytes(file), UTF_8);
		assertThat(this.trial.post(ADMIN, "/drafts", draft("api-trial", xml, "harmless"))).hasStatus(422);
		assertThat(drafts()).isEqualTo(drafts);
	}

	@Test
	void camundaModelersDeployLandsAsADraft() throws IOException {
		assertThat(this.mvc.get().uri("/engine-rest/version").exchange()).hasStatus(401);
		assertThat(this.mvc.get().uri("/engine-rest/version").with(httpBasic(OFFICER, Trial.PASSWORD)).exchange())
			.hasStatus(403);
		assertThat(this.mvc.get().uri("/engine-rest/version").with(httpBasic(ADMIN, Trial.PASSWORD)).exchange())
			.hasStatusOk()
			.bodyText()
			.contains("7.24.0");
		assertThat(this.mvc.get().uri("/engine-rest/deployment?maxResults=0").exchange()).hasStatus(401);
		assertThat(this.mvc.get()
			.uri("/engine-rest/deployment?maxResults=0")
			.with(httpBasic(ADMIN, Trial.PASSWORD))
			.exchange()).hasStatusOk().bodyText().isEqualTo("[]");
		for (String path : List.of("/engine-rest/engine", "/engine-rest/deployment", "/engine-rest/deployment/1",
				"/engine-rest/task", "/engine-rest/process-definition")) {
			assertThat(this.mvc.get().uri(path).with(httpBasic(ADMIN, Trial.PASSWORD)).exchange()).as(path)
				.hasStatus(404);
		}
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.DELETE)) {
			assertThat(
					this.mvc.method(method).uri("/engine-rest/task").with(httpBasic(ADMIN, Trial.PASSWORD)).exchange())
				.as("%s", method)
				.hasStatus(404);
			assertThat(this.mvc.method(method).uri("/engine-rest/task").exchange()).as("%s", method).hasStatus(404);
		}
		int before = newest();
		MvcTestResult deployed = deploy(ADMIN, "trial.bpmn", diagram());
		assertThat(deployed).hasStatusOk();
		JsonNode draft = json(this.trial.get(ADMIN, "/drafts/" + json(deployed).get("id").stringValue()));
		assertThat(draft.get("state").stringValue()).isEqualTo("EDITING");
		assertThat(draft.get("key").stringValue()).isEqualTo("api-trial");
		assertThat(newest()).isEqualTo(before);
		assertThat(json(deploy(ADMIN, "trial.bpmn", diagram())).get("id")).as("sent again").isEqualTo(draft.get("id"));
		assertThat(deploy(OFFICER, "trial.bpmn", diagram())).hasStatus(403);
		MvcTestResult hostile = deploy(ADMIN, "trial.bpmn",
				diagram().replaceFirst("camunda:formKey", "camunda:assignee=\"\\${''.getClass()}\" camunda:formKey"));
		assertThat(hostile).hasStatus(400).bodyText().contains("task-");
		MvcTestResult withForms = this.mvc.post()
			.uri("/engine-rest/deployment/create")
			.multipart()
			.file(file("trial.bpmn", diagram()))
			.file(file("task-review.json", "{\"title\": {\"en\": \"Review\", \"zh\": \"审核\"}}"))
			.file(file("task-approve.json", "{\"title\": {\"en\": \"Approve\", \"zh\": \"批准\"}}"))
			.with(httpBasic(ADMIN, Trial.PASSWORD))
			.exchange();
		assertThat(withForms).as("with several files beside it").hasStatusOk();
		assertThat(deploy(ADMIN, "notes.txt", "hello")).hasStatus(400);
		String table = Files.readString(Path.of("processes/activity-route.dmn"));
		MvcTestResult alone = deploy(ADMIN, "Route.dmn", table);
		assertThat(alone).as("a table alone").hasStatusOk();
		assertThat(
				json(this.trial.get(ADMIN, "/drafts/" + json(alone).get("id").stringValue())).get("key").stringValue())
			.isEqualTo("activity-proposal");
		MvcTestResult nobodys = deploy(ADMIN, "Route.dmn", table.replace("id=\"activity-route\"", "id=\"nobodys\""));
		assertThat(nobodys).as("of no process").hasStatusOk();
		assertThat(json(this.trial.get(ADMIN, "/drafts/" + json(nobodys).get("id").stringValue())).get("key")
			.stringValue()).isEqualTo("nobodys");
		MvcTestResult text = deploy(ADMIN, "Empty.dmn", table.replaceAll("(?s)<decision id.*</decision>", ""));
		assertThat(text).hasStatus(400);
		assertThat(deploy(ADMIN, "own.bpmn", diagram().replace("api-trial", "Process_0ab1c2d")))
			.as("as Modeler names it")
			.hasStatusOk();
		assertThat(deploy(ADMIN, "own.bpmn", diagram().replace("id=\"api-trial\"", "id=\"drafts\""))).hasStatus(400)
			.bodyText()
			.contains("drafts: ");
		assertThat(deploy(ADMIN, "own.bpmn", diagram().replace("isExecutable=\"true\"", "isExecutable=\"false\"")))
			.hasStatus(400)
			.bodyText()
			.contains("api-trial: ");
	}

	private MvcTestResult deploy(String username, String name, String content) {
		return this.mvc.post()
			.uri("/engine-rest/deployment/create")
			.multipart()
			.file(file(name, content))
			.param("deployment-name", "trial")
			.with(httpBasic(username, Trial.PASSWORD))
			.exchange();
	}

	private static MockMultipartFile file(String name, String content) {
		return new MockMultipartFile(name, name, "application/octet-stream", content.getBytes(UTF_8));
	}

	private int drafts() {
		return this.jdbc.sql("select count(*) from diagram_draft").query(Integer.class).single();
	}

	private int newest() {
		return json(this.trial.get(ADMIN, "/definitions/api-trial/versions")).get(0).get("version").intValue();
	}

	private String diagram() {
		return diagramOf(newest());
	}

	private String diagramOf(int version) {
		return new String(this.trial.get(ADMIN, "/definitions/api-trial/versions/" + version)
			.getResponse()
			.getContentAsByteArray(), UTF_8);
	}

	private String begin(String xml, String note) {
		return begin("api-trial", xml, note);
	}

	private String begin(String key, String xml, String note) {
		MvcTestResult begun = this.trial.post(ADMIN, "/drafts", draft(key, xml, note));
		assertThat(begun).hasStatus(201);
		return json(begun).get("id").stringValue();
	}

	private static String draft(String key, String xml, String note) {
		return new JsonMapper().writeValueAsString(Map.of("key", key, "xml", xml, "note", note));
	}

	private MvcTestResult check(String username, String xml) {
		return this.mvc.post()
			.uri("/api/v1/definitions/check")
			.with(httpBasic(username, Trial.PASSWORD))
			.contentType("application/xml")
			.content(xml.getBytes(UTF_8))
			.exchange();
	}

	private String step(String number) {
		return json(this.trial.get(LIAISON, "/cases/" + number)).get("openTasks").get(0).get("name").stringValue();
	}

}
