package org.gongjian.operations;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.gongjian.approval.Desk;
import org.gongjian.approval.HandOvers;
import org.gongjian.approval.Reason;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.DiagramPicture;
import org.gongjian.engine.DiagramPicture.Marks;
import org.gongjian.engine.Node;
import org.gongjian.engine.Repairs;
import org.gongjian.engine.Returns;
import org.gongjian.engine.RunningInstances;
import org.gongjian.engine.Suspensions;
import org.gongjian.engine.TaskSignals;
import org.gongjian.engine.TokenPlan;
import org.gongjian.engine.Travel;
import org.gongjian.identity.Journal;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on one running case. Every act waits for its turn at the case and is written into
 * its log and into the journal.
 */
@Service
@Transactional
class CaseRoom {

	private static final Set<String> TARGETS = Set.of("user-task", "service-task", "send-task", "business-rule-task",
			"call-activity", "sub-process", "end-event");

	private static final String GONE = "operations.case.over";

	private final Cases cases;

	private final RunningInstances instances;

	private final Repairs repairs;

	private final Returns returns;

	private final Definitions definitions;

	private final DiagramPicture picture;

	private final Journal journal;

	private final Desk desk;

	private final HandOvers handOvers;

	private final Travel travel;

	private final TaskSignals signals;

	private final Suspensions suspensions;

	CaseRoom(Cases cases, RunningInstances instances, Repairs repairs, Returns returns, Definitions definitions,
			DiagramPicture picture, Journal journal, Desk desk, HandOvers handOvers, Travel travel, TaskSignals signals,
			Suspensions suspensions) {
		this.suspensions = suspensions;
		this.travel = travel;
		this.signals = signals;
		this.desk = desk;
		this.handOvers = handOvers;
		this.cases = cases;
		this.instances = instances;
		this.repairs = repairs;
		this.returns = returns;
		this.definitions = definitions;
		this.picture = picture;
		this.journal = journal;
	}

	/** What moving a token would do, in names. */
	record Preview(List<Bilingual> taken, List<Bilingual> kept, boolean joins, String refusal) {
	}

	/** The diagram with the way the case has come and where it stands. */
	@Transactional(readOnly = true)
	String picture(CaseFile file, Locale locale) {
		Travel.Way way = this.travel.of(file.instance(), file.definition());
		return this.picture.svg(this.definitions.diagram(file.definition()),
				new Marks(way.flows(), way.passed(), way.current()), locale);
	}

	/** The elements a token can be moved to. */
	@Transactional(readOnly = true)
	List<DiagramPicture.Node> targets(CaseFile file) {
		return this.picture.outline(this.definitions.diagram(file.definition()), Marks.NONE)
			.stream()
			.filter((node) -> TARGETS.contains(node.kind()))
			.toList();
	}

	@Transactional(readOnly = true)
	Preview preview(CaseFile file, String token, String target) {
		requireToken(file, token, target);
		TokenPlan.Planned planned = this.repairs.plan(file.number(), token, target);
		return planned.plan()
			.map((plan) -> new Preview(names(file, plan.cancelled()), names(file, plan.kept()),
					!plan.waiting().isEmpty() || !plan.inside().isEmpty(), null))
			.orElseGet(() -> new Preview(List.of(), List.of(), false, "approval.return.refused." + planned.refusal()));
	}

	private void requireToken(CaseFile file, String token, String target) {
		boolean there = this.instances.tokens(file.instance()).stream().anyMatch((one) -> one.id().equals(token));
		if (!there) {
			throw new InvalidInput("token", "operations.move.gone");
		}
		if (targets(file).stream().noneMatch((node) -> node.id().equals(target))) {
			throw new InvalidInput("target", "operations.move.nowhere");
		}
	}

	/** Moves a token. */
	void move(Actor actor, String number, String token, String target, String reason) {
		CaseFile file = locked(number);
		String why = reason(reason);
		requireToken(file, token, target);
		TokenPlan.Planned planned = this.repairs.plan(number, token, target);
		TokenPlan plan = planned.plan()
			.orElseThrow(() -> new InvalidInput("target", "approval.return.refused." + planned.refusal()));
		note(actor, file, "TOKEN_MOVED", target, why);
		this.returns.carryOut(number, plan, "moved by " + actor.username());
	}

