package org.gongjian.doors;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.gongjian.api.Trial;
import org.gongjian.organisation.Role;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestActors;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Every input that a careless or a hostile person sends gets a clear answer and changes
 * nothing. All doors, found by themselves, are knocked at by somebody who may do
 * everything, so that what is sent is really looked at. {@code -Dhouse.seed} and
 * {@code -Dhouse.knocks} try others and more.
 */
@HouseTest
class CarelessTests {

	private static final String EVERYBODY = Trial.SECOND;

	/**
	 * One stays open for as long as it is looked at; the other is a careless wish, and a
	 * valid one, that goes on holding cases behind the answer: what is wrong there
	 * {@code OperationsRoomTests} send.
	 */
	private static final Set<String> NOT_HERE = Set.of("/inbox/live", "/admin/operations/{process}/suspend");

	/** What belongs to the inside of the house and is told nobody. */
	private static final Pattern INSIDE = Pattern
		.compile("Exception|at org\\.|\\bSQL\\b|ENGINE-|jakarta|springframework");

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestActors actors;

	@Autowired
	private Limits limits;

	private Belongings belongings;

	private Careless careless;

	@Test
	void whateverIsSentIsAnsweredAndWhatIsRefusedChangesNothing() {
		long seed = Long.getLong("house.seed", 20261128);
		System.out.println("seed " + seed);
		this.careless = new Careless(seed);
		this.belongings = new Belongings(this.house, new Trial(this.house));
		this.actors.give(EVERYBODY, Arrays.stream(Role.values()).map(Role::id).toArray(String[]::new));
		var ledger = new Ledger(this.jdbc);
		var wrong = new ArrayList<String>();
		int knocks = Integer.getInteger("house.knocks", 4);
		Map<String, Object> before = ledger.counts();
		for (Door door : Door.all(this.house).stream().filter((one) -> !NOT_HERE.contains(one.pattern())).toList()) {
			this.limits.reset();
			for (int knock = 0; knock < knocks; knock++) {
				MvcTestResult answer = knock(door, knock);
				String complaint = complaint(door, answer);
				Map<String, Object> after = door.reads() ? before : ledger.counts();
				if (complaint == null && answer.getResponse().getStatus() >= 400 && !after.equals(before)) {
					complaint = "was refused and changed something";
				}
				before = after;
				if (complaint != null) {
					wrong.add(door + " " + complaint);
				}
			}
		}
		this.actors.give(EVERYBODY);
		// to retire a process is a careless wish too, and a valid one
		this.jdbc.sql("delete from process_retired").update();
		assertThat(wrong).isEmpty();
	}

	private MvcTestResult knock(Door door, int knock) {
		String path = door.path((place) -> (knock % 3 == 2) ? this.careless.segment() : this.belongings.real(place));
		MethodParameter body = Knocking.body(door);
		var request = this.mvc.method(HttpMethod.valueOf(door.method())).uri(java.net.URI.create(path));
		if (door.isForPrograms()) {
			request.with(httpBasic(EVERYBODY, Trial.PASSWORD));
		}
		else {
			request.with(user(EVERYBODY)).with(csrf());
		}
		if (body != null) {
			boolean xml = body.getParameterType() == byte[].class;
			request.contentType(xml ? "application/xml" : "application/json");
			request.content(this.careless.body(xml ? List.of("x") : names(body.getParameterType())));
		}
		this.careless.spoil(Knocking.asked(door, true)).forEach(request::param);
		request.param("cursor", this.careless.text());
		request.param("sort", this.careless.text());
		request.param("limit", this.careless.text());
		return request.exchange();
	}

	private static List<String> names(Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	private static String complaint(Door door, MvcTestResult answer) {
		if (answer.getUnresolvedException() != null) {
			return "threw " + root(answer.getUnresolvedException());
		}
		int status = answer.getResponse().getStatus();
		if (status >= 500) {
			return "answered " + status;
		}
		// what MockMvc leaves to the server's error page has no type yet; Modeler wants
		// its own
		String type = answer.getResponse().getContentType();
		boolean problem = type == null || type.startsWith("application/problem+json");
		if (door.pattern().startsWith("/api/") && status >= 400 && !problem) {
			return "answered " + status + " with " + type;
		}
		String text = new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
		if (status >= 400 && INSIDE.matcher(text).find()) {
			return "answered " + status + " and said too much";
		}
		return null;
	}

	private static String root(Throwable fault) {
		Throwable cause = fault;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String where = Arrays.stream(cause.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("org.gongjian"))
			.map(StackTraceElement::toString)
			.findFirst()
			.orElse("");
		String said = String.valueOf(cause.getMessage());
		return cause.getClass().getSimpleName() + " " + said.substring(0, Math.min(160, said.length())) + " " + where;
	}

}
