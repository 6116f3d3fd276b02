package org.gongjian.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Processes;
import org.gongjian.form.Decision;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Forms;
import org.gongjian.form.Option;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.ReadOnce;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies on a person's desk: a task with what may be done with it by whom. */
@Service
@Transactional(readOnly = true)
public class Desk {

	private static final Decision RETURN = new Decision(FormContext.RETURN, new Bilingual("Return for changes", "退回修改"),
			Decision.Kind.NEUTRAL, true);

	private static final List<Decision> OPINIONS = List.of(
			new Decision(SignerTurns.AGREE, new Bilingual("Agree", "同意"), Decision.Kind.POSITIVE, false),
			new Decision(SignerTurns.DISAGREE, new Bilingual("Disagree", "不同意"), Decision.Kind.NEGATIVE, true));

	private final WorkTable work;

	private final ShareTable shares;

	private final Cases cases;

	private final Forms forms;

	private final Ways ways;

	private final Processes processes;

	private final SignerTable signers;

	private final QuestionTable questions;

	private final Editors editors;

	private final OperationsOffered operations;

	Desk(WorkTable work, ShareTable shares, Cases cases, Forms forms, Ways ways, Processes processes,
			SignerTable signers, QuestionTable questions, Editors editors) {
		this.editors = editors;
		this.operations = new OperationsOffered(this, shares);
		this.work = work;
		this.shares = shares;
		this.cases = cases;
		this.forms = forms;
		this.ways = ways;
		this.processes = processes;
		this.signers = signers;
		this.questions = questions;
	}

	/**
	 * A task, open or closed, that this person may see because the case is visible or the
	 * task theirs.
	 * @throws NotFound if there is none or it is none of their business
	 */
	public WorkItem see(Actor actor, String taskId) {
		WorkItem item = this.work.find(taskId).orElseThrow(() -> new NotFound("task " + taskId));
		boolean mine = this.shares.view(taskId, actor.username()).isPresent();
		if (!mine && !Cases.mayGetToSee(actor, this.cases.get(item.caseNumber()))) {
			throw new NotFound("task " + taskId);
		}
		return item;
	}

	/** A case with all its tasks, as a look has read them for one of them. */
	public Seen seen(WorkItem item) {
		return this.work.seen(item.id()).with(this.cases.seen(item.caseNumber()));
	}

	/** A task, open or closed, whoever may see it. */
	public Optional<WorkItem> find(String taskId) {
		return this.work.find(taskId);
	}

	/** Tasks by their ids, whoever may see them. */
	public Map<String, WorkItem> tasks(Collection<String> ids) {
		return this.work.all(ids).stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
	}

	/** Whether this person is among those who may decide the task now. */
	public boolean mayDecide(Actor actor, WorkItem item) {
		return item.open() && this.shares.view(item.id(), actor.username())
			.filter((view) -> view.equals("MINE") || view.equals("POOL"))
			.isPresent();
	}

	/** Whether this person may help to write the form, and only that. */
	public boolean mayEdit(Actor actor, WorkItem item) {
		return !asked(actor, item) && this.editors.may(actor, item);
	}

	/** Those who may help to write the form. */
	public List<String> editors(WorkItem item) {
		return this.editors.people(item);
	}

	/**
	 * Whether this person is among those asked, be it that a colleague holds the task.
	 */
	public boolean asked(Actor actor, WorkItem item) {
		return this.shares.view(item.id(), actor.username()).isPresent();
	}

	/** Those added beside a task, in the order they were. */
	public List<AddedSigner> signers(WorkItem item) {
		return logged(item, "SIGNER_ADDED") ? this.signers.beside(item.id()) : List.of();
	}

	/** What was asked and answered about a task, oldest first. */
	public List<Question> questions(WorkItem item) {
		return logged(item, "ASKED") ? this.questions.of(item.id()) : List.of();
	}

	private boolean logged(WorkItem item, String action) {
		return this.cases.log(item.caseNumber())
			.stream()
			.anyMatch((line) -> line.action().equals(action) && item.id().equals(line.task()));
	}

