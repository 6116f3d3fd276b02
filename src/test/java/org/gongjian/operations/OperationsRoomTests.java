package org.gongjian.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.DrawnProcess;
import org.gongjian.approval.Walk;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Repairs;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Forms;
import org.gongjian.identity.Accounts;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.Chromium;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The operations room through its doors, and the audit package on another machine. */
@HouseTest
class OperationsRoomTests {

	private static final String PROCESS = "test-room";

	@Autowired
	private ApplicationContext house;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Forms forms;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseRecord record;

	@Autowired
	private Repairs repairs;

	@Autowired
	private ProcessHoldWork holds;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private Walk walk;

	@BeforeEach
	void aTownWithAProcess() {
		this.walk = new Walk(this.house);
		for (String name : List.of("ops.admin", "ops.viewer", "ops.nobody")) {
			if (this.accounts.find(name).isEmpty()) {
				this.accounts.create(name, name, null, "kettle window forty two");
			}
		}
		new Keepers(this.jdbc).settle();
		if (this.forms.start(PROCESS).isEmpty()) {
			TestDeployments.release(this.engine,
					new DrawnProcess(PROCESS).form("start-test", Walk.START.formatted("TR"))
						.element("startEvent", "start-test", ">")
						.node("task-draft", "who=initiator;outcome=draftOutcome", Walk.DRAFT)
						.node("task-vote", "who=user:t.head,user:t.deputy;outcome=voteOutcome;order=REJECT,APPROVE",
								Walk.DECIDE)
						.node("task-sign", "who=secretary@governmentOrg;outcome=signOutcome", Walk.DECIDE)
						.element("endEvent", "end-done", Walk.COMPLETED)
						.flow("start-test", "task-draft")
						.flow("task-draft", "task-vote")
						.flow("task-vote", "task-sign")
						.flow("task-sign", "end-done")
						.files());
		}
	}

	@Test
	void onlyProcessAdministratorsComeIn() {
		String number = inVote();
		for (String path : List.of("/admin/operations", "/admin/operations/" + PROCESS,
				"/admin/operations/cases/" + number, "/admin/operations/hand-over", "/admin/operations/who")) {
			assertThat(get(path, "ops.nobody", "en")).as(path).hasStatus(403);
			assertThat(get(path, "ops.admin", "en")).as(path).hasStatusOk();
			assertThat(get(path, "ops.admin", "zh-CN")).as(path).hasStatusOk().bodyText().doesNotContain("??");
		}
		assertThat(post("/admin/operations/cases/" + number + "/suspend", "ops.nobody", "reason", "because I can"))
			.hasStatus(403);
		assertThat(get("/admin/operations/cases/XX-1", "ops.admin", "en")).hasStatus(404);
		assertThat(get("/admin/operations/no-process", "ops.admin", "en")).hasStatus(404);
	}

	@Test
	void theDiagramSaysHowManyStandWhere() {
		inVote();
		assertThat(get("/admin/operations/" + PROCESS, "ops.admin", "en")).hasStatusOk()
			.bodyText()
			.contains("bpmn-count-text", "bpmn-heat-1", "task-vote");
		assertThat(get("/admin/operations/" + PROCESS + "?step=task-vote", "ops.admin", "en")).hasStatusOk();
		assertThat(get("/admin/operations/" + PROCESS + "?step=end-done", "ops.admin", "en")).hasStatusOk();
	}

