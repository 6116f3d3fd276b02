package org.gongjian.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.Decisions;
import org.gongjian.approval.Desk;
import org.gongjian.approval.HouseRequests;
import org.gongjian.approval.Requests;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Answer;
import org.gongjian.form.FormSessions;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.pairing.Pairings;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.gongjian.shared.Time;
import org.gongjian.support.HouseTest;
import org.gongjian.support.TestAgenda;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Meetings as people go through them: forms, rules, steps, registers, pages. */
@HouseTest
class MeetingJourneyTests {

	private static final String BACKGROUND = "The line was interrupted three times in one week.";

	private static int cases = 900;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Accounts accounts;

	@Autowired
	private FormSessions sessions;

	@Autowired
	private HouseRequests house;

	@Autowired
	private Requests requests;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Desk desk;

	@Autowired
	private Cases files;

	@Autowired
	private Meetings meetings;

	@Autowired
	private MeetingItemTable items;

	@Autowired
	private FollowUps followUps;

	@Autowired
	private Cadence cadence;

	@Autowired
	private MeetingRecord record;

	@Autowired
	private Pairings pairings;

	@Autowired
	private MeetingRules rules;

	@Autowired
	private TestAgenda agenda;

	private MeetingTown town;

	private String number;

	@BeforeEach
	void aTown() {
		this.town = new MeetingTown(this.jdbc);
		this.town.settle();
		this.agenda.waits();
		this.jdbc.sql("update meeting_item set rolled_into = id where state = 'POSTPONED' and rolled_into is null")
			.update();
		for (String username : List.of("m.officer", "m.chair", "m.recorder", "m.l.mg1", "m.l.me1", "m.l.me2",
				"m.stranger")) {
			if (this.accounts.find(username).isEmpty()) {
				this.accounts.create(username, username, null, null);
			}
		}
	}

	@Test
	void oneMeetingDecidesManyItemsAndEachGoesItsWay() {
		String waiting = waitingCase("ME1");
		call();
		assertThat(rows("items")).extracting("source").contains("C:" + waiting);
		decide("m.officer", "task-agenda", "INVITE", agenda(row("C:" + waiting, "ME1"), row(null, "ME2")));
		Meeting meeting = meeting();
		assertThat(meeting.number()).matches("LX-[0-9]{4}-[0-9]{2,}");
		assertThat(open()).isEmpty();
		assertThat(this.jdbc.sql("select username from case_copy where case_number = :number")
			.param("number", this.number)
			.query(String.class)
			.list()).contains("m.l.mg1", "m.l.me1", "m.l.me2", "m.chair", "m.recorder");
		assertThat(mine("m.l.me2")).anyMatch((task) -> task.source().equals(meeting.number()));
		hold();
		assertThat(this.desk.openTasks(file())).singleElement().extracting(WorkItem::slot).isEqualTo("user:m.recorder");
		List<MeetingItem> listed = this.items.of(meeting.id());
		decide("m.recorder", "task-minutes", "COMPLETE",
				minutes(List.of(decided(listed.get(0), "DECIDED"), decided(listed.get(1), "DECIDED"))));
		assertThat(this.items.of(meeting.id())).extracting(MeetingItem::state).containsOnly("OPEN");
		decide("m.chair", "task-chair-sign", "APPROVE", Map.of());
		assertThat(file().outcome()).isEqualTo("HELD");
		assertThat(meeting().state()).isEqualTo(MeetingState.SIGNED);
		assertThat(this.items.of(meeting.id())).extracting(MeetingItem::delivery).containsExactly("MISSED", null);
		assertThat(this.followUps.decisions(meeting.number())).singleElement().satisfies((task) -> {
			assertThat(task.organisation()).isEqualTo("MG1");
			assertThat(task.content()).contains("second line");
		});
		pages(meeting);
	}

