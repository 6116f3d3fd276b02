package org.gongjian.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.identity.Accounts;
import org.gongjian.web.Limits;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/** A government organisation, two enterprises, their people, and a small process. */
public final class Trial {

	public static final String LIAISON = "trial.liaison";

	public static final String SECRETARY = "trial.secretary";

	public static final String OFFICER = "trial.officer";

	public static final String COLLEAGUE = "trial.colleague";

	public static final String OUTSIDER = "trial.outsider";

	public static final String ADMIN = "trial.admin";

	public static final String SECOND = "trial.second";

	public static final String PASSWORD = "copper lantern nineteen";

	private static final JsonMapper JSON = new JsonMapper();

	private final ApplicationContext house;

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	/** Settles them, once. */
	public Trial(ApplicationContext house) {
		this.house = house;
		this.mvc = house.getBean(MockMvcTester.class);
		this.jdbc = house.getBean(JdbcClient.class);
		house.getBean(Limits.class).reset();
		if (house.getBean(Accounts.class).find(LIAISON).isEmpty()) {
			organisation("T01", "Trial Office", "试办机关党支部", "GOVERNMENT");
			organisation("T02", "Trial Works", "试办企业党支部", "ENTERPRISE");
			organisation("T03", "Other Works", "另一企业党支部", "ENTERPRISE");
			person(LIAISON, "T01", "gov-liaison", "T01");
			person(SECRETARY, "T02", "ent-secretary", "T02");
			person(OUTSIDER, "T03", "ent-secretary", "T03");
			person(OFFICER, null, "party-officer", null);
			person(COLLEAGUE, null, "party-officer", null);
			person(ADMIN, null, "process-admin", null);
			person(SECOND, null, "process-admin", null);
			deploy();
		}
	}

	private void organisation(String code, String en, String zh, String side) {
		this.jdbc.sql("""
				insert into organisation (code, name_en, name_zh, name_key, search_key, side, org_type, sector, active,
				  created_by, created_at, updated_by, updated_at, version)
				values (:code, :en, :zh, :zh, :key, :side, 'BRANCH', :sector, true, 'test', :now, 'test', :now, 0)
				""")
			.param("code", code)
			.param("en", en)
			.param("zh", zh)
			.param("key", (code + " " + en + " " + zh).toLowerCase())
			.param("side", side)
			.param("sector", side.equals("GOVERNMENT") ? "GOV_ORGAN" : "NEW_ECONOMIC")
			.param("now", now())
			.update();
	}

	private void person(String username, String organisation, String role, String of) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into person (id, name, name_en, search_key, organisation_code, membership, username, active,
					  created_by, created_at, updated_by, updated_at, version)
					values (:id, :name, :name, lower(:name), :organisation, 'FORMAL', :username, true, 'test', :now, 'test', :now, 0)
					""")
			.param("id", id)
			.param("name", username.replace("trial.", "Trial "))
			.param("organisation", organisation)
			.param("username", username)
			.param("now", now())
			.update();
		this.jdbc.sql("""
				insert into role_assignment (id, person, role, organisation_code, valid_from, ended, created_by,
				  created_at, updated_by, updated_at, version)
				values (:id, :person, :role, :organisation, :from, false, 'test', :now, 'test', :now, 0)
				""")
			.param("id", UUID.randomUUID())
			.param("person", id)
			.param("role", role)
			.param("organisation", of)
			.param("from", LocalDate.of(2020, 1, 1))
			.param("now", now())
			.update();
		this.house.getBean(Accounts.class).create(username, username, id, PASSWORD);
	}

	private void deploy() {
		var deployment = this.house.getBean(ProcessEngine.class).getRepositoryService().createDeployment();
		deployment.addClasspathResource("processes-test/api-trial.bpmn");
		try {
			var forms = new PathMatchingResourcePatternResolver()
				.getResources("classpath:processes-test/forms/api-trial/*.json");
			for (var form : forms) {
				deployment.addInputStream("forms/" + form.getFilename(), form.getInputStream());
			}
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		// the diagram is known under its own name, as everywhere
		deployment.name("trial").deploy();
	}

	private static OffsetDateTime now() {
		return OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
	}

	/** Asks the API. */
	public MvcTestResult get(String username, String path, Object... variables) {
		return this.mvc.get().uri("/api/v1" + path, variables).with(httpBasic(username, PASSWORD)).exchange();
	}

	/** Sends something to the API. */
	public MvcTestResult post(String username, String path, String body) {
		return post(username, path, body, null);
	}

	MvcTestResult post(String username, String path, String body, String key) {
		var request = this.mvc.post().uri("/api/v1" + path).with(httpBasic(username, PASSWORD));
		if (body != null) {
			request.contentType("application/json").content(body);
		}
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return request.exchange();
	}

	MvcTestResult put(String username, String path, String body) {
		return this.mvc.put()
			.uri("/api/v1" + path)
			.with(httpBasic(username, PASSWORD))
			.contentType("application/json")
			.content(body)
			.exchange();
	}

	public static JsonNode json(MvcTestResult result) {
		return JSON.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	/** A request that is right in every field. */
	static String request(String subject) {
		return JSON.writeValueAsString(Map.of("process", "api-trial", "data",
				Map.of("subject", subject, "amount", 1200.5, "level", "LOW", "governmentOrg", "T01", "enterpriseOrg",
						"T02", "goals", java.util.List.of(Map.of("goal", "Lectures", "count", 3)))));
	}

	/** Opens a case; it waits at its initiator's step. */
	public String open(String subject) {
		MvcTestResult opened = post(LIAISON, "/cases", request(subject));
		assertThat(opened).hasStatus(201);
		return json(opened).get("number").stringValue();
	}

	/** The id of the one open task of a case. */
	public String task(String number) {
		JsonNode tasks = json(get(LIAISON, "/cases/" + number)).get("openTasks");
		assertThat(tasks).hasSize(1);
		return tasks.get(0).get("id").stringValue();
	}

	/** A case that waits at its review, for two officers. */
	public String inReview(String subject) {
		String number = open(subject);
		assertThat(post(LIAISON, "/tasks/" + task(number) + "/complete", """
				{"data": {"plan": "As agreed"}}""")).hasStatusOk();
		return number;
	}

}
