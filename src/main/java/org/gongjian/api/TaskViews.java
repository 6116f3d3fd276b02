package org.gongjian.api;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.gongjian.api.ProcessResource.FormShape;
import org.gongjian.approval.Countersign;
import org.gongjian.approval.Countersigns;
import org.gongjian.approval.Desk;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Tally;
import org.gongjian.form.Decision;
import org.gongjian.form.Draft;
import org.gongjian.form.Drafts;
import org.gongjian.form.Field;
import org.gongjian.form.FormContext;
import org.gongjian.form.FormSessions;
import org.gongjian.inbox.CaseRow;
import org.gongjian.inbox.Why;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as programs see them. */
@Component
@Transactional(readOnly = true)
class TaskViews {

	private final Desk desk;

	private final Cases cases;

	private final FormSessions forms;

	private final Drafts drafts;

	private final Why why;

	private final Clock clock;

	private final Countersigns countersigns;

	TaskViews(Desk desk, Cases cases, FormSessions forms, Drafts drafts, Why why, Clock clock,
			Countersigns countersigns) {
		this.countersigns = countersigns;
		this.desk = desk;
		this.cases = cases;
		this.forms = forms;
		this.drafts = drafts;
		this.why = why;
		this.clock = clock;
	}

	/**
	 * A task in a list. In the lists of cases (my requests, copied) it is the case: id,
	 * step and what belongs to them are {@code null}.
	 *
	 * @param step the element id
	 * @param name the name of the step
	 * @param title the title of the case
	 * @param requestedBy who started the case
	 * @param assignee who holds it, or {@code null} in a pool
	 * @param why why it came to these people
	 * @param priority {@code high} when the superior had to be asked, else {@code normal}
	 */
	record TaskLine(String id, @JsonProperty("case") String caseNumber, String process, String step, String name,
			String title, String requestedBy, String assignee, String why, Instant createdAt, Instant dueAt,
			boolean overdue, String priority, List<DecisionView> decisions, Integer version) {
	}

	/** A decision offered. */
	record DecisionView(String code, String label, boolean commentRequired) {
	}

	/**
	 * A task.
	 *
	 * @param state OPEN, DONE or CANCELLED
	 * @param actors the accounts among whom somebody will decide
	 * @param data what the case holds and the step may see
	 * @param draft what I typed and have not sent, or {@code null}
	 * @param operations what I may do: complete, draft, claim, release, return, conflict
	 * @param returnTo where a return may go
	 * @param countersign how several decide it together, or {@code null} once it is
	 * closed
	 */
	record TaskView(@JsonUnwrapped TaskLine task, String state, List<String> actors, FormShape form,
			Map<String, Object> data, DraftView draft, List<String> operations, List<Target> returnTo, int round,
			String decidedBy, Instant decidedAt, String decision, CountersignView countersign) {
	}

	/**
	 * How several decide a step together.
	 *
	 * @param rule counted, fixed, majority, first or strictest
	 * @param members how many have a vote
	 * @param need how many of them it takes
	 * @param yes how many have said yes, or have decided where yes and no are not told
	 * apart
	 * @param no how many have said no
	 * @param stops the decisions that settle it alone
	 * @param inTurn whether they are asked one after the other
	 */
	record CountersignView(String rule, int members, int need, int yes, int no, List<String> stops, boolean inTurn) {

		static CountersignView of(Countersign countersign) {
			Tally now = countersign.now();
			return new CountersignView(now.kind().name().toLowerCase(Locale.ROOT), now.members(), now.need(), now.yes(),
					now.no(), now.stops(), countersign.inTurn());
		}

	}

	/** A step to which a return may go. */
	record Target(String to, String step, String name) {
	}

	/** What was typed and not sent yet. */
	record DraftView(Map<String, Object> data, String comment, Instant savedAt, int version) {

		static DraftView of(Draft draft) {
			Map<String, Object> data = new LinkedHashMap<>();
			draft.data().forEach((name, value) -> data.put(name.startsWith("_") ? name.substring(1) : name, value));
			return new DraftView(data, draft.comment(), draft.updatedAt(), draft.version());
		}

	}

	TaskLine line(WorkItem item, Locale locale) {
		boolean overdue = item.open() && item.dueAt() != null && item.dueAt().isBefore(this.clock.instant());
		return new TaskLine(item.id(), item.caseNumber(), item.process(), item.step(), item.stepName().in(locale),
				item.title().in(locale), item.requestedBy(), item.assignee(),
				item.why().isEmpty() ? null : this.why.of(item), item.createdAt(), item.dueAt(), overdue,
				item.escalated() ? "high" : "normal", decisions(item, locale), item.version());
	}

	TaskLine line(CaseRow row, Locale locale) {
		String waiting = String.join(", ", row.waiting().stream().map((step) -> step.in(locale)).toList());
		boolean overdue = row.dueAt() != null && row.dueAt().isBefore(this.clock.instant());
		return new TaskLine(null, row.number(), row.process(), null, waiting.isEmpty() ? null : waiting,
				row.title().in(locale), row.initiator(), null, null, row.openedAt(), row.dueAt(), overdue, "normal",
				List.of(), null);
	}

	TaskView view(Actor actor, String id, Locale locale) {
		return view(actor, this.desk.see(actor, id), locale);
	}

	private TaskView view(Actor actor, WorkItem item, Locale locale) {
		FormContext context = this.desk.context(actor, item);
		DraftView draft = this.drafts.find(context).map(DraftView::of).orElse(null);
		List<Target> targets = item.open() ? this.desk.ways(item)
			.stream()
			.map((way) -> new Target(way.choice(), way.step(), way.name().in(locale)))
			.toList() : List.of();
		return new TaskView(line(item, locale), item.state(), item.open() ? this.desk.people(item) : List.of(),
				new FormShape(this.forms.fields(context, locale)), data(actor, context), draft, operations(actor, item),
				targets, item.round(), item.decidedBy(), item.decidedAt(), item.decision(),
				this.countersigns.of(this.cases.get(item.caseNumber()), item).map(CountersignView::of).orElse(null));
	}

	/**
	 * The whole case for those who may see it, else what the form of the step shows and
	 * asks.
	 */
	private Map<String, Object> data(Actor actor, FormContext context) {
		CaseFile file = this.cases.get(context.caseNumber());
		Map<String, Object> data = new LinkedHashMap<>(context.data());
		if (!Cases.mayGetToSee(actor, file) && !context.form().read().contains("*")) {
			data.keySet()
				.retainAll(
						Stream.concat(context.form().read().stream(), context.form().fields().stream().map(Field::name))
							.toList());
		}
		if (context.form().record() != null) {
			data.putAll(context.own());
		}
		return data;
	}

	private List<String> operations(Actor actor, WorkItem item) {
		Stream<String> always = this.desk.mayDecide(actor, item) ? Stream.of("complete", "draft") : Stream.empty();
		return Stream
			.concat(always, this.desk.operations(actor, item).stream().map(org.gongjian.approval.Operation::code))
			.toList();
	}

	private List<DecisionView> decisions(WorkItem item, Locale locale) {
		return item.open() ? this.desk.offers(item).stream().map((offer) -> view(offer, locale)).toList() : List.of();
	}

	private static DecisionView view(Decision decision, Locale locale) {
		return new DecisionView(decision.code(), decision.label().in(locale), decision.commentRequired());
	}

}