	/** For whom this person has the task as a stand-in. */
	public Optional<String> actingFor(Actor actor, WorkItem item) {
		return this.shares.actingFor(item.id(), actor.username());
	}

	/** The people among whom somebody will decide. */
	public List<String> people(WorkItem item) {
		return (item.assignee() != null) ? List.of(item.assignee()) : this.shares.people(item.id());
	}

	/**
	 * The form of the task's step, as its own version has it; somebody asked beside the
	 * node sees everything and fills in nothing.
	 */
	public FormDefinition form(WorkItem item) {
		FormDefinition form = this.forms.of(item.definition(), item.step());
		return item.helper() ? FormDefinition.empty(form.step(), form.title()) : form;
	}

	/** The decisions offered, the way back last. */
	public List<Decision> offers(WorkItem item) {
		return ReadOnce.look(() -> offered(item));
	}

	private List<Decision> offered(WorkItem item) {
		if (item.helper()) {
			return OPINIONS;
		}
		List<Decision> drawn = form(item).decisions();
		boolean conditional = drawn.stream().anyMatch((decision) -> decision.when() != null);
		Map<String, Object> facts = conditional ? this.processes.facts(item.caseNumber()) : Map.of();
		var offers = new ArrayList<Decision>(drawn.stream()
			.filter((decision) -> !decision.code().equals(FormContext.RETURN) && decision.offered(facts))
			.toList());
		if (offers.isEmpty()) {
			offers.add(Decision.COMPLETE);
		}
		if (!ways(item).isEmpty()) {
			offers.add(RETURN);
		}
		return offers;
	}

	/** The ways back offered. */
	public List<Way> ways(WorkItem item) {
		return item.helper() ? List.of() : this.ways.of(item);
	}

	/** Whether the task could be sent back, had its step not been sent back so often. */
	public boolean returnsUsedUp(WorkItem item) {
		return !item.helper() && this.ways.usedUp(item);
	}

	/** Everything a form needs to be filled in for a task by this person. */
	public FormContext context(Actor actor, WorkItem item) {
		return ReadOnce.look(() -> read(actor, item));
	}

	private FormContext read(Actor actor, WorkItem item) {
		var targets = new ArrayList<Option>();
		ways(item).forEach((way) -> targets.add(new Option(way.choice(), way.name())));
		if (mayDecide(actor, item) && !targets.isEmpty()) {
			this.ways.back(item).forEach((way) -> targets.add(new Option(way.backChoice(), way.backName())));
		}
		FormContext context = FormContext
			.task(actor, item.process(), this.forms.catalogue(item.definition()), form(item), item.id(),
					item.caseNumber(), this.cases.data(item.caseNumber()), facts(item), Recording.key(item))
			.offering(offers(item), targets);
		if (this.editors.any(item) && (mayDecide(actor, item) || mayEdit(actor, item))) {
			context = context.together();
		}
		return item.review() ? context.reviewed() : context;
	}

	/**
	 * The facts of the case, and for which organisation the task asks, {@code slotOrg}.
	 */
	private Map<String, Object> facts(WorkItem item) {
		var facts = new HashMap<>(this.processes.facts(item.caseNumber()));
		facts.put("slotOrg", item.slotOrg());
		return facts;
	}

	/** What this person may do besides deciding. */
	public Set<Operation> operations(Actor actor, WorkItem item) {
		return this.operations.of(actor, item);
	}

	/** The open tasks of a case. */
	public List<WorkItem> openTasks(CaseFile file) {
		return tasks(file).stream().filter(WorkItem::open).toList();
	}

	/** Every task of a case there ever was, oldest first. */
	public List<WorkItem> tasks(CaseFile file) {
		return this.work.ofCase(file.number());
	}

	/** The open task of a case that this person can decide next, if there is one. */
	public Optional<String> next(Actor actor, String caseNumber) {
		return this.work.next(caseNumber, actor.username());
	}

	/** The same, where a look has read the tasks of the case anyway. */
	public Optional<String> nextSeen(Actor actor, String caseNumber) {
		return this.work.ofCase(caseNumber)
			.stream()
			.filter((item) -> mayDecide(actor, item))
			.map(WorkItem::id)
			.findFirst();
	}

}
