package org.gongjian.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.gongjian.shared.Overtaken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of a node that asks its people one after the other. Who stands in it is a
 * variable of the node's body, how many is the engine's own counter: they change
 * together, or the engine would leave out the last or look for somebody who is not there.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MemberLine {

	static final String NAME = "line";

	/** Marks the place of somebody who has no vote. */
	private static final String ASIDE = "+";

	private static final String ALL = "nrOfInstances";

	private static final String THROUGH = "nrOfCompletedInstances";

	private final CommandExecutor commands;

	MemberLine(ProcessEngine engine) {
		this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getCommandExecutorTxRequired();
	}

	/**
	 * A place in the line.
	 *
	 * @param slot whom it asks
	 * @param part {@link Members#MEMBER} or {@link Members#HELPER}
	 */
	public record Place(String slot, String part) {

		private String text() {
			return (this.part.equals(Members.HELPER) ? ASIDE : "") + this.slot;
		}
	}

	/** Whether the node of an open task asks one after the other. */
	public boolean is(String taskId) {
		return in(taskId, (task) -> Settings.inTurn(task.getExecution()));
	}

	/** How far the node of an open task is that asks one after the other. */
	@Transactional(readOnly = true)
	public Tally tally(String taskId) {
		return in(taskId,
				(task) -> Approval.tally(Approval.body(task.getExecution()), Settings.of(task.getExecution())));
	}

	/** Puts people into the line, right behind the one who is asked now. */
	public void next(String taskId, List<Place> places) {
		in(taskId, (task) -> {
			ExecutionEntity body = body(task);
			List<String> line = line(body);
			if (line.isEmpty()) {
				// one of them alone was asked again, outside any line
				line.add(String.valueOf(task.getVariable("slot")));
			}
			line.addAll(at(body) + 1, places.stream().map(Place::text).toList());
			return keep(body, line);
		});
	}

	/**
	 * Takes somebody out of the line whose turn has not come; nobody if there is none.
	 */
	public void drop(String taskId, String slot) {
		in(taskId, (task) -> {
			ExecutionEntity body = body(task);
			List<String> line = line(body);
			for (int place = line.size() - 1; place > at(body); place--) {
				if (slot(line.get(place)).equals(slot)) {
					line.remove(place);
					return keep(body, line);
				}
			}
			return null;
		});
	}

	/**
	 * Takes a vote back: its member is asked again right behind the one who is asked now,
	 * and that one again behind it.
	 * @param vote the decision made
	 */
	public void voteAgain(String taskId, Place member, Place now, String vote) {
		next(taskId, List.of(member, now));
		in(taskId, (task) -> {
			ExecutionEntity body = body(task);
			Object votes = body.getVariableLocal(Approval.VOTES);
			body.setVariableLocal(Approval.VOTES, Votes.without(String.valueOf(votes), vote));
			body.setVariableLocal(Approval.OUTSIDE, Approval.number(body.getVariableLocal(Approval.OUTSIDE)) + 1);
			return null;
		});
	}

	private <T> T in(String taskId, Function<TaskEntity, T> work) {
		return this.commands.execute((context) -> {
			TaskEntity task = context.getTaskManager().findTaskById(taskId);
			if (task == null) {
				throw new Overtaken("approval.gone");
			}
			return work.apply(task);
		});
	}

	private static ExecutionEntity body(TaskEntity task) {
		ExecutionEntity body = (ExecutionEntity) Approval.body(task.getExecution());
		if (body.isSuspended()) {
			throw new Overtaken("approval.suspended");
		}
		return body;
	}

	private static int at(DelegateExecution body) {
		return Approval.number(body.getVariableLocal("loopCounter"));
	}

	private static List<String> line(DelegateExecution body) {
		return new ArrayList<>(Votes.list((String) body.getVariableLocal(NAME)));
	}

	private static Void keep(DelegateExecution body, List<String> line) {
		body.setVariableLocal(NAME, String.join(",", line));
		body.setVariableLocal(ALL, line.size());
		return null;
	}

	/**
	 * Whom a node asks in what order. The engine asks for it before each turn, and counts
	 * the turn only afterwards: how many are through says whose it is.
	 */
	static List<String> slots(DelegateExecution body) {
		List<String> line = line(body);
		if (body.getVariableLocal(THROUGH) instanceof Integer turn && turn < line.size()) {
			boolean aside = line.get(turn).startsWith(ASIDE);
			body.setVariableLocal(Members.PART, aside ? Members.HELPER : Members.MEMBER);
		}
		return line.stream().map(MemberLine::slot).toList();
	}

	private static String slot(String place) {
		return place.startsWith(ASIDE) ? place.substring(ASIDE.length()) : place;
	}

	/** How many of those whose turn has not come have no vote. */
	static int asideAhead(DelegateExecution body) {
		return (int) line(body).stream().skip(at(body) + 1L).filter((place) -> place.startsWith(ASIDE)).count();
	}

}
