package org.gongjian.inbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.gongjian.api.Trial;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gongjian.api.Trial.COLLEAGUE;
import static org.gongjian.api.Trial.LIAISON;
import static org.gongjian.api.Trial.OFFICER;
import static org.gongjian.api.Trial.OUTSIDER;
import static org.gongjian.api.Trial.SECRETARY;

/** The lists and what belongs to them, through the whole house. */
@HouseTest
class InboxPagesTests {

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private Trial trial;

	@BeforeEach
	void house() {
		this.trial = new Trial(this.house);
	}

	@Test
	void whatCannotBeUnderstoodIsSaidAndStaysTyped() {
		assertThat(get(OFFICER, "/inbox?text=colour:red&process=api-trial")).hasStatus(422)
			.bodyText()
			.contains("“colour:” is no filter", "value=\"colour:red\"");
		assertThat(get(OFFICER, "/requests?text=mine")).hasStatus(422).bodyText().contains("in lists of tasks only");
		assertThat(get(OFFICER, "/inbox?sort=colour")).hasStatus(422);
	}

	@Test
	void peopleOrganisationsAndFormTextAreFoundAndNothingOfOthers() {
		String number = this.trial.inReview("Searched lantern");
		assertThat(get(OFFICER, "/inbox?text=lantern org:T02 from:trial&sort=-fact")).bodyText().contains(number);
		assertThat(get(OFFICER, "/inbox?text=试办 lantern")).bodyText().contains(number);
		assertThat(get(OFFICER, "/inbox?text=sbqy lantern")).bodyText().contains(number);
		assertThat(get(OFFICER, "/inbox?text=lantern -org:T02")).bodyText().doesNotContain(number);
		assertThat(get(OUTSIDER, "/cases?text=lantern")).hasStatusOk().bodyText().doesNotContain(number);
		assertThat(get(OUTSIDER, "/inbox?text=lantern")).hasStatusOk().bodyText().doesNotContain(number);
	}

	@Test
	void aFilterIsKeptAppliedAndPassedOn() {
		String number = this.trial.inReview("Kept apart");
		MvcTestResult kept = post(COLLEAGUE, "/inbox/filters", "name", "Apart", "view", "todo", "text", "apart");
		assertThat(kept).hasStatus3xxRedirection().hasRedirectedUrl("/inbox?text=apart");
		String id = this.jdbc.sql("select id from saved_filter where name = 'Apart'").query(String.class).single();
		assertThat(post(COLLEAGUE, "/inbox/filters/" + id + "/initial")).hasStatus3xxRedirection();
		String other = this.trial.inReview("Quite another");
		assertThat(get(COLLEAGUE, "/inbox")).bodyText().contains(number, ">Apart</a>").doesNotContain(other);
		assertThat(get(COLLEAGUE, "/inbox?all=true")).bodyText().contains(number, other);
		assertThat(get(OFFICER, "/inbox/filters/" + id)).hasRedirectedUrl("/inbox?text=apart");
		assertThat(post(OFFICER, "/inbox/filters/" + id + "/forget")).hasStatus(404);
		assertThat(post(OFFICER, "/inbox/filters", "name", "", "text", "x")).hasStatus(422)
			.bodyText()
			.contains("Give it a name");
		assertThat(post(OFFICER, "/inbox/filters", "name", "Nothing")).hasStatus(422);
		assertThat(post(COLLEAGUE, "/inbox/filters/" + id + "/forget")).hasStatus3xxRedirection();
		assertThat(get(COLLEAGUE, "/inbox")).bodyText().contains(other);
	}

	@Test
	void theNextTaskOfTheListFollows() {
		String first = this.trial.inReview("Following");
		String second = this.trial.inReview("Following");
		String list = body(get(OFFICER, "/inbox?text=following&sort=oldest"));
		Matcher link = Pattern.compile("href=\"/tasks/([^\"?]+)\\?in=([^\"]+)\"").matcher(list);
		assertThat(link.find()).isTrue();
		assertThat(link.group(1)).isEqualTo(this.trial.task(first));
		assertThat(get(OFFICER, "/tasks/" + link.group(1) + "?in=" + link.group(2))).bodyText().contains("1 of 2");
		MvcTestResult next = get(OFFICER, "/inbox/next?task=" + link.group(1) + "&in=" + link.group(2));
		assertThat(next.getResponse().getRedirectedUrl()).startsWith("/tasks/" + this.trial.task(second) + "?in=");
		assertThat(get(OFFICER, next.getResponse().getRedirectedUrl())).bodyText().contains("2 of 2");
		assertThat(get(OFFICER, "/inbox/next?in=nonsense")).hasRedirectedUrl("/inbox");
	}

