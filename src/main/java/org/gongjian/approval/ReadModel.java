package org.gongjian.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.gongjian.casefile.Cases;
import org.gongjian.engine.OpenTask;
import org.gongjian.engine.TaskSignals;
import org.gongjian.engine.Tasks;
import org.gongjian.organisation.RolesChanged;
import org.gongjian.organisation.StandInsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people's lists right when roles change, proves that they equal the engine's
 * tasks, and can make them anew from there.
 */
@Service
@Transactional
public class ReadModel {

	private final WorkTable work;

	private final Routing routing;

	private final Tasks tasks;

	private final Cases cases;

	private final Covers covers;

	ReadModel(WorkTable work, Routing routing, Tasks tasks, Cases cases, Covers covers) {
		this.work = work;
		this.routing = routing;
		this.tasks = tasks;
		this.cases = cases;
		this.covers = covers;
	}

	@EventListener
	void rolesChanged(RolesChanged changed) {
		if (!changed.slots().isEmpty()) {
			offerAgain(this.work.openFor(changed.slots()));
		}
	}

	@EventListener
	void standInsChanged(StandInsChanged changed) {
		offerAgain(this.work.all(this.covers.tasksOf(changed.absent())));
	}

	/** The rules of a case's steps are others now: its tasks go to whom they ask. */
	void offerAgain(String caseNumber) {
		this.work.ofCase(caseNumber).stream().filter(WorkItem::open).forEach(this::offerAgain);
	}

	/** Case after case in one order, so that two who do so never wait for each other. */
	private void offerAgain(List<WorkItem> items) {
		items.stream().sorted(Comparator.comparing(WorkItem::caseNumber)).forEach(this::offerAgain);
	}

	/** In its turn: whoever decides the task at this moment is waited for. */
	private void offerAgain(WorkItem before) {
		this.cases.touch(before.caseNumber());
		this.work.find(before.id()).filter(WorkItem::open).ifPresent((item) -> {
			String holder = this.routing.offer(item);
			if (!Objects.equals(holder, item.assignee())) {
				this.tasks.hold(item.id(), holder);
			}
		});
	}

	/**
	 * Every difference between people's lists and the engine's tasks; empty when all is
	 * well.
	 */
	@Transactional(readOnly = true)
	public List<String> differences() {
		Map<String, OpenTask> engine = this.tasks.all()
			.stream()
			.collect(Collectors.toMap(OpenTask::id, Function.identity()));
		Map<String, WorkItem> ours = this.work.open()
			.stream()
			.collect(Collectors.toMap(WorkItem::id, Function.identity()));
		var differences = new ArrayList<String>();
		engine.forEach((id, task) -> {
			WorkItem item = ours.get(id);
			if (item == null) {
				differences.add("task " + id + " of " + task.caseNumber() + " is missing");
			}
			else if (!Objects.equals(item.assignee(), task.assignee())) {
				differences.add("task " + id + " is held by " + task.assignee() + ", not " + item.assignee());
			}
		});
		ours.keySet()
			.stream()
			.filter((id) -> !engine.containsKey(id))
			.forEach((id) -> differences.add("task " + id + " is not open any more"));
		return differences;
	}

	/**
	 * Makes the lists of all open tasks anew.
	 * @return how many tasks were missing
	 */
	public int rebuild() {
		var open = this.work.open().stream().map(WorkItem::id).collect(Collectors.toSet());
		int missing = 0;
		var all = this.tasks.all();
		for (OpenTask task : all) {
			if (!open.remove(task.id())) {
				missing++;
				this.tasks.hold(task.id(), this.routing.opened(task));
			}
		}
		open.forEach((gone) -> this.routing.ended(gone, TaskSignals.Ending.TAKEN_AWAY));
		offerAgain(this.work.open());
		return missing;
	}

}
