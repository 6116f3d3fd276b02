package org.gongjian.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.approval.Desk;
import org.gongjian.approval.Requests;
import org.gongjian.approval.Urges;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.CaseRecord;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Comment;
import org.gongjian.casefile.Discussion;
import org.gongjian.casefile.LogEntry;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Role;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a case shows. */
@Component
@Transactional(readOnly = true)
class CasePages {

	private final Cases cases;

	private final Discussion discussion;

	private final Desk desk;

	private final Requests requests;

	private final Forms forms;

	private final Labels labels;

	private final Attachments attachments;

	private final Organisations organisations;

	private final People people;

	private final ProcessNames processes;

	private final Timeline timeline;

	private final Journey journey;

	private final CaseDiagram diagram;

	private final Urges urges;

	private final List<PublicFacts> publicFacts;

	private final Again again;

	CasePages(Cases cases, Discussion discussion, Desk desk, Requests requests, Forms forms, Labels labels,
			Attachments attachments, Organisations organisations, People people, ProcessNames processes,
			Timeline timeline, Journey journey, CaseDiagram diagram, Urges urges, List<PublicFacts> publicFacts,
			Again again) {
		this.again = again;
		this.publicFacts = publicFacts;
		this.urges = urges;
		this.cases = cases;
		this.discussion = discussion;
		this.desk = desk;
		this.requests = requests;
		this.forms = forms;
		this.labels = labels;
		this.attachments = attachments;
		this.organisations = organisations;
		this.people = people;
		this.processes = processes;
		this.timeline = timeline;
		this.journey = journey;
		this.diagram = diagram;
	}

	Map<String, Object> model(Actor actor, CaseFile file, Locale locale) {
		var model = new HashMap<String, Object>();
		List<WorkItem> open = this.desk.openTasks(file);
		List<Comment> comments = this.discussion.of(file.number());
		List<LogEntry> log = this.cases.log(file.number());
		Catalogue catalogue = this.forms.catalogue(file.definition());
		model.put("names", names(file, open, comments, locale));
		model.put("file", file);
		model.put("processName", this.processes.of(file.definition(), locale));
		model.put("parties", parties(file));
		model.put("known",
				Known.parts(this.labels.describe(catalogue, List.of("*"), this.cases.data(file.number()), locale),
						catalogue, log, locale));
		model.put("held", Held.in(log));
		model.put("attachments", this.attachments.of(file.number()));
		model.put("comments", comments);
		model.put("open", open);
		model.put("holders", open.stream().collect(Collectors.toMap(WorkItem::id, this.desk::people)));
		model.put("edits", open.stream().filter((item) -> this.desk.mayEdit(actor, item)).toList());
		model.put("mine", open.stream().filter((item) -> this.desk.mayDecide(actor, item)).toList());
		model.put("timeline", this.timeline.of(file, locale));
		model.put("journey", this.journey.names(file, open, locale));
		model.put("shown", this.publicFacts.stream().flatMap((source) -> source.of(file).stream()).toList());
		draw(model, file, locale);
		offer(model, actor, file);
		return model;
	}

	private void draw(Map<String, Object> model, CaseFile file, Locale locale) {
		CaseDiagram.Drawn drawn = this.diagram.of(file, locale);
		model.put("picture", drawn.picture());
		model.put("outline", drawn.outline());
	}

	/** What this person may do with the case as a whole. */
	private void offer(Map<String, Object> model, Actor actor, CaseFile file) {
		model.put("mayWithdraw", this.requests.mayWithdraw(actor, file));
		model.put("takesPart", !actor.readsOnly());
		model.put("mayAudit", CaseRecord.mayAudit(actor));
		model.put("mayOperate", actor.has(Role.PROCESS_ADMIN.id()));
		model.put("mayUrge", this.urges.may(actor, file));
		model.put("again", this.again.offered(actor, file));
	}

	List<Organisation> parties(CaseFile file) {
		return this.organisations.all(file.parties());
	}

	private Map<String, String> names(CaseFile file, List<WorkItem> open, List<Comment> comments, Locale locale) {
		var usernames = new HashSet<String>();
		usernames.add(file.initiator());
		open.forEach((item) -> usernames.addAll(this.desk.people(item)));
		comments.forEach((comment) -> usernames.add(comment.author()));
		usernames.addAll(this.timeline.people(file));
		return this.people.names(usernames, locale);
	}

}
