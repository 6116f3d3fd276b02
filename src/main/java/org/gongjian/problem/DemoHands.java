package org.gongjian.problem;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.HouseRequests;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Answer;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the people of the demonstration fill in forms and decide. */
@Component
@Profile("demo")
class DemoHands {

	private static final String PAGE = "<html><head><title>demo</title></head><body>"
			+ "<p>演示数据 Demo data</p></body></html>";

	private final HouseRequests requests;

	private final FormSessions sessions;

	private final Decisions decisions;

	private final Desk desk;

	private final Cases cases;

	private final Attachments attachments;

	private final ActorSource actors;

	private final People people;

	private final PdfPages pages;

	private final Clock clock;

	DemoHands(HouseRequests requests, FormSessions sessions, Decisions decisions, Desk desk, Cases cases,
			Attachments attachments, ActorSource actors, People people, PdfPages pages, Clock clock) {
		this.requests = requests;
		this.sessions = sessions;
		this.decisions = decisions;
		this.desk = desk;
		this.cases = cases;
		this.attachments = attachments;
		this.actors = actors;
		this.people = people;
		this.pages = pages;
		this.clock = clock;
	}

	String register(String username, Map<String, Object> data) {
		return this.requests.open(Problem.PROCESS, this.actors.actor(username), data).number();
	}

	void triage(String number) {
		Map<String, Object> known = this.cases.data(number);
		decide("desk", number, "task-triage", "ACCEPT",
				Map.of("category", known.get("category"), "severity", known.get("severity")));
	}

	/** Decides, if that person is asked; a story goes only as far as it can. */
	void decide(String username, String number, String step, String decision, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		var beside = new HashMap<String, Object>(data);
		beside.put("coiDeclared", "true");
		this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals(step) && this.desk.people(item).contains(username))
			.findFirst()
			.ifPresent((item) -> this.decisions.decide(actor, item.id(), this.sessions
				.fill(this.desk.context(actor, item), data, Answer.of(decision, "演示数据 Demo data", beside)), null));
	}

	String person(String username) {
		return this.people.byUsername(username).orElseThrow().id().toString();
	}

	String evidence(String username) {
		byte[] page = this.pages.write(PAGE);
		return this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(page), "sample.pdf", Optional.empty())
			.id()
			.toString();
	}

	String now() {
		return this.clock.instant().atZone(Time.OFFICE).toOffsetDateTime().withNano(0).toString();
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