	/**
	 * Lets a case go on that nothing and nobody can move on; what is still listed as a
	 * task of it is none any more.
	 */
	void repair(Actor actor, String number) {
		CaseFile file = locked(number);
		if (!this.repairs.isStuck(number)) {
			throw new Overtaken("operations.repair.not-stuck");
		}
		this.desk.openTasks(file).forEach((item) -> this.signals.ended(item.id(), TaskSignals.Ending.TAKEN_AWAY));
		List<String> stood = this.repairs.repair(number);
		note(actor, file, "REPAIRED", null, String.join(", ", stood));
	}

	/**
	 * Gives an open task to somebody else; the log and the journal say to whom.
	 * @throws Overtaken if it is not open any more; says who was first
	 */
	void give(Actor actor, String number, String task, String to, String reason) {
		CaseFile file = locked(number);
		WorkItem item = this.desk.tasks(file)
			.stream()
			.filter((one) -> one.id().equals(task))
			.findFirst()
			.orElseThrow(() -> new Overtaken("operations.give.gone"));
		this.handOvers.reassign(actor, task, to, reason);
		this.journal.record("case.task-given", number, item.stepName().en() + " → " + to);
	}

	/** Holds a case. */
	void suspend(Actor actor, String number, String reason) {
		CaseFile file = locked(number);
		String why = reason(reason);
		if (this.instances.suspended(file.instance())) {
			throw new Overtaken("operations.suspend.already");
		}
		this.instances.suspend(file.instance());
		note(actor, file, "SUSPENDED", null, why);
	}

	/** Lets a held case go on. */
	void resume(Actor actor, String number) {
		CaseFile file = locked(number);
		if (!this.instances.suspended(file.instance())) {
			throw new Overtaken("operations.suspend.not");
		}
		this.suspensions.of(file.process()).ifPresent((process) -> {
			throw new Overtaken("operations.halt.case", process.by(), process.at(), process.reason());
		});
		this.instances.resume(file.instance());
		note(actor, file, "RESUMED", null, null);
	}

	/**
	 * Does at once what failed before. What the engine said when it failed again is for
	 * administrators: it is in the journal, not in the log that the parties read.
	 * @return what went wrong, or {@code null}
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public String retry(Actor actor, String number, String job) {
		CaseFile file = this.cases.visible(actor, number);
		String problem = this.instances.retry(file.instance(), job);
		note(actor, file, "RETRIED", null, null);
		if (problem != null) {
			this.journal.record("case.retry-failed", number, problem.substring(0, Math.min(1_000, problem.length())));
		}
		return problem;
	}

	private CaseFile locked(String number) {
		this.cases.lock(number);
		CaseFile file = this.cases.get(number);
		if (!file.open()) {
			throw new Overtaken(GONE, null, file.closedAt(), file.outcome());
		}
		return file;
	}

	private static String reason(String typed) {
		return Reason.required("reason", typed, "operations.reason");
	}

	private void note(Actor actor, CaseFile file, String what, String target, String detail) {
		String name = (target == null) ? null
				: this.definitions.node(file.definition(), target).map(Node::drawnName).orElse(target);
		String text = (detail == null || detail.length() <= 1_000) ? detail : detail.substring(0, 1_000);
		this.cases.log(file.number(),
				new LogEntry(null, actor.username(), null, what, target, name, null, null, 0, null, text));
		this.journal.record("case." + what.toLowerCase(Locale.ROOT).replace('_', '-'), file.number(),
				(name == null ? "" : name + " ") + (text == null ? "" : text));
	}

	private List<Bilingual> names(CaseFile file, List<String> elements) {
		return elements.stream().map((element) -> name(file, element)).toList();
	}

	/** The name of an element, or its id. */
	public Bilingual name(CaseFile file, String element) {
		return name(file.definition(), element);
	}

	/** The name of an element of a version, or its id. */
	public Bilingual name(String definition, String element) {
		return this.definitions.node(definition, element)
			.map(Node::name)
			.filter((name) -> !name.en().isBlank())
			.orElse(new Bilingual(element, element));
	}

}
