package org.gongjian.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.camunda.bpm.engine.ProcessEngine;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.TestDeployments;
import org.gongjian.form.Answer;
import org.gongjian.form.Decision;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.form.Forms;
import org.gongjian.identity.Accounts;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotAllowed;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Overtaken;
import org.gongjian.support.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever people do, in whatever order: no case is left without a way on, no task
 * without somebody who can act, and people's lists equal the engine's tasks. The seed is
 * printed; {@code -Dhouse.seed} and {@code -Dhouse.operations} run others and more.
 */
@HouseTest
class RandomOperationsTests {

	private static final List<String> PEOPLE = List.of("t.liaison", "t.secretary", "t.ent", "t.stranger", "t.officer",
			"t.officer2", "t.head", "t.deputy", "t.safety");

	private static final int DIAGRAMS = 12;

	private static final String DECIDE = """
			{"title":{"en":"Review","zh":"审核"},"read":["*"],"decisions":[
			 {"code":"APPROVE","label":{"en":"Approve","zh":"同意"},"kind":"positive"},
			 {"code":"REJECT","label":{"en":"Reject","zh":"不同意"},"kind":"negative","commentRequired":true}]}
			""";

	private static final String START = """
			{"title":{"en":"Start","zh":"发起"},"caseTitle":{"en":"Any","zh":"任意"},"starters":["gov-liaison"],
			 "numberPrefix":"TX","numberDigits":4,"sections":[{"fields":[
			  {"name":"governmentOrg","label":{"en":"Branch","zh":"支部"},"type":"organisation","required":true,"fact":true,"party":true},
			  {"name":"needCheck","label":{"en":"Check","zh":"核查"},"type":"boolean","fact":true}]}]}
			""";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ActorSource actors;

	@Autowired
	private Forms forms;

	@Autowired
	private FormSessions sessions;

	@Autowired
	private Requests requests;

	@Autowired
	private Decisions decisions;

	@Autowired
	private HandOvers handOvers;

	@Autowired
	private Signers signers;

	@Autowired
	private Recalls recalls;

	@Autowired
	private Desk desk;

	@Autowired
	private Cases cases;

	@Autowired
	private ReadModel readModel;

	@Autowired
	private ReturnPlans plans;

	@Autowired
	private CaseRecord record;

	private final List<String> processes = new ArrayList<>();

	private final Map<String, Integer> done = new HashMap<>();

	private Random random;

	/** What other tests of the house left behind. */
	private List<String> before;

	@BeforeEach
	void aTownWithAProcess() {
		this.before = this.readModel.differences();
		new Town(this.jdbc).settle();
		for (String name : PEOPLE) {
			if (this.accounts.find(name).isEmpty()) {
				this.accounts.create(name, name, null, null);
			}
		}
		long seed = Long.getLong("house.seed", 20261123);
		System.out.println("seed " + seed);
		this.random = new Random(seed);
		for (int number = 1; number <= DIAGRAMS; number++) {
			String process = "test-random-" + seed + "-" + number;
			this.processes.add(process);
			DrawnProcess drawn = new RandomDiagram(this.random, DECIDE).draw(process, START);
			if (this.forms.start(process).isEmpty()) {
				TestDeployments.release(this.engine, drawn.files());
			}
		}
	}

	@Test
	void whateverPeopleDoEveryCaseCanGoOn() {
		int operations = Integer.getInteger("house.operations", 1_200);
		List<String> open = new ArrayList<>();
		for (int i = 0; i < operations; i++) {
			if (open.size() < 4) {
				open.add(start());
			}
			String number = any(open);
			String what = operate(number);
			holds(number, "operation " + i + " in " + this.cases.get(number).process() + ": " + what);
			if (!this.cases.get(number).open()) {
				open.remove(number);
				count("closed");
			}
			if (i % 50 == 0) {
				assertThat(this.readModel.differences()).as(what).isSubsetOf(this.before);
			}
		}
		assertThat(this.readModel.differences()).isSubsetOf(this.before);
		open.forEach(this::walkToTheEnd);
		assertThat(this.done.keySet()).as("the walk meets every operation: " + this.done)
			.contains("decide", "return", "return for one", "transfer", "ask", "answer", "take back", "add BEFORE",
					"add AFTER", "add TOGETHER", "remove", "recall", "claim", "release", "closed");
	}

