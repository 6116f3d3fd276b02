package org.gongjian.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.gongjian.form.Decision;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.shared.Actor;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.ReadOnce;
import org.gongjian.shared.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Says of many tasks which can be decided together, how, and why the others cannot. */
@Service
public class BulkPreview {

	private static final Logger log = LoggerFactory.getLogger(BulkPreview.class);

	private final Desk desk;

	private final NodeSettings nodes;

	private final FormSessions forms;

	BulkPreview(Desk desk, NodeSettings nodes, FormSessions forms) {
		this.desk = desk;
		this.nodes = nodes;
		this.forms = forms;
	}

	/**
	 * A task that might be decided with others.
	 *
	 * @param closed why it cannot be decided at all, or {@code null}
	 * @param context what its form is checked with, or {@code null} if it is closed
	 */
	public record Candidate(WorkItem item, Violation closed, FormContext context) {
	}

	/**
	 * Looks at tasks, each read once; those this person may not see are left out.
	 */
	public List<Candidate> candidates(Actor actor, List<String> taskIds) {
		return taskIds.stream().flatMap((id) -> ReadOnce.look(() -> candidate(actor, id)).stream()).toList();
	}

	private Optional<Candidate> candidate(Actor actor, String id) {
		try {
			WorkItem item = this.desk.see(actor, id);
			String closed = closed(actor, item);
			return Optional.of(new Candidate(item, (closed == null) ? null : Violation.of("", closed),
					(closed == null) ? this.desk.context(actor, item) : null));
		}
		catch (NotFound none) {
			log.debug("Task {} is not to be seen by {}", id, actor.username());
			return Optional.empty();
		}
	}

	private String closed(Actor actor, WorkItem item) {
		if (!item.open()) {
			return "approval.gone";
		}
		if (!this.desk.mayDecide(actor, item)) {
			return (item.waits() != null) ? "approval.waits." + item.waits() : "approval.not-yours";
		}
		return Bulk.off(this.nodes, item) ? "approval.bulk.off" : null;
	}

	/** The decisions that those have in common that can be decided. */
	public static List<Decision> common(List<Candidate> candidates) {
		List<Decision> common = null;
		for (Candidate candidate : candidates) {
			if (candidate.closed() == null) {
				List<Decision> offered = candidate.context().decisions();
				common = (common == null) ? offered
						: common.stream()
							.filter((one) -> offered.stream().anyMatch((other) -> other.code().equals(one.code())))
							.toList();
			}
		}
		return (common == null) ? List.of()
				: common.stream().filter((one) -> !one.code().equals(FormContext.RETURN)).toList();
	}

	/**
	 * Whether a task could be decided so, and if not, why.
	 * @return {@code null} if it could
	 */
	public Violation problem(Candidate candidate, String decision, String comment) {
		if (candidate.closed() != null) {
			return candidate.closed();
		}
		try {
			this.forms.fill(candidate.context(), Map.of(), Bulk.answer(decision, comment));
			return null;
		}
		catch (InvalidInput invalid) {
			return invalid.violations().get(0);
		}
	}

}
