package org.gongjian.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.gongjian.api.Trial;
import org.gongjian.support.HouseTest;
import org.gongjian.web.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** People are told what concerns them, in the house and by mail. */
@HouseTest
class NotificationTests {

	private static final ServerSetup SMTP = new ServerSetup(3925, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Limits limits;

	private Trial trial;

	@BeforeEach
	void clean() {
		this.trial = new Trial(this.house);
		this.limits.reset();
		this.jdbc.sql("delete from notification").update();
		this.jdbc.sql("delete from outbox").update();
		this.jdbc.sql("delete from notification_preference").update();
	}

	@Test
	void whoeverIsAskedIsToldAndNobodyElse() {
		String number = this.trial.inReview("A hall");
		assertThat(told(number)).filteredOn((line) -> line.startsWith("trial."))
			.containsExactlyInAnyOrder("trial.liaison TASK read", "trial.officer TASK new", "trial.colleague TASK new");
	}

	@Test
	void whatNeedsNobodyAnyMoreIsSettled() {
		String number = this.trial.inReview("A hall");
		String task = this.trial.task(number);
		assertThat(this.trial.post(Trial.OFFICER, "/tasks/" + task + "/claim", null)).hasStatusOk();
		assertThat(told(number)).contains("trial.officer TASK new", "trial.colleague TASK read");
		assertThat(decide(task, "REJECT")).hasStatusOk();
		assertThat(told(number)).contains("trial.officer TASK read", "trial.liaison ENDED new");
	}

	@Test
	void theListShowsOnesOwnAndOpensThemByPost() {
		this.trial.inReview("A <hall>");
		assertThat(page(Trial.OFFICER, "/notifications")).hasStatusOk()
			.bodyText()
			.contains("A &lt;hall&gt;")
			.doesNotContain("<hall>");
		String id = this.jdbc.sql("select id from notification where username = 'trial.officer'")
			.query(String.class)
			.single();
		assertThat(send(Trial.COLLEAGUE, "/notifications/" + id + "/open")).hasStatus(404);
		assertThat(send(Trial.OFFICER, "/notifications/" + id + "/open").getResponse().getHeader("Location"))
			.startsWith("/tasks/");
		assertThat(page(Trial.OFFICER, "/notifications?unread=true")).bodyText().doesNotContain("A &lt;hall&gt;");
		assertThat(page(Trial.OFFICER, "/notifications?cursor=nonsense")).hasStatus(422);
	}

	@Test
	void theBellCountsWhatIsUnread() {
		this.trial.inReview("A hall");
		this.trial.inReview("Another hall");
		assertThat(page(Trial.COLLEAGUE, "/notifications")).bodyText()
			.contains("bell__count\" aria-hidden=\"true\">2<");
		send(Trial.COLLEAGUE, "/notifications/read");
		assertThat(page(Trial.COLLEAGUE, "/notifications")).bodyText().doesNotContain("bell__count");
	}

	@Test
	void aCommentReachesThoseWhoTakePartButNotItsAuthor() {
		String number = this.trial.inReview("A hall");
		this.trial.post(Trial.OFFICER, "/cases/" + number + "/comments", "{\"text\": \"Which hall?\"}");
		this.trial.post(Trial.LIAISON, "/cases/" + number + "/comments", "{\"text\": \"The big one.\"}");
		assertThat(told(number)).contains("trial.liaison COMMENT new", "trial.officer COMMENT new")
			.doesNotContain("trial.colleague COMMENT new");
	}

	@Test
	void anAddressCountsOnlyOnceItsOwnerHasConfirmedIt() throws Exception {
		GreenMail server = new GreenMail(SMTP);
		server.start();
		try {
			assertThat(send(Trial.OFFICER, "/profile/notifications/address", "address", "nonsense")).hasStatus(422);
			send(Trial.OFFICER, "/profile/notifications/address", "address", "officer@example.org");
			this.deliveries.work(MailChannel.NAME);
			MimeMessage mail = server.getReceivedMessages()[0];
			assertThat(mail.getAllRecipients()[0]).hasToString("officer@example.org");
			String code = mail.getSubject().replaceAll("\\D", "");
			assertThat(code).hasSize(6);
			assertThat(send(Trial.COLLEAGUE, "/profile/notifications/address/confirm", "code", code)).hasStatus(422);
			String wrong = code.equals("000000") ? "111111" : "000000";
			assertThat(send(Trial.OFFICER, "/profile/notifications/address/confirm", "code", wrong)).hasStatus(422);
			assertThat(address()).isNull();
			assertThat(send(Trial.OFFICER, "/profile/notifications/address/confirm", "code", code)).hasStatus(302);
			assertThat(address()).isEqualTo("officer@example.org");
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aCodeCannotBeGuessed() {
		send(Trial.OFFICER, "/profile/notifications/address", "address", "officer@example.org");
		String code = Letter.read(this.jdbc.sql("select content from outbox").query(String.class).single())
			.subject()
			.replaceAll("\\D", "");
		String wrong = code.equals("000000") ? "111111" : "000000";
		for (int i = 0; i < 5; i++) {
			assertThat(send(Trial.OFFICER, "/profile/notifications/address/confirm", "code", wrong)).hasStatus(422);
		}
		assertThat(send(Trial.OFFICER, "/profile/notifications/address/confirm", "code", code)).hasStatus(422);
		assertThat(address()).isNull();
	}

	@Test
	void severalThingsComeInOneMailAndNothingInThemIsMarkup() throws Exception {
		wantsMail();
		String first = this.trial.inReview("A hall");
		String second = this.trial.inReview("<img src=x onerror=alert(1)>");
		GreenMail server = new GreenMail(SMTP);
		server.start();
		try {
			send();
			assertThat(server.getReceivedMessages()).hasSize(1);
			MimeMessage mail = server.getReceivedMessages()[0];
			assertThat(mail.getAllRecipients()).hasSize(1);
			assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@gongjian>");
			String body = com.icegreen.greenmail.util.GreenMailUtil.getBody(mail);
			assertThat(body).contains(first).contains(second);
			assertThat(body.substring(body.indexOf("text/html"))).contains("&lt;img").doesNotContain("<img");
			send();
			assertThat(server.getReceivedMessages()).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aSubjectIsOneLine() throws Exception {
		wantsMail();
		this.trial.inReview("A hall");
		this.jdbc.sql("update notification set title_en = :title, title_zh = :title")
			.param("title", "Hall\r\nBcc: thief@example.org")
			.update();
		GreenMail server = new GreenMail(SMTP);
		server.start();
		try {
			send();
			MimeMessage mail = server.getReceivedMessages()[0];
			assertThat(mail.getSubject()).contains("Hall Bcc: thief@example.org");
			assertThat(mail.getHeader("Bcc")).isNull();
			assertThat(mail.getAllRecipients()).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aMailServerThatIsDownDelaysMailAndNothingElse() {
		wantsMail();
		String number = this.trial.inReview("A hall");
		send();
		assertThat(this.jdbc.sql("select state from outbox").query(String.class).list()).containsOnly("WAITING");
		assertThat(decide(this.trial.task(number), "APPROVE")).hasStatusOk();
		GreenMail server = new GreenMail(SMTP);
		server.start();
		try {
			this.jdbc.sql("update outbox set next_try_at = :past").param("past", past()).update();
			send();
			assertThat(server.getReceivedMessages()).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void whatIsDoneBeforeTheMailIsWrittenIsNotMailed() {
		wantsMail();
		String number = this.trial.inReview("A hall");
		assertThat(decide(this.trial.task(number), "APPROVE")).hasStatusOk();
		send();
		assertThat(this.jdbc.sql("select count(*) from outbox where addressee = 'trial.officer'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void timesThatAreNoneAreRefused() {
		assertThat(send(Trial.OFFICER, "/profile/notifications", "rhythm", "DIGEST", "digestHour", "24", "quietFrom",
				"1", "quietTo", "2"))
			.hasStatus(422);
		assertThat(send(Trial.OFFICER, "/profile/notifications", "rhythm", "DIGEST", "digestHour", "9", "quietFrom",
				"1", "quietTo", "2"))
			.hasStatus(302);
		assertThat(this.jdbc.sql("select rhythm from notification_preference").query(String.class).list())
			.containsExactly("DIGEST");
	}

	@Test
	void onlyTheSystemAdministratorSeesWhatIsSent() {
		for (String path : List.of("/admin/deliveries", "/admin/webhooks", "/admin/webhooks/new")) {
			assertThat(page(Trial.OFFICER, path)).hasStatus(403);
		}
	}

	private MvcTestResult decide(String task, String decision) {
		return this.trial.post(Trial.OFFICER, "/tasks/" + task + "/complete", """
				{"decision": "%s", "comment": "Because it is right.", "data": {"coiDeclared": true}}"""
			.formatted(decision));
	}

	/** An officer with a confirmed address and no quiet hours. */
	private void wantsMail() {
		this.jdbc.sql("""
				insert into notification_preference (username, rhythm, digest_hour, quiet_from, quiet_to, address,
				  code_tries) values ('trial.officer', 'AT_ONCE', 8, 0, 0, 'officer@example.org', 0)
				""").update();
	}

	/** What was to be mailed in a minute is mailed now. */
	private void send() {
		this.jdbc.sql("update notification set mail_after = :past where mail_after is not null")
			.param("past", past())
			.update();
		this.deliveries.work(MailChannel.NAME);
	}

	private static OffsetDateTime past() {
		return Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC);
	}

	private String address() {
		return this.jdbc.sql("select address from notification_preference where username = 'trial.officer'")
			.query(String.class)
			.list()
			.get(0);
	}

	private List<String> told(String number) {
		return this.jdbc.sql("select username, kind, read_at from notification where case_number = :case")
			.param("case", number)
			.query((row, index) -> row.getString("username") + " " + row.getString("kind")
					+ ((row.getObject("read_at") == null) ? " new" : " read"))
			.list();
	}

	private MvcTestResult page(String username, String path) {
		return this.mvc.get().uri(path).with(user(username)).exchange();
	}

	private MvcTestResult send(String username, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(user(username)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

}