	/** One operation by somebody on some task; a refusal is an answer too. */
	private String operate(String number) {
		List<WorkItem> items = this.desk.tasks(this.cases.get(number));
		List<WorkItem> openItems = items.stream().filter(WorkItem::open).toList();
		WorkItem item = any(openItems);
		Actor actor = this.actors.actor(holder(item));
		String who = actor.username() + " at " + item.step() + " ";
		try {
			return who + switch (this.random.nextInt(14)) {
				case 0 ->
					counted("transfer", () -> this.handOvers.transfer(actor, item.id(), any(PEOPLE), "somebody else"));
				case 1 -> counted("ask", () -> this.handOvers.ask(actor, item.id(), any(PEOPLE), "what do you say?"));
				case 2, 3 -> counted("answer", () -> this.handOvers.answer(actor, item.id(), "I would say so"));
				case 4 ->
					counted("take back", () -> this.handOvers.takeBack(this.actors.actor(any(PEOPLE)), item.id()));
				case 5 -> add(actor, item);
				case 6 -> remove(actor, openItems);
				case 7 -> sendBack(actor, item);
				case 8 -> recall(items);
				case 9 -> counted("claim", () -> this.decisions.claim(actor, item.id()));
				case 10 -> counted("release", () -> this.decisions.release(actor, item.id()));
				default -> counted("decide", () -> decide(actor, item, false));
			};
		}
		catch (InvalidInput | NotAllowed | NotFound | Overtaken refused) {
			count("refused");
			return who + "was refused: " + refused.getMessage();
		}
	}

	/**
	 * To any step that can be returned to; the plan says before what is taken away.
	 */
	private String sendBack(Actor actor, WorkItem item) {
		List<ReturnChoice> choices = this.plans.of(item).stream().filter(ReturnChoice::possible).toList();
		if (choices.isEmpty()) {
			return "had nowhere to return to";
		}
		ReturnChoice choice = any(choices);
		boolean straight = choice.straightBack() && this.random.nextBoolean();
		String only = (choice.signers().isEmpty() || this.random.nextBoolean()) ? null : any(choice.signers());
		String what = (only == null) ? "return" : "return for one";
		counted(what, () -> this.decisions.returnTo(actor, item.id(),
				new Decisions.Back(choice.step(), "not yet complete", straight, only), null));
		List<String> open = openSteps(item.caseNumber());
		assertThat(open).as(what + " to " + choice).contains(choice.step());
		return what + " to " + choice.step() + (straight ? " and straight back" : "");
	}

	private List<String> openSteps(String number) {
		return this.desk.openTasks(this.cases.get(number)).stream().map(WorkItem::step).toList();
	}

	/** However a case stands, deciding what is open leads to its end. */
	private void walkToTheEnd(String number) {
		for (int i = 0; this.cases.get(number).open(); i++) {
			assertThat(i).as(number + " does not end: " + openSteps(number)).isLessThan(300);
			WorkItem item = this.desk.openTasks(this.cases.get(number))
				.stream()
				.filter(this::canAct)
				.findFirst()
				.orElseThrow();
			Actor actor = this.actors.actor(holder(item));
			if ("ANSWER".equals(item.waits())) {
				this.handOvers.answer(actor, item.id(), "I would say so");
			}
			else {
				decide(actor, item, true);
			}
			holds(number, "walking to the end");
		}
	}

	private String holder(WorkItem item) {
		List<String> asked = this.jdbc.sql(
				"select username from work_share where task_id = :task and view_name = any (array['MINE', 'POOL', 'ASKED'])")
			.param("task", item.id())
			.query(String.class)
			.list();
		return asked.isEmpty() ? any(PEOPLE) : any(asked);
	}

