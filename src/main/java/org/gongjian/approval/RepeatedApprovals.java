package org.gongjian.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.gongjian.casefile.Cases;
import org.gongjian.casefile.LogEntry;
import org.gongjian.engine.Members;
import org.gongjian.engine.OpenTask;
import org.gongjian.form.Decision;
import org.gongjian.form.Field;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Forms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Approves a step at once for whoever has approved an earlier one of the same case, where
 * its setting {@code repeat} is {@code approve}. Never where something has to be filled
 * in or said, never after a return, never in a review (nobody reviews twice), never for a
 * stand-in, and a limited number of times in one case.
 */
@Component
class RepeatedApprovals {

	/** In one case: a chain of them runs in one transaction. */
	static final int MOST = 10;

	private final WorkTable work;

	private final ShareTable shares;

	private final Forms forms;

	private final Cases cases;

	private final JdbcClient jdbc;

	private final Clock clock;

	RepeatedApprovals(WorkTable work, ShareTable shares, Forms forms, Cases cases, JdbcClient jdbc, Clock clock) {
		this.work = work;
		this.shares = shares;
		this.forms = forms;
		this.cases = cases;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether the step of a task wants this at all. */
	static boolean asked(OpenTask task) {
		return "approve".equals(task.settings().get("repeat"));
	}

	/**
	 * Decides a task that has just opened and whose step wants it.
	 * @return the decision, or {@code null} where its holder has to decide
	 */
	String decide(WorkItem item) {
		if (item.assignee() == null || item.review() || item.round() > 1 || !item.part().equals(Members.MEMBER)
				|| returned(item) || this.shares.actingFor(item.id(), item.assignee()).isPresent()) {
			return null;
		}
		Optional<Decision> approval = approval(item);
		if (approval.isEmpty()) {
			return null;
		}
		Optional<WorkItem> earlier = earlier(item);
		earlier.ifPresent((before) -> write(item, before, approval.get().code()));
		return earlier.map((before) -> approval.get().code()).orElse(null);
	}

	/** The decision that approves, if nothing has to be said or filled in with it. */
	private Optional<Decision> approval(WorkItem item) {
		FormDefinition form = this.forms.of(item.definition(), item.step());
		boolean plain = form.sections()
			.stream()
			.flatMap((section) -> section.fields().stream())
			.noneMatch((field) -> field.required() || field.mustBeTrue());
		return form.decisions()
			.stream()
			.filter((decision) -> plain && decision.kind() == Decision.Kind.POSITIVE && !decision.commentRequired())
			.findFirst();
	}

	/** What the same person has approved before in this case. */
	private Optional<WorkItem> earlier(WorkItem item) {
		List<WorkItem> all = this.work.ofCase(item.caseNumber());
		if (repeated(item.caseNumber()) >= MOST) {
			return Optional.empty();
		}
		return all.stream()
			.filter((one) -> one.state().equals("DONE") && item.assignee().equals(one.decidedBy())
					&& one.part().equals(Members.MEMBER) && !one.step().equals(item.step()))
			.filter(this::approved)
			.reduce((first, last) -> last);
	}

	private boolean approved(WorkItem one) {
		return this.forms.of(one.definition(), one.step())
			.decision(one.decision())
			.filter((decision) -> decision.kind() == Decision.Kind.POSITIVE)
			.isPresent();
	}

	private int repeated(String caseNumber) {
		return this.jdbc.sql("select count(*) from work_item where case_number = :case and repeated")
			.param("case", caseNumber)
			.query(Integer.class)
			.single();
	}

	private boolean returned(WorkItem item) {
		return this.cases.log(item.caseNumber()).stream().anyMatch((line) -> line.action().equals("RETURNED"));
	}

	private void write(WorkItem item, WorkItem before, String decision) {
		this.work.decide(item.id(), item.assignee(), decision, this.clock.instant());
		this.jdbc.sql("update work_item set repeated = true where id = :id").param("id", item.id()).update();
		this.shares.done(item, item.assignee(), this.clock.instant(), this.shares.people(item.id()));
		String reason = "Approved automatically: had approved “%s” before. 自动通过：此前已通过“%s”。"
			.formatted(before.stepName().en(), before.stepName().zh());
		this.cases.log(item.caseNumber(), new LogEntry(null, item.assignee(), null, "DECIDED", item.step(),
				NodeSettings.name(item), item.slot(), item.id(), item.round(), decision, reason));
	}

}
