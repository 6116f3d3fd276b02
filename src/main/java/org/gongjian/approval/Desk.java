package org.gongjian.approval;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies on a person's desk: a task with what may be done with it by whom. */
@Service
@Transactional(readOnly = true)
public class Desk {

	private static final Decision RETURN = new Decision(FormContext.RETURN, new Bilingual("Return for changes", "退回修改"),
			Decision.Kind.NEUTRAL, true);

	private final WorkTable work;

	private final ShareTable shares;

	private final Cases cases;

	private final Forms forms;

	private final Ways ways;

	private final Processes processes;

	Desk(WorkTable work, ShareTable shares, Cases cases, Forms forms, Ways ways, Processes processes) {
		this.work = work;
		this.shares = shares;
		this.cases = cases;
		this.forms = forms;
		this.ways = ways;
		this.processes = processes;
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

	/** A task, open or closed, whoever may see it. */
	public Optional<WorkItem> find(String taskId) {
		return this.work.find(taskId);
	}

	/** Whether this person is among those who may decide the task now. */
	public boolean mayDecide(Actor actor, WorkItem item) {
		return item.open() && this.shares.view(item.id(), actor.username())
			.filter((view) -> view.equals("MINE") || view.equals("POOL"))
			.isPresent();
	}

	/**
	 * Whether this person is among those asked, be it that a colleague holds the task.
	 */
	public boolean asked(Actor actor, WorkItem item) {
		return this.shares.view(item.id(), actor.username()).isPresent();
	}

	/** The people among whom somebody will decide. */
	public List<String> people(WorkItem item) {
		return (item.assignee() != null) ? List.of(item.assignee()) : this.shares.people(item.id());
	}

	/** The form of the task's step, as its own version has it. */
	public FormDefinition form(WorkItem item) {
		return this.forms.of(item.definition(), item.step());
	}

	/** The decisions offered, the way back last. */
	public List<Decision> offers(WorkItem item) {
		var offers = new ArrayList<Decision>(form(item).decisions()
			.stream()
			.filter((decision) -> !decision.code().equals(FormContext.RETURN))
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
		return this.ways.of(item);
	}

	/** Everything a form needs to be filled in for a task by this person. */
	public FormContext context(Actor actor, WorkItem item) {
		var targets = ways(item).stream().map((way) -> new Option(way.choice(), way.name())).toList();
		FormContext context = FormContext
			.task(actor, item.process(), this.forms.catalogue(item.definition()), form(item), item.id(),
					item.caseNumber(), this.cases.data(item.caseNumber()), facts(item), Recording.key(item))
			.offering(offers(item), targets);
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
		Set<Operation> operations = EnumSet.noneOf(Operation.class);
		if (!mayDecide(actor, item)) {
			return operations;
		}
		boolean pool = this.shares.people(item.id()).size() > 1;
		if (item.assignee() == null) {
			operations.add(Operation.CLAIM);
		}
		else if (pool) {
			operations.add(Operation.RELEASE);
		}
		if (!ways(item).isEmpty()) {
			operations.add(Operation.RETURN);
		}
		if (item.review()) {
			operations.add(Operation.CONFLICT);
		}
		return operations;
	}

	/** The open tasks of a case. */
	public List<WorkItem> openTasks(CaseFile file) {
		return tasks(file).stream().filter(WorkItem::open).toList();
	}

	/** Every task of a case there ever was, oldest first. */
	public List<WorkItem> tasks(CaseFile file) {
		return this.work.ofCase(file.number());
	}

	/** The open task of a case that this person can decide next. */
	public Optional<WorkItem> next(Actor actor, String caseNumber) {
		return this.work.ofCase(caseNumber).stream().filter((item) -> mayDecide(actor, item)).findFirst();
	}

}
