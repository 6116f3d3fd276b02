package org.gongjian.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.gongjian.approval.Copied;
import org.gongjian.approval.Desk;
import org.gongjian.approval.TaskOpened;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseClosed;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Discussion;
import org.gongjian.casefile.Comment;
import org.gongjian.casefile.Commented;
import org.gongjian.casefile.LogEntry;
import org.gongjian.casefile.Logged;
import org.gongjian.identity.ActorSource;
import org.gongjian.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens to cases, in the same transaction, and tells whom it concerns. */
@Component
class CaseNews {

	/** Lines of the log after which the people asked are told of a task. */
	private static final Map<String, Kind> ASKED = Map.of("REMINDED", Kind.REMINDER, "OVERDUE", Kind.REMINDER,
			"ESCALATED", Kind.ESCALATED, "URGED", Kind.URGED);

	/** Lines of the log that concern one person more than the others. */
	private static final Map<String, Kind> CONCERNED = Map.of("TRANSFERRED", Kind.TASK, "ASKED", Kind.TASK, "ANSWERED",
			Kind.TASK, "SIGNERS_DONE", Kind.TASK, "MENTIONED", Kind.MENTION, "INFORMED", Kind.COMMENT);

	private static final Set<String> OVER = Set.of("DECIDED", "RETURNED", "CANCELLED", "NOT_NEEDED");

	private final Notifications notices;

	private final Cases cases;

	private final Discussion discussion;

	private final Desk desk;

	private final ActorSource actors;

	CaseNews(Notifications notices, Cases cases, Discussion discussion, Desk desk, ActorSource actors) {
		this.notices = notices;
		this.cases = cases;
		this.discussion = discussion;
		this.desk = desk;
		this.actors = actors;
	}

	@EventListener
	void opened(TaskOpened opened) {
		WorkItem item = opened.item();
		CaseFile file = this.cases.get(item.caseNumber());
		this.notices.tell(opened.people(), file,
				new News(Kind.TASK, item.id(), item.stepName(), Actor.SYSTEM.username(), null, item.dueAt()));
		this.notices.tell(this.desk.editors(item), file,
				new News(Kind.EDIT, item.id(), item.stepName(), Actor.SYSTEM.username(), null, item.dueAt()));
	}

	@EventListener
	void logged(Logged logged) {
		LogEntry entry = logged.entry();
		Kind kind = ASKED.get(entry.action());
		if (kind != null && entry.task() != null) {
			this.desk.find(entry.task()).ifPresent((item) -> asked(kind, item, entry));
		}
		Kind concerned = CONCERNED.get(entry.action());
		if (concerned != null && entry.about() != null) {
			this.notices.tell(List.of(entry.about()), this.cases.get(logged.caseNumber()), about(concerned, entry));
		}
		if (OVER.contains(entry.action()) && entry.task() != null) {
			this.notices.settle(entry.task(), null);
		}
		if ("CLAIMED".equals(entry.action())) {
			this.notices.settle(entry.task(), entry.actor());
		}
		if ("RETURNED".equals(entry.action())) {
			CaseFile file = this.cases.get(logged.caseNumber());
			this.notices.tell(List.of(file.initiator()), file, News.of(Kind.RETURNED, entry.actor(), entry.comment()));
		}
	}

	private void asked(Kind kind, WorkItem item, LogEntry entry) {
		this.notices.tell(this.desk.people(item), this.cases.get(item.caseNumber()),
				new News(kind, item.id(), item.stepName(), entry.actor(), entry.comment(), item.dueAt()));
	}

	private News about(Kind kind, LogEntry entry) {
		return Optional.ofNullable(entry.task())
			.flatMap(this.desk::find)
			.map((item) -> new News(kind, item.id(), item.stepName(), entry.actor(), entry.comment(), item.dueAt()))
			.orElseGet(() -> News.of(kind, entry.actor(), entry.comment()));
	}

	@EventListener
	void closed(CaseClosed closed) {
		CaseFile file = this.cases.get(closed.number());
		this.notices.tell(List.of(file.initiator()), file, News.of(Kind.ENDED, Actor.SYSTEM.username(), null));
	}

	@EventListener
	void copied(Copied copied) {
		this.notices.tell(copied.usernames(), this.cases.get(copied.caseNumber()),
				News.of(Kind.COPY, Actor.SYSTEM.username(), null));
	}

	/** Whoever started the case, has a task of it or took part in the discussion. */
	@EventListener
	void commented(Commented commented) {
		CaseFile file = this.cases.get(commented.caseNumber());
		Set<String> people = new LinkedHashSet<>();
		people.add(file.initiator());
		this.desk.openTasks(file)
			.stream()
			.filter((item) -> item.assignee() != null)
			.map(WorkItem::assignee)
			.forEach(people::add);
		this.discussion.of(file.number()).stream().map(Comment::author).forEach(people::add);
		people.removeIf((username) -> !Cases.mayGetToSee(this.actors.actor(username), file));
		this.notices.tell(people, file, News.of(Kind.COMMENT, commented.username(), commented.text()));
	}

}