	@Test
	void aTaskSaysWhatOthersDidSinceTheLastLook() {
		String number = this.trial.inReview("Looked at");
		String task = this.trial.task(number);
		assertThat(get(OFFICER, "/tasks/" + task)).bodyText().doesNotContain("badge--info\">new</span>");
		assertThat(this.trial.post(COLLEAGUE, "/tasks/" + task + "/claim", null)).hasStatusOk();
		assertThat(this.trial.post(COLLEAGUE, "/tasks/" + task + "/release", null)).hasStatusOk();
		assertThat(get(OFFICER, "/tasks/" + task)).bodyText().contains("badge--info\">new</span>");
		assertThat(get(OFFICER, "/tasks/" + task)).bodyText().doesNotContain("badge--info\">new</span>");
	}

	@Test
	void phrasesAreOnesOwnOrOfTheHouse() {
		assertThat(post(OFFICER, "/phrases", "text", "As agreed on the phone.")).hasStatus3xxRedirection();
		assertThat(get(OFFICER, "/phrases/offered")).bodyText().contains("As agreed on the phone.", "Agreed.");
		assertThat(get(COLLEAGUE, "/phrases/offered")).bodyText().doesNotContain("As agreed on the phone.");
		assertThat(post(OFFICER, "/phrases", "text", " ")).hasStatus(422).bodyText().contains("Write 1 to 200");
		assertThat(post(OFFICER, "/phrases", "text", "For all", "house", "true")).hasStatus(403);
		assertThat(post(OFFICER, "/phrases/00000000-0000-4000-8000-000000000004/forget")).hasStatus(404);
		assertThat(post(OFFICER, "/phrases/00000000-0000-4000-8000-000000000004/change", "text", "Mine"))
			.hasStatus(404);
		String change = "/phrases/" + this.jdbc.sql("select id from phrase where content = 'As agreed on the phone.'")
			.query(String.class)
			.single() + "/change";
		assertThat(post(COLLEAGUE, change, "text", "Taken over")).hasStatus(404);
		assertThat(post(OFFICER, change, "text", " ")).hasStatus(422).bodyText().contains("Write 1 to 200");
		assertThat(post(OFFICER, change, "text", "As agreed in the meeting.")).hasStatus3xxRedirection();
		assertThat(get(OFFICER, "/phrases/offered")).bodyText()
			.contains("As agreed in the meeting.")
			.doesNotContain("on the phone");
	}

	@Test
	void whatWasTypedOutlivesTheSession() {
		String task = "/tasks/" + this.trial.task(this.trial.inReview("Interrupted"));
		MvcTestResult refused = sent(task, "Half a thought", OFFICER, null);
		assertThat(refused).hasRedirectedUrl("/login?interrupted");
		Cookie session = signedIn(OFFICER, refused.getResponse().getCookie("gongjian"), task);
		assertThat(opened(task, session)).bodyText().contains("Half a thought", "You had been signed out");
		assertThat(opened(task, session)).bodyText().contains("Half a thought").doesNotContain("had been signed out");
		assertThat(get(COLLEAGUE, task)).bodyText().doesNotContain("Half a thought");
		assertThat(sent(task, "With an old token", OFFICER, session)).hasRedirectedUrl(task);
		assertThat(opened(task, session)).bodyText().contains("With an old token");
	}

	@Test
	void whatWasTypedIsForWhomTypedItAndOnlyFromOurPages() {
		String task = "/tasks/" + this.trial.task(this.trial.inReview("Interrupted and left"));
		MvcTestResult refused = sent(task, "Not for you", OFFICER, null);
		Cookie session = signedIn(COLLEAGUE, refused.getResponse().getCookie("gongjian"), task);
		assertThat(opened(task, session)).bodyText().doesNotContain("Not for you");
		assertThat(this.mvc.post()
			.uri(task)
			.header("Referer", "http://elsewhere.example" + task)
			.cookie(session)
			.param("_who", COLLEAGUE)
			.param("_comment", "Planted")).hasStatus(403);
		assertThat(opened(task, session)).bodyText().doesNotContain("Planted");
	}

