package org.gongjian.notification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.gongjian.api.Trial;
import org.gongjian.identity.Accounts;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Other programs are told what happens. */
@HouseTest
class WebhookTests {

	private static final String ADMIN = "webhook.admin";

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private TestActors actors;

	@Autowired
	private Deliveries deliveries;

	private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();

	private HttpServer receiver;

	private int answer = 204;

	private Trial trial;

	@BeforeEach
	void listen() throws IOException {
		this.trial = new Trial(this.house);
		if (this.accounts.find(ADMIN).isEmpty()) {
			this.accounts.create(ADMIN, "Webhook Admin", null, "paper boat under bridge");
		}
		this.actors.give(ADMIN, "sys-admin");
		this.jdbc.sql("delete from outbox").update();
		this.receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.receiver.createContext("/hook", this::hear);
		this.receiver.start();
	}

	@AfterEach
	void silence() {
		this.receiver.stop(0);
		this.jdbc.sql("select id, version from webhook")
			.query((row, number) -> new String[] { row.getString("id"), row.getString("version") })
			.list()
			.forEach((one) -> change(one[0], "version", one[1], "name", "off", "url", url(), "events", "case.closed"));
		this.jdbc.sql("delete from webhook").update();
		this.jdbc.sql("delete from outbox").update();
	}

	@Test
	void aSignedMessageSaysWhatHappenedAndNoWordMore() {
		String id = make("task.opened");
		String number = this.trial.open("A secret hall");
		this.deliveries.work(WebhookChannel.NAME);
		assertThat(this.heard).hasSize(1);
		Map<String, String> message = this.heard.get(0);
		String secret = this.jdbc.sql("select secret from webhook").query(String.class).single();
		assertThat(message.get("signature")).isEqualTo(
				Signature.of(secret, message.get("id"), Long.parseLong(message.get("timestamp")), message.get("body")));
		JsonNode body = new JsonMapper().readTree(message.get("body"));
		assertThat(body.get("type").stringValue()).isEqualTo("task.opened");
		assertThat(body.at("/data/case").stringValue()).isEqualTo(number);
		assertThat(message.get("body")).doesNotContain("secret hall").doesNotContain("trial.liaison");
		assertThat(page("/admin/webhooks/" + id)).hasStatusOk().bodyText().contains("Standard Webhooks");
	}

	@Test
	void whatFailedWaitsAndCanBeTriedAgainByTheAdministrator() {
		make("case.opened");
		this.answer = 500;
		this.trial.open("A hall");
		this.deliveries.work(WebhookChannel.NAME);
		assertThat(state()).isEqualTo("WAITING HTTP 500");
		this.answer = 410;
		this.jdbc.sql("update outbox set next_try_at = created_at").update();
		this.deliveries.work(WebhookChannel.NAME);
		assertThat(state()).isEqualTo("FAILED HTTP 410");
		assertThat(page("/admin/deliveries")).bodyText().contains("HTTP 410", ">office<");
		assertThat(send("/admin/deliveries/again")).hasStatus(302);
		assertThat(state()).isEqualTo("WAITING HTTP 410");
		this.answer = 204;
		String id = this.jdbc.sql("select id from outbox").query(String.class).single();
		assertThat(send("/admin/deliveries/" + id + "/again")).hasStatus(302);
		this.deliveries.work(WebhookChannel.NAME);
		assertThat(state()).isEqualTo("SENT null");
		assertThat(this.heard).extracting((message) -> message.get("id")).containsOnly(id);
		assertThat(send("/admin/deliveries/" + id + "/again")).hasStatus(409);
	}

	@Test
	void redirectsAreNotFollowed() {
		make("case.opened");
		this.answer = 302;
		this.trial.open("A hall");
		this.deliveries.work(WebhookChannel.NAME);
		assertThat(this.heard).hasSize(1);
		assertThat(state()).isEqualTo("WAITING HTTP 302");
	}

	@Test
	void nonsenseIsRefusedAndSecondEditorsLearnOfTheFirst() {
		assertThat(send("/admin/webhooks/new", "name", "", "url", "ftp://x", "active", "true", "version", "0"))
			.hasStatus(422);
		assertThat(send("/admin/webhooks/new", "name", "x", "url", "http://user:secret@host/", "events", "case.closed",
				"active", "true", "version", "0"))
			.hasStatus(422);
		assertThat(send("/admin/webhooks/new", "name", "x", "url", url(), "events", "everything", "version", "0"))
			.hasStatus(422);
		String id = make("case.closed");
		assertThat(change(id, "version", "0", "name", "one", "url", url(), "events", "case.closed")).hasStatus(302);
		assertThat(change(id, "version", "0", "name", "two", "url", url(), "events", "case.closed")).hasStatus(409);
		assertThat(this.jdbc.sql("select name from webhook").query(String.class).single()).isEqualTo("one");
	}

	private void hear(HttpExchange exchange) throws IOException {
		var headers = exchange.getRequestHeaders();
		this.heard.add(Map.of("id", headers.getFirst("webhook-id"), "timestamp", headers.getFirst("webhook-timestamp"),
				"signature", headers.getFirst("webhook-signature"), "body",
				new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
		if (this.answer == 302) {
			exchange.getResponseHeaders().set("Location", url());
		}
		exchange.sendResponseHeaders(this.answer, -1);
		exchange.close();
	}

	private String url() {
		return "http://127.0.0.1:" + this.receiver.getAddress().getPort() + "/hook";
	}

	private String make(String event) {
		assertThat(send("/admin/webhooks/new", "name", "office", "url", url(), "events", event, "active", "true",
				"version", "0"))
			.hasStatus(302);
		return this.jdbc.sql("select id from webhook").query(String.class).single();
	}

	private MvcTestResult change(String id, String... parameters) {
		return send("/admin/webhooks/" + id, parameters);
	}

	private String state() {
		return this.jdbc.sql("select state, problem from outbox")
			.query((row, number) -> row.getString("state") + " " + row.getString("problem"))
			.single();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(user(ADMIN)).exchange();
	}

	private MvcTestResult send(String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(user(ADMIN)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

}
