package org.gongjian.approval;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Answer;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.ActorSource;
import org.gongjian.organisation.People;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.gongjian.web.PdfPages;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the people of the demonstration fill in forms and decide, so that its cases are
 * walked, never written. In the demo profile only.
 */
@Component
@Profile("demo")
public class DemoHands {

	private static final String PAGE = "<html><head><title>demo</title></head><body>"
			+ "<p>演示数据 Demo data</p></body></html>";

	private static final String REASON = "理由见所填内容（演示）。";

	private static final String MARK = "（演示）";

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

	private byte[] page;

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

	/**
	 * Opens a case and says in its title that it is made up.
	 * @param data the fields of the start form, as programs write them
	 * @return its number
	 */
	public String start(String process, String username, Map<String, Object> data) {
		CaseFile file = this.requests.open(process, this.actors.actor(username), data);
		if (!file.title().zh().endsWith(MARK)) {
			this.cases.rename(file.number(), new Bilingual(file.title().en() + " (demo)", file.title().zh() + MARK));
		}
		return file.number();
	}

	/** Decides, if that person is asked; a story goes only as far as it can. */
	public void decide(String username, String number, String step, String decision, Map<String, Object> data) {
		Actor actor = this.actors.actor(username);
		var beside = new HashMap<String, Object>(data);
		beside.put("coiDeclared", "true");
		this.desk.openTasks(this.cases.get(number))
			.stream()
			.filter((item) -> item.step().equals(step) && this.desk.people(item).contains(username))
			.findFirst()
			.ifPresent(
					(item) -> this.decisions.decide(actor, item.id(), this.sessions.fill(this.desk.context(actor, item),
							data, Answer.of(decision, comment(item, decision), beside)), null));
	}

	/** As people do: nothing, unless the decision must say why. */
	private String comment(WorkItem item, String decision) {
		boolean wanted = this.desk.offers(item)
			.stream()
			.anyMatch((offered) -> offered.commentRequired() && offered.code().equals(decision));
		return wanted ? REASON : null;
	}

	/** The id of whoever has an account. */
	public String person(String username) {
		return this.people.byUsername(username).orElseThrow().id().toString();
	}

	/** A page somebody uploads, for a field of files. */
	public List<String> evidence(String username) {
		if (this.page == null) {
			this.page = this.pages.write(PAGE);
		}
		return List.of(this.attachments
			.store(this.actors.actor(username), new ByteArrayInputStream(this.page), "sample.pdf", Optional.empty())
			.id()
			.toString());
	}

	/** An hour of a day from today on, as forms write it. */
	public String at(int days, int hour) {
		return today().plusDays(days).atTime(hour, 0).atZone(Time.OFFICE).toOffsetDateTime().toString();
	}

	/** This moment, as forms write it. */
	public String now() {
		return this.clock.instant().atZone(Time.OFFICE).toOffsetDateTime().withNano(0).toString();
	}

	/** Today at the office. */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
	}

}