	@Test
	void aHeldCaseCannotBeDecidedUntilItGoesOn() {
		String number = inVote();
		String path = "/admin/operations/cases/" + number;
		assertThat(post(path + "/suspend", "ops.admin", "reason", "why")).hasStatus(422);
		assertThat(post(path + "/suspend", "ops.admin", "reason", "the files are being checked")).hasStatus(302);
		assertThat(post(path + "/suspend", "ops.admin", "reason", "the files are being checked")).hasStatus(409);
		assertThatExceptionOfType(Overtaken.class)
			.isThrownBy(() -> this.walk.decide("t.head", number, "task-vote", "APPROVE"))
			.satisfies((held) -> assertThat(held.code()).isEqualTo("approval.suspended"));
		assertThat(post(path + "/resume", "ops.admin")).hasStatus(302);
		this.walk.decide("t.head", number, "task-vote", "APPROVE");
		assertThat(this.cases.log(number)).extracting("action").contains("SUSPENDED", "RESUMED");
		assertThat(this.jdbc.sql("select count(*) from journal where what = 'case.suspended' and subject = :n")
			.param("n", number)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aSuspendedProcessHoldsItsCasesAndGoesOnAsItWas() {
		String alone = inVote();
		String other = inVote();
		String room = "/admin/operations/" + PROCESS;
		post("/admin/operations/cases/" + alone + "/suspend", "ops.admin", "reason", "on its own before");
		assertThat(post(room + "/suspend", "ops.admin", "reason", "why")).hasStatus(422);
		assertThat(post(room + "/suspend", "ops.admin", "reason", "the rules are being changed")).hasStatus(302);
		try {
			assertThat(post(room + "/suspend", "ops.admin", "reason", "somebody else was first")).hasStatus(409);
			this.holds.run(PROCESS);
			assertThatExceptionOfType(Overtaken.class)
				.isThrownBy(() -> this.walk.decide("t.head", other, "task-vote", "APPROVE"))
				.satisfies((held) -> assertThat(held.code()).isEqualTo("approval.suspended"));
			assertThatExceptionOfType(Overtaken.class).isThrownBy(this::inVote)
				.satisfies((refused) -> assertThat(refused.decision()).isEqualTo("the rules are being changed"));
			assertThat(post("/admin/operations/cases/" + other + "/resume", "ops.admin")).hasStatus(409);
			for (String language : List.of("en", "zh-CN")) {
				assertThat(get("/new/" + PROCESS, "t.liaison", language)).hasStatus(409);
				assertThat(get("/new", "t.liaison", language)).bodyText().contains("the rules are being changed");
				assertThat(get("/cases/" + other, "t.head", language)).bodyText()
					.contains("the rules are being changed");
				assertThat(get("/admin/operations/cases/" + other, "ops.admin", language)).bodyText()
					.contains("the rules are being changed")
					.doesNotContain("??", other + "/resume", other + "/suspend");
				assertThat(get(room, "ops.admin", language)).bodyText()
					.contains("the rules are being changed")
					.doesNotContain("??");
			}
		}
		finally {
			assertThat(post(room + "/resume", "ops.admin")).hasStatus(302);
		}
		assertThat(post(room + "/resume", "ops.admin")).hasStatus(409);
		this.holds.look();
		this.walk.decide("t.head", other, "task-vote", "APPROVE");
		assertThat(post("/admin/operations/cases/" + alone + "/suspend", "ops.admin", "reason", "it is held still"))
			.hasStatus(409);
		assertThat(post("/admin/operations/cases/" + alone + "/resume", "ops.admin")).hasStatus(302);
		assertThat(this.cases.log(other)).extracting("action").containsOnlyOnce("SUSPENDED", "RESUMED");
	}

	@Test
	void aTaskIsGivenToSomebodyElse() {
		String number = inVote();
		String path = "/admin/operations/cases/" + number + "/give";
		String task = this.walk.task(number, "task-vote", "t.head").id();
		assertThat(post(path, "ops.nobody", "task", task, "to", "t.officer", "reason", "on leave")).hasStatus(403);
		assertThat(post(path, "ops.admin", "task", task, "to", "nobody.at.all", "reason", "she is on leave"))
			.hasStatus(422);
		assertThat(post(path, "ops.admin", "task", "gone", "to", "t.officer", "reason", "she is on leave"))
			.hasStatus(409);
		assertThat(post(path, "ops.admin", "task", task, "to", "t.officer", "reason", "she is on leave"))
			.hasStatus(302);
		assertThat(this.cases.log(number)).filteredOn((line) -> line.action().equals("REASSIGNED"))
			.singleElement()
			.satisfies((line) -> assertThat(line.about()).isEqualTo("t.officer"));
		this.walk.decide("t.officer", number, "task-vote", "REJECT");
		assertThat(post(path, "ops.admin", "task", task, "to", "t.deputy", "reason", "she is on leave")).hasStatus(409)
			.bodyText()
			.as("says who was first, on the case's page, with what was typed")
			.contains("t.officer", "she is on leave", "/cases/" + number + "/comments");
	}

	@Test
	void onlyWhatFailedIsTriedAgain() {
		String number = inVote();
		String path = "/admin/operations/cases/" + number;
		var management = this.engine.getManagementService();
		String job = management.createJobQuery()
			.processInstanceId(this.cases.get(number).instance())
			.list()
			.get(0)
			.getId();
		assertThat(post(path + "/retry", "ops.admin", "job", job)).as("a timer is not brought forward").hasStatus(404);
		management.setJobRetries(job, 0);
		assertThat(post(path + "/retry", "ops.nobody", "job", job)).hasStatus(403);
		assertThat(post(path + "/retry", "ops.admin", "job", "unknown")).hasStatus(404);
		assertThat(post(path + "/retry", "ops.admin", "job", job)).hasStatus(302);
		assertThat(management.createJobQuery().jobId(job).count()).as("it is done").isZero();
		assertThat(this.cases.log(number)).filteredOn((line) -> line.action().equals("RETRIED"))
			.singleElement()
			.satisfies((line) -> assertThat(line.comment()).isNull());
	}

	@Test
	void aTokenIsMovedAfterAPreview() {
		String number = inVote();
		String token = token(number);
		String path = "/admin/operations/cases/" + number;
		assertThat(this.mvc.get()
			.uri(path)
			.param("token", token)
			.param("target", "task-sign")
			.header("Accept-Language", "en")
			.with(SecurityMockMvcRequestPostProcessors.user("ops.admin"))
			.exchange()).hasStatusOk().bodyText().contains("“task-sign” is reached.");
		assertThat(this.walk.steps(number)).as("nothing has happened").containsOnly("task-vote");
		assertThat(post(path + "/move", "ops.admin", "token", token, "target", "nowhere", "reason", "it was wrong"))
			.hasStatus(422);
		assertThat(post(path + "/move", "ops.admin", "token", token, "target", "task-sign", "reason", "it was wrong"))
			.hasStatus(302);
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
		assertThat(post(path + "/move", "ops.admin", "token", token(number), "target", "task-draft", "reason",
				"it was wrong"))
			.hasStatus(302);
		assertThat(this.walk.steps(number)).containsExactly("task-draft");
	}

	@Test
	void aStuckCaseIsFoundAndGoesOn() {
		String number = inVote();
		this.walk.decide("t.head", number, "task-vote", "APPROVE");
		WorkItem deputy = this.walk.task(number, "task-vote", "t.deputy");
		assertThat(post("/admin/operations/cases/" + number + "/repair", "ops.admin")).as("it is not stuck")
			.hasStatus(409);
		hang(number, deputy);
		assertThat(stuck()).contains(number);
		assertThat(get("/admin/operations", "ops.admin", "en")).bodyText().contains("badge--bad");
		assertThat(post("/admin/operations/cases/" + number + "/repair", "ops.admin")).hasStatus(302);
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
		assertThat(stuck()).doesNotContain(number);
		this.walk.decide("t.secretary", number, "task-sign", "APPROVE");
		assertThat(this.cases.get(number).status()).isEqualTo("completed");
	}

	/**
	 * What deleting rows of the engine does: its tasks are gone, the inbox still lists
	 * them.
	 */
	@Test
	void tasksThatAreNoneAnyMoreDoNotCountWhenAStuckCaseGoesOn() {
		String number = inVote();
		this.transaction.executeWithoutResult((status) -> {
			String instance = this.cases.get(number).instance();
			String tasks = " where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)";
			for (String sql : List.of("delete from act_ru_job where process_instance_id_ = ?",
					"delete from act_ru_identitylink" + tasks, "delete from act_ru_variable" + tasks,
					"delete from act_ru_task where proc_inst_id_ = ?")) {
				this.jdbc.sql(sql).param(instance).update();
			}
		});
		assertThat(stuck()).contains(number);
		assertThat(post("/admin/operations/cases/" + number + "/repair", "ops.admin")).hasStatus(302);
		for (String who : List.of("t.head", "t.deputy")) {
			this.walk.decide(who, number, "task-vote", "APPROVE");
		}
		assertThat(this.walk.steps(number)).containsExactly("task-sign");
	}

	private List<String> stuck() {
		return this.transaction.execute((status) -> this.repairs.stuck(PROCESS, 100));
	}

	/**
	 * What a clumsy tool does: the last open member is cancelled after the others voted.
	 */
	private void hang(String number, WorkItem member) {
		String instance = this.cases.get(number).instance();
		this.transaction.executeWithoutResult((status) -> {
			var tree = this.engine.getRuntimeService().getActivityInstance(instance);
			String id = tree.getActivityInstances(member.step())[0].getId();
			this.engine.getRuntimeService()
				.createProcessInstanceModification(instance)
				.cancelActivityInstance(id)
				.execute();
		});
	}

	@Test
	void retentionIsLaidDownPerProcess() {
		String path = "/admin/operations/" + PROCESS;
		assertThat(post(path + "/retention", "ops.admin", "days", "3")).hasStatus(422);
		assertThat(post(path + "/retention", "ops.admin", "days", "400")).hasStatus(302);
		assertThat(get(path, "ops.admin", "en")).bodyText().contains("value=\"400\"");
		assertThat(post(path + "/clean-up", "ops.admin")).hasStatus(302);
	}

	@Test
	void tasksAreHandedOverInOneSheet() {
		String number = inVote();
		WorkItem head = this.walk.task(number, "task-vote", "t.head");
		for (String leaving : List.of("t.head", "T.Head")) {
			assertThat(get("/admin/operations/hand-over?person=" + leaving, "ops.admin", "en")).as(leaving)
				.bodyText()
				.contains(number, "name=\"person\" value=\"t.head\"");
		}
		assertThat(post("/admin/operations/hand-over", "ops.admin", "person", "t.head", "to", "t.officer", "reason",
				"has left us"))
			.as("what was not marked stays so")
			.hasStatus(422)
			.bodyText()
			.doesNotContain("checked=\"checked\"");
		assertThat(post("/admin/operations/hand-over", "ops.admin", "person", "t.head", "to", "no.body", "reason",
				"has left us", "tasks", head.id()))
			.hasStatus(422)
			.bodyText()
			.contains("id=\"to-error\"", "value=\"" + head.id() + "\" checked=\"checked\"");
		assertThat(get("/admin/operations/hand-over?person=no.body", "ops.admin", "en")).hasStatus(422);
		assertThat(post("/admin/operations/hand-over", "ops.admin", "person", "t.head", "to", "t.stranger", "reason",
				"has left us", "tasks", head.id(), "to-" + head.id(), "T.Officer"))
			.hasStatusOk()
			.bodyText()
			.contains("handed over");
		assertThat(this.walk.task(number, "task-vote", "t.officer").assignee()).isEqualTo("t.officer");
	}

	@Test
	void whoWouldGetItIsAnswered() {
		assertThat(get("/admin/operations/who?process=" + PROCESS + "&initiator=t.liaison&governmentOrg=TG1",
				"ops.admin", "en"))
			.hasStatusOk()
			.bodyText()
			.contains("t.secretary", "t.head");
		assertThat(get("/admin/operations/who?process=" + PROCESS + "&initiator=T.Liaison&governmentOrg=TG1",
				"ops.admin", "en"))
			.as("by name")
			.bodyText()
			.contains("t.secretary", "t.head");
		assertThat(get("/admin/operations/who?process=" + PROCESS + "&initiator=no.body", "ops.admin", "zh-CN"))
			.hasStatus(422);
	}

	// the audit package

	@Test
	void auditorsHaveThePackageAndOthersHaveNot() {
		String number = inVote();
		String path = "/cases/" + number + "/audit.zip";
		assertThat(post(path, "t.stranger")).hasStatus(404);
		assertThat(post(path, "t.liaison")).hasStatus(403);
		assertThat(post(path, "ops.viewer")).hasStatusOk();
		assertThat(this.jdbc.sql("select count(*) from journal where what = 'audit.package' and subject = :n")
			.param("n", number)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void thePackageVerifiesAndOneChangedByteIsNoticed() {
		String number = inVote();
		byte[] zip = zip(number);
		assertThat(AuditCheck.problem(zip)).isNull();
		Map<String, byte[]> files = AuditCheck.files(zip);
		assertThat(files).containsKeys("log.json", "data-changes.json", "data.json", "process/" + PROCESS + ".bpmn",
				"process/forms/task-vote.json", "manifest.json", "seal.txt", "verify.html", "verify.js");
		Random random = new Random(7);
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			for (int i = 0; i < 8; i++) {
				byte[] content = file.getValue().clone();
				content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
				Map<String, byte[]> changed = new LinkedHashMap<>(files);
				changed.put(file.getKey(), content);
				assertThat(AuditCheck.problem(changed)).as(file.getKey()).isNotNull();
			}
		}
	}

	@Test
	void theRecordNoticesWhatWasChangedInTheDatabase() {
		String number = inVote();
		assertThat(this.record.firstWrong(number)).isZero();
		tamper("update action_log set remark = 'something else' where action = 'DECIDED' and place = :place and case_id = "
				+ "(select id from case_file where number = :n)", number, place(number));
		assertThat(this.record.firstWrong(number)).isEqualTo(place(number));
		String other = inVote();
		tamper("delete from action_log where place = :place and case_id = (select id from case_file where number = :n)",
				other, this.record.lines(other).size());
		assertThat(this.record.firstWrong(other)).as("the last line is missing").isPositive();
		String third = inVote();
		tamper("update case_field_change set after = '\"a palace\"' where name = 'subject' and :place > 0 and case_id = "
				+ "(select id from case_file where number = :n)", third, 1);
		assertThat(this.record.firstWrong(third)).isPositive();
	}

	private int place(String number) {
		return this.record.lines(number)
			.stream()
			.filter((line) -> line.entry().action().equals("DECIDED"))
			.findFirst()
			.orElseThrow()
			.place();
	}

	private void tamper(String sql, String number, int place) {
		assertThat(this.jdbc.sql(sql).param("n", number).param("place", place).update()).isEqualTo(1);
	}

	@Test
	void thePageVerifiesFromTheDiskWithoutANetwork(@TempDir Path disk) throws Exception {
		byte[] zip = zip(inVote());
		Path original = Files.write(disk.resolve("audit.zip"), zip);
		for (Map.Entry<String, byte[]> file : AuditCheck.files(zip).entrySet()) {
			Path target = disk.resolve(file.getKey());
			Files.createDirectories(target.getParent());
			Files.write(target, file.getValue());
		}
		try (Chromium chromium = new Chromium()) {
			Page page = chromium.open(Chromium.Window.desk(), "about:blank");
			page.navigate(disk.resolve("verify.html").toUri().toString());
			page.setInputFiles("#file", original);
			page.waitForSelector("#result .good");
			assertThat(page.textContent("#result")).contains("Verified", "核验通过");
			assertThat(everyByteCounts(page)).as("a changed byte at these places was not noticed").isEmpty();
			assertThat(everyFileIsNamed(page, AuditCheck.files(zip))).as("changed, and something else was named")
				.isEmpty();
			byte[] changed = zip.clone();
			changed[zip.length / 2] ^= 1;
			page.setInputFiles("#file", Files.write(disk.resolve("changed.zip"), changed));
			page.waitForSelector("#result .bad");
		}
	}

	/** Changes one byte after the other in steps, and all of what is no content. */
	private static List<Object> everyByteCounts(Page page) {
		Object missed = page.evaluate("""
				async () => {
				  const original = new Uint8Array(await document.getElementById('file').files[0].arrayBuffer());
				  const missed = [];
				  for (let at = 0; at < original.length; at += (at > original.length - 700 || at < 100) ? 7 : 4999) {
				    const changed = original.slice();
				    changed[at] ^= 0x21;
				    let good = false;
				    try { good = window.gongjianVerify(changed).wrong.length === 0; } catch (refused) { good = false; }
				    if (good) { missed.push(at); }
				  }
				  return missed;
				}""");
		return new ArrayList<>((List<?>) missed);
	}

	/** Changes a byte of each file in turn and looks whether the page names that file. */
	private static List<Object> everyFileIsNamed(Page page, Map<String, byte[]> files) {
		List<List<Object>> places = new ArrayList<>();
		int header = 0;
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			int from = header + 30 + file.getKey().length();
			places.add(List.of(file.getKey(), from + file.getValue().length / 2));
			header = from + file.getValue().length;
		}
		Object unnamed = page.evaluate("""
				async (places) => {
				  const original = new Uint8Array(await document.getElementById('file').files[0].arrayBuffer());
				  return places.filter(([name, at]) => {
				    const changed = original.slice();
				    changed[at] ^= 0x80;
				    return window.gongjianVerify(changed).wrong[0] !== name + ' was changed 已被改动';
				  }).map(([name]) => name);
				}""", places);
		return new ArrayList<>((List<?>) unnamed);
	}

	private byte[] zip(String number) {
		return post("/cases/" + number + "/audit.zip", "ops.admin").getResponse().getContentAsByteArray();
	}

	private String token(String number) {
		return this.engine.getRuntimeService()
			.getActivityInstance(this.cases.get(number).instance())
			.getChildActivityInstances()[0].getId();
	}

	private String inVote() {
		String number = this.walk.start(PROCESS);
		this.walk.decide("t.liaison", number, "task-draft", "COMPLETE");
		return number;
	}

	private MvcTestResult get(String path, String username, String language) {
		return this.mvc.get()
			.uri(path)
			.header("Accept-Language", language)
			.with(SecurityMockMvcRequestPostProcessors.user(username))
			.exchange();
	}

	private MvcTestResult post(String path, String username, String... fields) {
		var request = this.mvc.post()
			.uri(path)
			.header("Accept-Language", "en")
			.with(SecurityMockMvcRequestPostProcessors.user(username))
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

}