	@Test
	void whatWasTypedIntoASmallFormOutlivesTheSessionAndNothingIsDone() {
		String number = this.trial.inReview("Small and interrupted");
		String task = "/tasks/" + this.trial.task(number);
		assertKept(task + "/transfer", task, "reason", "On leave from Monday on");
		assertKept(task + "/delegate", task, "question", "Is the budget right?");
		assertKept(task + "/add-signers", task, "users", "trial.second");
		assertKept(task + "/return", task + "/return", "reason", "The plan is missing");
		assertKept("/cases/" + number + "/comments", "/cases/" + number, "text", "A thought on the side");
		assertKept("/profile/stand-ins", "/profile/stand-ins", "reason", "Annual leave");
		assertKept("/bulk/send", "/bulk", "ids", task.substring("/tasks/".length()));
		assertThat(get(OFFICER, task)).bodyText().doesNotContain("On leave from Monday on");
		assertThat(Trial.json(this.trial.get(LIAISON, "/cases/" + number + "/timeline")).size()).isEqualTo(4);
	}

	private void assertKept(String to, String page, String field, String typed) {
		MvcTestResult refused = sent(to, page, field, typed, null);
		Cookie session = signedIn(OFFICER, refused.getResponse().getCookie("gongjian"), page);
		assertThat(opened(page, session)).bodyText().contains(typed, "What you typed is here again");
	}

	@Test
	void whoIsTooLateReadsWhoWasFirstAndKeepsWhatWasTyped() {
		String number = this.trial.inReview("Two at once");
		String task = "/tasks/" + this.trial.task(number);
		assertThat(this.trial.post(COLLEAGUE, task + "/complete",
				"{\"decision\": \"APPROVE\", \"data\": {\"coiDeclared\": true}}"))
			.hasStatusOk();
		assertThat(get(COLLEAGUE, "/done")).as("what I did says how")
			.bodyText()
			.contains("<span class=\"badge badge--quiet\">Approve</span>");
		for (String late : List.of("/transfer", "/delegate", "/add-signers", "/return")) {
			assertThat(post(OFFICER, task + late, "to", "trial.second", "users", "trial.second", "reason",
					"Because of my leave", "question", "Because of my leave"))
				.hasStatus(409)
				.bodyText()
				.contains("Trial colleague was first", "Because of my leave");
		}
	}

	@Test
	void whoHelpsToWriteSharesTheDraftAndCannotSendIt() {
		String number = this.trial.open("Written together");
		String task = "/tasks/" + this.trial.task(number);
		assertThat(get(SECRETARY, "/cases/" + number)).bodyText().contains("Help to write: Prepare");
		assertThat(post(SECRETARY, task, "plan", "Ours comes first", "_action", "save-draft")).hasStatusOk();
		assertThat(get(LIAISON, task)).bodyText().contains("Ours comes first", "Trial secretary kept it last");
		assertThat(post(SECRETARY, task, "plan", "Ours alone", "_action", "submit")).hasStatus(403);
		assertThat(post(SECRETARY, task, "_action", "discard")).hasStatus(403);
		assertThat(post(OFFICER, task, "plan", "Mine too", "_action", "save-draft")).hasStatus(403);
		assertThat(post(OUTSIDER, task, "plan", "Mine too", "_action", "save-draft")).hasStatus(404);
		assertThat(post(LIAISON, task, "plan", "Mine comes first", "_draft", "0", "_action", "autosave")).hasStatus(409)
			.bodyText()
			.contains("Trial secretary has changed this meanwhile");
		assertThat(post(LIAISON, task, "plan", "Mine comes first", "_draft", "0", "_action", "submit")).hasStatus(409)
			.bodyText()
			.contains("Trial secretary has changed this meanwhile", "Mine comes first");
		assertThat(post(LIAISON, task, "plan", "Both are first", "_draft", "1", "_action", "submit"))
			.hasStatus3xxRedirection();
	}

	@Test
	void whoDecidesWhatWasHandedOnMeanwhileReadsByWhom() {
		String task = "/tasks/" + this.trial.task(this.trial.inReview("Handed on"));
		assertThat(this.trial.post(COLLEAGUE, task + "/claim", null)).hasStatusOk();
		assertThat(this.trial.post(COLLEAGUE, task + "/transfer", """
				{"to": "trial.second", "reason": "On leave from Monday"}""")).hasStatusOk();
		assertThat(post(OFFICER, task, "_decision", "APPROVE", "_comment", "Half an hour of thoughts", "_action",
				"submit"))
			.hasStatus(409)
			.bodyText()
			.contains("Trial colleague was first", "Half an hour of thoughts");
		assertThat(get("trial.second", task)).bodyText()
			.contains("Trial colleague handed this on to you", "On leave from Monday");
		assertThat(post("trial.second", task + "/transfer", "to", "no.body", "reason", "Not for me"))
			.as("said on top and at the field")
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#transfer-to\"", "id=\"transfer-to\"");
		String back = this.trial.inReview("Sent back");
		assertThat(this.trial.post(OFFICER, "/tasks/" + this.trial.task(back) + "/return", """
				{"to": "START", "reason": "The plan is too short"}""")).hasStatusOk();
		assertThat(get(LIAISON, "/tasks/" + this.trial.task(back))).bodyText()
			.contains("Trial officer sent the case back", "The plan is too short");
	}