	/** People of an organisation find the meeting, and of its items their own. */
	private void pages(Meeting meeting) {
		String path = "/meetings/" + meeting.number();
		assertThat(get("m.officer", path, "en")).hasStatusOk().bodyText().contains("Item of ME1", "Item of ME2");
		assertThat(get("m.officer", path, "zh-CN")).hasStatusOk().bodyText().contains("纪要已签发").doesNotContain("??");
		assertThat(get("m.l.me1", path, "en")).hasStatusOk().bodyText().contains("Item of ME1").doesNotContain("ME2:");
		assertThat(get("m.l.me2", path, "en")).hasStatusOk().bodyText().doesNotContain("Item of ME1");
		assertThat(get("m.l.me2", "/cases/" + this.number, "en")).hasRedirectedUrl(path);
		assertThat(get("m.l.me2", path + "/minutes.pdf", "en")).hasStatus(404);
		MvcTestResult pdf = get("m.officer", path + "/minutes.pdf", "en");
		assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
		assertThat(pdf.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
	}

	@Test
	void whatWasPostponedComesUpAtTheNextMeetingOnce() {
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row(null, "ME1")));
		Meeting first = meeting();
		hold();
		decide("m.recorder", "task-minutes", "COMPLETE",
				minutes(List.of(decided(this.items.of(first.id()).get(0), "POSTPONED"))));
		decide("m.chair", "task-chair-sign", "APPROVE", Map.of());
		assertThat(this.followUps.decisions(first.number())).isEmpty();
		call();
		String source = "I:" + this.items.of(first.id()).get(0).id();
		assertThat(rows("items")).extracting("source").contains(source);
		decide("m.officer", "task-agenda", "INVITE", agenda(row(source, "ME1")));
		assertThat(this.items.of(meeting().id())).singleElement()
			.extracting(MeetingItem::rolledFrom)
			.isEqualTo(this.items.of(first.id()).get(0).id());
		call();
		assertThat(rows("items")).extracting("source").doesNotContain(source);
	}

	@Test
	void aMeetingThatIsCalledOffGivesItsNumberAndItsItemsBack() {
		String waiting = waitingCase("ME1");
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row("C:" + waiting, "ME1")));
		String given = meeting().number();
		this.requests.withdraw(actor("m.officer"), this.number, "the chair is ill");
		assertThat(meeting().state()).isEqualTo(MeetingState.CANCELLED);
		assertThat(meeting().number()).isNull();
		assertThat(this.jdbc.sql("select count(*) from voided_number where number = :number")
			.param("number", given)
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(mine("m.l.me1")).noneMatch((task) -> task.source().equals(given));
		call();
		assertThat(rows("items")).extracting("source").contains("C:" + waiting);
	}

	@Test
	void theFormsRefuseWhatTheRulesForbid() {
		String waiting = waitingCase("ME1");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> call(today().plusDays(1)));
		call();
		Map<String, Object> wrong = agenda(row("C:" + waiting, "ME1"), row("C:" + waiting, "ME1"),
				row("C:SQ-1999-1", "ME1"));
		wrong.put("recorder", wrong.get("chair"));
		wrong.put("chair", this.town.person("m.l.me1"));
		wrong.put("attendees", List.of(Map.of("organisation", "MG1"), Map.of("organisation", "MG1")));
		wrong.put("meetingAt", today().plusDays(1) + "T09:00");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("m.officer", "task-agenda", "INVITE", wrong))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("meeting.violation.notice", "meeting.violation.organisations",
						"meeting.violation.zone-person", "meeting.violation.twice", "meeting.violation.source"));
		Map<String, Object> empty = agenda();
		empty.put("recorder", empty.get("chair"));
		empty.remove("place");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("m.officer", "task-agenda", "INVITE", empty))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("meeting.violation.items", "meeting.violation.same-person", "form.violation.required"));
	}

	@Test
	void everyItemNeedsADecision() {
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row(null, "ME1"), row(null, "ME2")));
		hold();
		List<MeetingItem> listed = this.items.of(meeting().id());
		Map<String, Object> late = decided(listed.get(0), "DECIDED");
		late.put("deadline", today().minusDays(1).toString());
		Map<String, Object> minutes = minutes(List.of(late));
		minutes.put("attendance", List.of(Map.of("organisation", "MG1", "present", "NO")));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("m.recorder", "task-minutes", "COMPLETE", minutes))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.contains("meeting.violation.every-item", "meeting.violation.deadline", "meeting.violation.nobody"));
	}

	@Test
	void theAgendaClosesAndCollectsNoMore() {
		call();
		String waiting = waitingCase("ME2");
		decide("m.officer", "task-agenda", "COLLECT", new HashMap<>(Map.of("meetingType", "JOINT", "purpose",
				"Quarterly", "meetingAt", day(30) + "T09:00", "items", List.of())));
		assertThat(rows("items")).extracting("source").contains("C:" + waiting);
		fire("timer-agenda-closes");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> decide("m.officer", "task-agenda", "COLLECT",
					new HashMap<>(Map.of("meetingType", "JOINT", "purpose", "Quarterly", "meetingAt",
							day(30) + "T09:00", "items", List.of()))))
			.satisfies((invalid) -> assertThat(invalid.violations()).extracting("code")
				.containsExactly("meeting.violation.closed"));
		decide("m.officer", "task-agenda", "CANCEL",
				Map.of("meetingType", "JOINT", "purpose", "Quarterly", "meetingAt", day(30) + "T09:00"));
		assertThat(meeting().state()).isEqualTo(MeetingState.CANCELLED);
	}

	@Test
	void aMeetingIsPutOffOnItsPage() {
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row(null, "ME1")));
		String path = "/meetings/" + meeting().number();
		assertThat(get("m.officer", path, "en")).bodyText().contains("name=\"at\"");
		assertThat(get("m.l.me1", path, "en")).bodyText().doesNotContain("name=\"at\"");
		assertThat(post("m.officer", path + "/move", Map.of("at", "soon", "place", " "))).hasStatus(422)
			.bodyText()
			.contains("id=\"at-error\"", "id=\"place-error\"", "soon");
		assertThat(post("m.l.me1", path + "/move", Map.of("at", day(40) + "T10:00", "place", "Hall"))).hasStatus(403);
		assertThat(post("m.officer", path + "/move", Map.of("at", day(40) + "T10:00", "place", "Hall")))
			.hasRedirectedUrl(path);
		assertThat(meeting().place()).isEqualTo("Hall");
		assertThat(mine("m.l.me1")).filteredOn((task) -> task.source().equals(meeting().number()))
			.extracting(FollowUp::due)
			.containsExactly(day(40));
		hold();
		assertThat(open()).containsExactly("task-minutes");
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.meetings.move(actor("m.officer"), meeting().number(), day(50) + "T10:00", "Hall"));
	}

	@Test
	void followUpTasksAreAnsweredOnceByThoseWhoOwnThem() {
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row(null, "ME1")));
		FollowUp task = mine("m.l.me1").stream()
			.filter((one) -> one.source().equals(meeting().number()))
			.findFirst()
			.orElseThrow();
		String path = "/follow-ups/" + task.id();
		assertThat(get("m.l.me1", "/follow-ups", "zh-CN")).hasStatusOk()
			.bodyText()
			.contains("请参加会议")
			.doesNotContain("??");
		assertThat(get("m.officer", "/follow-ups?all=true", "en")).hasStatusOk().bodyText().contains(task.source());
		assertThat(post("m.l.me2", path, Map.of("feedback", "We come, all of us.", "version", "0"))).hasStatus(404);
		assertThat(post("m.l.me1", path, Map.of("feedback", "yes", "version", "0"))).hasStatus(422)
			.bodyText()
			.contains("id=\"feedback-error\"", ">yes<");
		assertThat(post("m.l.me1", path, Map.of("feedback", "It is off", "version", "0", "how", "drop")))
			.hasStatus(403);
		assertThat(post("m.l.me1", path, Map.of("feedback", "We come, all of us.", "version", "0")))
			.hasStatus3xxRedirection();
		assertThat(post("m.l.me1", path, Map.of("feedback", "We come, all of us.", "version", "0"))).hasStatus(409);
	}

	@Test
	void aPairThatHasNotMetForLongIsRemindedOfOnce() {
		this.cadence.look();
		this.cadence.look();
		assertThat(mine("m.officer")).filteredOn((task) -> task.source().equals("JM-2024-001")).hasSize(1);
		assertThat(get("m.officer", "/pairings/JM-2024-001", "en")).bodyText()
			.contains("Last joint meeting", " – overdue");
		assertThat(this.record.measured(this.pairings.find("JM-2024-001").orElseThrow(), LocalDate.of(2024, 1, 1),
				LocalDate.of(2024, 12, 31)))
			.singleElement()
			.satisfies((measured) -> {
				assertThat(measured.count()).isZero();
				assertThat(measured.percent()).isZero();
				assertThat(measured.fact().en()).isEqualTo("0 of 4 joint meetings");
			});
	}

	@Test
	void theHouseCallsAnExtraordinaryMeetingOnce() {
		String first = this.meetings.callExtraordinary(List.of("SQ-1"), "Two departments disagree");
		assertThat(this.meetings.callExtraordinary(List.of("SQ-2"), "Another one")).isEqualTo(first);
		this.number = first;
		assertThat(open()).containsExactly("task-agenda");
		assertThat(meeting().purpose()).contains("SQ-1");
		decide("m.officer", "task-agenda", "CANCEL",
				Map.of("meetingType", "SCHEDULING", "purpose", "Nothing", "meetingAt", day(30) + "T09:00"));
	}

	@Test
	void strangersFindNothing() {
		call();
		decide("m.officer", "task-agenda", "INVITE", agenda(row(null, "ME1")));
		assertThat(get("m.stranger", "/meetings/" + meeting().number(), "en")).hasStatus(404);
		assertThat(get("m.l.me1", "/meetings/" + this.number + "x", "en")).hasStatus(404);
		assertThat(get("m.l.me1", "/meetings", "en")).hasStatusOk().bodyText().contains(meeting().number());
		assertThat(get("m.stranger", "/meetings?type=JOINT&state=INVITED", "en")).hasStatusOk()
			.bodyText()
			.doesNotContain(meeting().number());
		assertThat(get("m.stranger", "/cases/" + this.number, "en")).hasStatus(404);
	}

	// What people do.

	private void call() {
		call(day(30));
	}

	private void call(LocalDate on) {
		this.number = this.house
			.open(MeetingRules.PROCESS, actor("m.officer"),
					Map.of("meetingType", "JOINT", "purpose", "Quarterly", "meetingAt", on + "T09:00"))
			.number();
	}

	private String waitingCase(String party) {
		String waiting = "SQ-2026-" + ++cases;
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into case_file (id, number, process, definition, instance, title_en, title_zh, status, initiator,
				  opened_at, revision)
				values (:id, :number, 'none', 'x', 'x', 'x', 'x', 'open', 'x', :at, 0)
				""")
			.param("id", id)
			.param("number", waiting)
			.param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
			.update();
		this.agenda
			.waits(new AgendaItem(waiting, new Bilingual("Power", "Item of " + party), party, BACKGROUND, "Who pays"));
		return waiting;
	}

	private static Map<String, Object> row(String source, String proposer) {
		var row = new HashMap<String, Object>();
		row.put("title", "Item of " + proposer);
		row.put("source", source);
		row.put("proposer", proposer);
		row.put("background", BACKGROUND);
		row.put("wanted", "Who pays for the second line");
		return row;
	}

	private Map<String, Object> agenda(Object... rows) {
		var data = new HashMap<String, Object>();
		data.put("meetingType", "JOINT");
		data.put("purpose", "Quarterly");
		data.put("meetingAt", day(30) + "T09:00");
		data.put("place", "Room 301");
		data.put("chair", this.town.person("m.chair"));
		data.put("recorder", this.town.person("m.recorder"));
		data.put("attendees", MeetingTown.ORGANISATIONS.stream().map((code) -> Map.of("organisation", code)).toList());
		data.put("items", List.of(rows));
		return data;
	}

	private Map<String, Object> minutes(List<Map<String, Object>> rows) {
		var data = new HashMap<String, Object>();
		data.put("heldOn", day(30).toString());
		data.put("attendance",
				MeetingTown.ORGANISATIONS.stream()
					.map((code) -> Map.of("organisation", code, "present", "YES", "person", "Li Wei"))
					.toList());
		data.put("decisions", rows);
		return data;
	}

	private Map<String, Object> decided(MeetingItem item, String state) {
		var row = new LinkedHashMap<String, Object>();
		row.put("item", item.id().toString());
		row.put("state", state);
		row.put("discussion", "Everybody agreed.");
		if (!state.equals("POSTPONED")) {
			row.put("decision", "Build a second line to the plant.");
			row.put("lead", "MG1");
			row.put("deadline", day(45).toString());
		}
		return row;
	}

	private void hold() {
		fire("timer-meeting");
	}

	private void fire(String timer) {
		var job = this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(file().instance())
			.activityId(timer)
			.singleResult();
		this.engine.getManagementService().executeJob(job.getId());
	}

	private void decide(String username, String step, String decision, Map<String, Object> data) {
		Actor actor = actor(username);
		WorkItem item = this.desk.openTasks(file())
			.stream()
			.filter((one) -> one.step().equals(step))
			.findFirst()
			.orElseThrow(() -> new AssertionError(step + " is not open but " + open()));
		var filled = this.sessions.fill(this.desk.context(actor, item), data,
				Answer.of(decision, "because it is right", Map.of("coiDeclared", "true")));
		this.decisions.decide(actor, item.id(), filled, null);
	}

	private List<String> open() {
		return this.desk.openTasks(file()).stream().map(WorkItem::step).toList();
	}

	private CaseFile file() {
		return this.files.get(this.number);
	}

	private Meeting meeting() {
		return this.meetings.visible(actor("m.officer"), this.number);
	}

	private List<CaseValues> data(String name) {
		return new CaseValues(this.files.data(this.number)).rows(name);
	}

	private List<Map<String, Object>> rows(String name) {
		return data(name).stream().map(CaseValues::all).toList();
	}

	private List<FollowUp> mine(String username) {
		var all = new ArrayList<FollowUp>();
		String cursor = null;
		do {
			var page = this.followUps.page(actor(username), false, FollowUpFilter.of("OPEN"), cursor, 100);
			all.addAll(page.items());
			cursor = page.next();
		}
		while (cursor != null);
		return all;
	}

	private LocalDate day(int later) {
		return this.rules.earliest().plusDays(later);
	}

	private static LocalDate today() {
		return LocalDate.ofInstant(Instant.now(), Time.OFFICE);
	}

	private Actor actor(String username) {
		return this.actors.actor(username);
	}

	private MvcTestResult get(String username, String path, String language) {
		return this.mvc.get().uri(path).with(user(username)).header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange();
	}

	private MvcTestResult post(String username, String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(user(username)).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

}