	private String add(Actor actor, WorkItem item) {
		Place place = any(List.of(Place.values()));
		List<String> users = this.random.nextBoolean() ? List.of(any(PEOPLE)) : List.of(any(PEOPLE), any(PEOPLE));
		return counted("add " + place, () -> this.signers.add(actor, item.id(), users, place,
				any(List.of(Rule.values())), "please have a look"));
	}

	private String remove(Actor actor, List<WorkItem> open) {
		List<AddedSigner> pending = open.stream()
			.flatMap((item) -> this.signers.beside(item).stream())
			.filter(AddedSigner::pending)
			.toList();
		if (pending.isEmpty()) {
			return "had nobody to remove";
		}
		AddedSigner signer = any(pending);
		return counted("remove", () -> this.signers.remove(this.actors.actor(signer.addedBy()), signer.beside(),
				signer.username(), "not needed"));
	}

	private String recall(List<WorkItem> items) {
		List<WorkItem> decided = items.stream().filter((item) -> item.state().equals("DONE")).toList();
		if (decided.isEmpty()) {
			return "had nothing to take back";
		}
		WorkItem last = decided.get(decided.size() - 1);
		return counted("recall", () -> this.recalls.recall(this.actors.actor(last.decidedBy()), last.id()));
	}

	private void decide(Actor actor, WorkItem item, boolean favourably) {
		List<Decision> offers = this.desk.offers(item)
			.stream()
			.filter((offer) -> !offer.code().equals(FormContext.RETURN))
			.toList();
		this.decisions.decide(actor, item.id(), this.sessions.fill(this.desk.context(actor, item), Map.of(), Answer
			.of((favourably ? offers.get(0) : any(offers)).code(), "because it is so", Map.of("coiDeclared", "true"))),
				null);
	}

	/** What is true after each operation. */
	private void holds(String number, String what) {
		CaseFile file = this.cases.get(number);
		if (!file.open()) {
			return;
		}
		List<WorkItem> open = this.desk.openTasks(file);
		assertThat(open).as("a way on after " + what).isNotEmpty();
		assertThat(open).as("somebody can act after " + what).anySatisfy((item) -> assertThat(canAct(item)).isTrue());
		open.forEach((item) -> assertThat(this.desk.people(item)).as(what).isNotEmpty());
		long recorded = this.cases.log(number)
			.stream()
			.filter((line) -> line.action().equals("DECIDED") || line.action().equals("RETURNED"))
			.count();
		long decided = this.desk.tasks(file).stream().filter((item) -> item.decidedBy() != null).count();
		assertThat(recorded).as("every decision is in the log after " + what).isEqualTo(decided);
		assertThat(this.record.firstWrong(number)).as("the record is whole after " + what).isZero();
		long inEngine = this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).count();
		assertThat((long) open.size()).as("as many tasks as in the engine after " + what).isEqualTo(inEngine);
	}

	private boolean canAct(WorkItem item) {
		return this.jdbc
			.sql("""
					select count(*) from work_share where task_id = :task and view_name = any (array['MINE', 'POOL', 'ASKED'])
					""")
			.param("task", item.id())
			.query(Integer.class)
			.single() > 0;
	}

	private String start() {
		String process = any(this.processes);
		FormContext context = FormContext.start(this.actors.actor("t.liaison"), process,
				this.forms.catalogue(this.engine.getRepositoryService()
					.createProcessDefinitionQuery()
					.processDefinitionKey(process)
					.latestVersion()
					.singleResult()
					.getId()));
		return this.requests.open(this.sessions.fill(context,
				Map.of("governmentOrg", "TG1", "needCheck", String.valueOf(this.random.nextBoolean())),
				Answer.of(null, null, Map.of())))
			.number();
	}

	private String counted(String what, Runnable operation) {
		operation.run();
		count(what);
		return what;
	}

	private void count(String what) {
		this.done.merge(what, 1, Integer::sum);
	}

	private <T> T any(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