	@Test
	void aDecisionIsUndoneInItsFirstMomentsAndNotLater() {
		String task = this.trial.task(this.trial.inReview("Too quick"));
		String approve = "{\"decision\": \"APPROVE\", \"data\": {\"coiDeclared\": true}}";
		assertThat(this.trial.post(OFFICER, "/tasks/" + task + "/complete", approve)).hasStatusOk();
		String again = post(OFFICER, "/tasks/" + task + "/undo").getResponse().getRedirectedUrl();
		assertThat(again).startsWith("/tasks/").doesNotContain(task);
		assertThat(this.trial.post(OFFICER, again + "/complete", approve)).hasStatusOk();
		this.jdbc.sql("update work_item set decided_at = created_at - interval '1' hour where id = :id")
			.param("id", again.substring("/tasks/".length()))
			.update();
		assertThat(post(OFFICER, again + "/undo")).hasStatus(409).bodyText().contains("The time to undo has passed");
		assertThat(post(COLLEAGUE, again + "/undo")).hasStatus(409);
	}

	private MvcTestResult sent(String task, String comment, String who, Cookie session) {
		return sent(task, task, "_comment", comment, who, session);
	}

	private MvcTestResult sent(String to, String page, String field, String typed, Cookie session) {
		return sent(to, page, field, typed, OFFICER, session);
	}

	private MvcTestResult sent(String to, String page, String field, String typed, String who, Cookie session) {
		var request = this.mvc.post()
			.uri(to)
			.header("Referer", "http://localhost" + to)
			.param("_who", who)
			.param("_at", page)
			.param("to", "task-prepare")
			.param(field, typed)
			.param("_action", "submit");
		return ((session == null) ? request : request.cookie(session)).exchange();
	}

	private Cookie signedIn(String username, Cookie session, String to) {
		MvcTestResult result = this.mvc.post()
			.uri("/login")
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.cookie(session)
			.param("username", username)
			.param("password", Trial.PASSWORD)
			.exchange();
		assertThat(result).hasRedirectedUrl(to);
		return result.getResponse().getCookie("gongjian");
	}

	private MvcTestResult opened(String uri, Cookie session) {
		return this.mvc.get().uri(uri).header("Accept-Language", "en").cookie(session).exchange();
	}

	@Test
	void theApprovalSheetIsForThoseWhoSeeTheCase() {
		String number = this.trial.inReview("On paper");
		MvcTestResult sheet = get(OFFICER, "/cases/" + number + "/approval-sheet.pdf");
		assertThat(sheet).hasStatusOk().hasContentType("application/pdf");
		assertThat(new String(sheet.getResponse().getContentAsByteArray(), 0, 5)).isEqualTo("%PDF-");
		assertThat(get(OUTSIDER, "/cases/" + number + "/approval-sheet.pdf")).hasStatus(404);
		assertThat(this.trial.post(LIAISON, "/cases/" + number + "/withdraw", "{\"reason\": \"no longer needed\"}"))
			.hasStatusOk();
		assertThat(get(LIAISON, "/cases/" + number + "/approval-sheet.pdf")).hasStatusOk();
		String again = "/new/api-trial?again=" + number;
		assertThat(get(LIAISON, "/cases/" + number)).bodyText().contains(again);
		assertThat(get(LIAISON, again)).hasStatusOk().bodyText().contains("value=\"On paper\"");
		assertThat(get(LIAISON, again + "0")).hasStatus(404);
	}

	@Test
	void whoseListChangedIsKnownOnEveryNode() {
		Live another = new Live(new LiveTable(this.jdbc));
		assertThat(another.look()).isEmpty();
		this.trial.inReview("Told at once");
		assertThat(another.look()).contains(OFFICER, COLLEAGUE).doesNotContain(OUTSIDER);
		assertThat(another.look()).isEmpty();
		SseEmitter page = another.listen(OUTSIDER);
		another.end();
		assertThatIllegalStateException().isThrownBy(() -> page.send("an open page would hold up the stop"));
	}

	private MvcTestResult get(String username, String uri) {
		return this.mvc.get()
			.uri(uri)
			.header("Accept-Language", "en")
			.with(SecurityMockMvcRequestPostProcessors.user(username))
			.exchange();
	}

	private MvcTestResult post(String username, String uri, String... fields) {
		var request = this.mvc.post()
			.uri(uri)
			.header("Accept-Language", "en")
			.with(SecurityMockMvcRequestPostProcessors.user(username))
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
