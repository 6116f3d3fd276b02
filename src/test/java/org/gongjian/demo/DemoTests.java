package org.gongjian.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.gongjian.Gongjian;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Roles;
import org.gongjian.shared.ClockMoved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Starts the demonstration as a visitor would, twice on the same data. */
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {

	private static final Pattern PASSWORD = Pattern.compile("Password ([a-z0-9-]{15,})");

	@TempDir
	Path home;

	private ConfigurableApplicationContext house;

	@AfterEach
	void close() {
		if (this.house != null) {
			this.house.close();
		}
		ClockUtil.resetClock();
	}

	@Test
	void theFirstStartLoadsEverythingAndSaysThePasswordOnce(CapturedOutput output) throws Exception {
		start();
		Matcher said = PASSWORD.matcher(output);
		assertThat(said.find()).isTrue();
		String password = said.group(1);
		assertThat(output).contains("http://localhost:" + port()).contains("sys.admin").contains("ent5.secretary");
		everythingIsThere();
		manyLanguagesAreNoFault(password);
		anUnreadableAddressIsAnsweredByAPage(password);
		theClockMovesOnButNeverBack(password);
		assertThat(this.house.getBean(JdbcClient.class)
			.sql("select count(*) from account where password_hash like '%' || :password || '%'")
			.param("password", password)
			.query(Integer.class)
			.single()).isZero();
		this.house.close();

		int before = output.getAll().length();
		start();
		String second = output.getAll().substring(before);
		assertThat(second).contains("as printed at the first start").doesNotContain(password);
		assertThat(call("sys.admin", password, null).statusCode()).isEqualTo(200);
		assertThat(this.house.getBean(Clock.class).instant()).isAfter(Instant.now().plus(Duration.ofDays(9)));
		everythingIsThere();
		this.house.close();

		start("--gongjian.demo.password=demo");
		assertThat(call("sys.admin", password, null).statusCode()).isEqualTo(401);
		assertThat(call("viewer", "demo", null).statusCode()).isEqualTo(200);
	}

	private void everythingIsThere() {
		Organisations organisations = this.house.getBean(Organisations.class);
		People people = this.house.getBean(People.class);
		assertThat(organisations.search("", null, 100)).hasSize(30);
		Organisation unconfirmed = organisations.get("E07");
		assertThat(unconfirmed.nameZh()).isEqualTo("永飞党支部(字待核)");
		assertThat(unconfirmed.provenance()).isEqualTo("S~");
		assertThat(unconfirmed.demo()).isFalse();
		assertThat(organisations.get("F08").demo()).isTrue();
		assertThat(organisations.get("G02").nameEn()).startsWith("Party branch of the Office");
		assertThat(people.search("陈荣", null)).isEmpty();
		assertThat(people.byUsername("gov.secretary").orElseThrow().orgCode()).isEqualTo("G02");
		Roles roles = this.house.getBean(Roles.class);
		assertThat(roles.holders("gov-secretary@G02")).containsExactly("gov.secretary");
		assertThat(roles.holders("discipline")).containsExactly("discipline");
		assertThat(roles.holders("party-officer")).containsExactly("party.officer", "party.officer2");
	}

	private void theClockMovesOnButNeverBack(String password) throws Exception {
		Instant[] heard = new Instant[1];
		this.house.addApplicationListener((ApplicationListener<PayloadApplicationEvent<ClockMoved>>) (
				event) -> heard[0] = event.getPayload().now());
		Instant wanted = Instant.now().plus(Duration.ofDays(10));
		assertThat(checkOnce(password).headers().firstValue("Idempotency-Replayed")).isEmpty();
		assertThat(call("sys.admin", password, "{\"now\": \"" + wanted + "\"}").statusCode()).isEqualTo(200);
		assertThat(this.house.getBean(Clock.class).instant()).isCloseTo(wanted, within(Duration.ofMinutes(1)));
		assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(wanted, within(Duration.ofMinutes(1)));
		assertThat(heard[0]).isCloseTo(wanted, within(Duration.ofMinutes(1)));
		assertThat(checkOnce(password).headers().firstValue("Idempotency-Replayed")).as("a key lives in real time")
			.contains("true");
		assertThat(call("sys.admin", password, "{\"now\": \"" + Instant.now() + "\"}").statusCode()).isEqualTo(422);
		assertThat(call("sys.admin", password, "{\"now\": \"9999-12-31T00:00:00Z\"}").statusCode()).isEqualTo(422);
		assertThat(call("sys.admin", password, "{\"now\": \"soon\"}").body()).contains("demo.clock.no-time");
		assertThat(call("sys.admin", password, "{}").statusCode()).isEqualTo(422);
		assertThat(call("sys.admin", password, "{").statusCode()).isEqualTo(400);
		assertThat(call("process.admin", password, "{\"now\": \"" + wanted.plusSeconds(60) + "\"}").statusCode())
			.isEqualTo(403);
		assertThat(call("sys.admin", "wrong", null).statusCode()).isEqualTo(401);
	}

	private void start(String... more) {
		String[] arguments = new String[more.length + 3];
		arguments[0] = "--spring.profiles.active=demo";
		arguments[1] = "--server.port=0";
		arguments[2] = "--gongjian.home=" + this.home;
		System.arraycopy(more, 0, arguments, 3, more.length);
		SpringApplication application = new SpringApplication(Gongjian.class);
		application.addListeners((ApplicationListener<WebServerInitializedEvent>) (
				event) -> assertThat(event.getApplicationContext().getBean(Organisations.class).find("F08"))
					.as("there before the first page opens")
					.isPresent());
		this.house = application.run(arguments);
	}

	private String port() {
		return this.house.getEnvironment().getProperty("local.server.port");
	}

	/**
	 * Somebody who reads more languages than the server likes to hear of is answered too.
	 */
	private void manyLanguagesAreNoFault(String password) throws Exception {
		String languages = IntStream.range(0, 600).mapToObj((i) -> "x" + i + ";q=0.1").collect(Collectors.joining(","));
		HttpRequest request = request("sys.admin", password, "/api/v1/me").header("Accept-Language", languages).build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(200);
	}

	/** An address nobody can read is answered in both languages, with a way on. */
	private void anUnreadableAddressIsAnsweredByAPage(String password) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(request("sys.admin", password, "/cases/%00").build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("This address cannot be read.", "无法识别该地址。", "<a href=\"/\">");
		String sheet = answer.body().replaceFirst("(?s).*?href=\"(/assets/[^\"]+)\".*", "$1");
		assertThat(HttpClient.newHttpClient()
			.send(request("sys.admin", password, sheet).build(), HttpResponse.BodyHandlers.discarding())
			.statusCode()).isEqualTo(200);
	}

	/** Sends the same request with the same key each time. */
	private HttpResponse<String> checkOnce(String password) throws IOException, InterruptedException {
		HttpRequest request = request("process.admin", password, "/api/v1/definitions/check")
			.header("Content-Type", "application/xml")
			.header("Idempotency-Key", "before-and-after")
			.POST(HttpRequest.BodyPublishers.ofString("<x/>"))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String username, String password, String path) {
		String basic = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
			.header("Authorization", "Basic " + basic);
	}

	private HttpResponse<String> call(String username, String password, String body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = request(username, password, "/api/v1/demo/clock").header("Content-Type",
				"application/json");
		if (body != null) {
			request.POST(HttpRequest.BodyPublishers.ofString(body));
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
