package org.gongjian.api;

import java.util.Arrays;

import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.PASSWORD;
import static org.gongjian.api.Trial.json;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@HouseTest
class ApiErrorTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void strangersGetNothing() {
		for (String path : new String[] { "/me", "/cases", "/tasks", "/processes", "/openapi",
				"/registers/pairings" }) {
			assertThat(this.mvc.get().uri("/api/v1" + path)).hasStatus(401)
				.hasContentTypeCompatibleWith("application/problem+json")
				.hasHeader("WWW-Authenticate", "Basic realm=\"Gongjian\", charset=\"UTF-8\"");
		}
		assertThat(this.mvc.get().uri("/v3/api-docs").exchange().getResponse().getStatus()).isIn(302, 401, 404);
		assertThat(this.mvc.get().uri("/help/api").exchange().getResponse().getStatus()).isIn(302, 401);
		assertThat(this.mvc.get().uri("/swagger-ui/index.html").exchange().getResponse().getStatus()).isIn(302, 401,
				404);
	}

	@Test
	void otherContentIsNotTaken() {
		for (String type : new String[] { "text/plain", "application/xml", "application/x-www-form-urlencoded",
				"application/x-java-serialized-object" }) {
			assertThat(this.mvc.post()
				.uri("/api/v1/cases")
				.with(httpBasic(LIAISON, PASSWORD))
				.contentType(type)
				.content(Trial.request("Wrong type"))).hasStatus(415);
		}
		assertThat(this.trial.post(LIAISON, "/cases", "{\"process\": ")).hasStatus(400);
		assertThat(this.trial.post(LIAISON, "/cases", "{\"process\": \"a\", \"process\": \"b\"}")).hasStatus(400);
		assertThat(this.trial.post(LIAISON, "/cases", "{\"process\": \"" + "x".repeat(1_100_000) + "\"}"))
			.hasStatus(413);
		assertThat(this.trial.post(LIAISON, "/cases", "[1]")).hasStatus(422);
		assertThat(this.mvc.post().uri("/api/v1/cases").with(httpBasic(LIAISON, PASSWORD))).hasStatus(400);
		assertThat(this.mvc.delete().uri("/api/v1/cases").with(httpBasic(LIAISON, PASSWORD))).hasStatus(405);
	}

	@Test
	void problemsSpeakTheLanguageAskedFor() {
		MvcTestResult refused = this.mvc.post()
			.uri("/api/v1/cases")
			.with(httpBasic(LIAISON, PASSWORD))
			.header("Accept-Language", "zh-CN")
			.contentType("application/json")
			.content("{\"process\": \"nothing\"}")
			.exchange();
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).get("errors").get(0).get("message").stringValue()).contains("流程");
		assertThat(json(refused).get("instance").stringValue()).isEqualTo("/api/v1/cases");
	}

	@Test
	void unstorableCharactersAreRefusedWithTheirField() {
		MvcTestResult refused = this.trial.post(LIAISON, "/cases",
				Trial.request("NUL here").replace("NUL here", "a\\u0000bcdef"));
		assertThat(refused).hasStatus(422);
		assertThat(json(refused).get("errors").get(0).get("field").stringValue()).isEqualTo("subject");
		String number = this.trial.open("Unstorable");
		assertThat(this.trial.post(LIAISON, "/cases/" + number + "/comments", "{\"text\": \"a\\u0000b\"}"))
			.hasStatus(422);
		assertThat(this.trial.post(LIAISON, "/cases/" + number + "/withdraw", "{\"reason\": \"abcde\\u0007\"}"))
			.hasStatus(422);
	}

	/** A new POST that forgets its key would be found here. */
	@Test
	void everyPostIsCarriedOutOnce() {
		this.house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.forEach((mapping, handler) -> {
				if (handler.getBeanType().getPackageName().equals("org.gongjian.api") && posts(mapping)) {
					assertThat(Arrays.asList(handler.getMethod().getParameterTypes())).as(mapping.toString())
						.contains(Once.class);
				}
			});
	}

	private static boolean posts(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
	}

	@Test
	void theApiDescribesItself() {
		MvcTestResult described = this.trial.get(LIAISON, "/openapi");
		assertThat(described).hasStatusOk();
		String text = json(described).toString();
		assertThat(text)
			.contains("\"/api/v1/tasks/{id}/complete\"", "\"Decides a task\"", "\"Idempotency-Key\"", "\"bearer\"")
			.doesNotContain("api.op.", "api.tag.", "\"zoneWide\"");
		MvcTestResult page = this.mvc.get()
			.uri("/help/api")
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
				.user(LIAISON))
			.exchange();
		assertThat(page).hasStatusOk().bodyText().contains("POST /api/v1/cases", "Opens a case", "Idempotency-Key");
	}

}
