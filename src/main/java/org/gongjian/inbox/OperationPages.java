package org.gongjian.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.approval.AddedSigner;
import org.gongjian.approval.AddedSigner.Place;
import org.gongjian.approval.AddedSigner.Rule;
import org.gongjian.approval.Countersigns;
import org.gongjian.approval.Desk;
import org.gongjian.approval.Question;
import org.gongjian.approval.Recalls;
import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.form.Decision;
import org.gongjian.identity.InterruptedForms.Interrupted;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.gongjian.shared.Actor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of a task shows of other operations. */
@Component
@Transactional(readOnly = true)
class OperationPages {

	private static final int COLLEAGUES = 50;

	private final Desk desk;

	private final Recalls recalls;

	private final People people;

	private final Countersigns countersigns;

	OperationPages(Desk desk, Recalls recalls, People people, Countersigns countersigns) {
		this.countersigns = countersigns;
		this.desk = desk;
		this.recalls = recalls;
		this.people = people;
	}

	/**
	 * Adds to the model of the page.
	 * @param usernames gets the people whose names the page shows
	 */
	void add(Map<String, Object> model, Actor actor, CaseFile file, WorkItem item, Set<String> usernames) {
		this.countersigns.of(file, item).ifPresent((countersign) -> {
			model.put("countersign", countersign);
			model.put("labels", labels(item));
			countersign.members().stream().map(WorkItem::decidedBy).filter(Objects::nonNull).forEach(usernames::add);
			countersign.members().stream().map(WorkItem::assignee).filter(Objects::nonNull).forEach(usernames::add);
		});
		List<Question> questions = this.desk.questions(item);
		List<AddedSigner> signers = this.desk.signers(item);
		Question open = questions.stream().filter(Question::open).reduce((first, last) -> last).orElse(null);
		var concerned = new HashSet<String>();
		questions.forEach((question) -> concerned.addAll(List.of(question.asker(), question.asked())));
		signers.forEach((signer) -> concerned.add(signer.username()));
		String absent = this.desk.actingFor(actor, item).orElse(null);
		if (absent != null) {
			concerned.add(absent);
		}
		usernames.addAll(concerned);
		model.put("actingFor", absent);
		boolean waiting = item.waits() != null && actor.username().equals(item.assignee());
		model.put("questions", questions);
		model.put("asked", open);
		model.put("signers", signers);
		model.put("waits", (item.open() && waiting) ? item.waits() : null);
		model.put("floor", (open == null) ? "" : open.asked());
		model.put("recallable", actor.username().equals(item.decidedBy()) && this.recalls.may(actor, item));
		model.put("places", Place.values());
		model.put("rules", Rule.values());
	}

	/** What the decisions of the step are called, by code. */
	private Map<String, String> labels(WorkItem item) {
		Locale locale = LocaleContextHolder.getLocale();
		return this.desk.form(item)
			.decisions()
			.stream()
			.collect(Collectors.toMap(Decision::code, (decision) -> decision.label().in(locale)));
	}

	/** A page with what was typed into one of its small forms before a session ended. */
	static ModelAndView back(ModelAndView page, Interrupted form) {
		if (form != null) {
			page.addObject("failed", form.name());
			page.addObject("typed", form.typed());
			page.addObject("notice", "web.not-sent");
		}
		return page;
	}

	/** People of the organisation asked, for choosing one; others can be typed. */
	List<Person> colleagues(Actor actor, WorkItem item) {
		String organisation = (item.slotOrg() != null) ? item.slotOrg()
				: actor.organisations().stream().findFirst().orElse(null);
		return (organisation == null || !this.desk.asked(actor, item)) ? List.of()
				: this.people.search("", organisation)
					.stream()
					.filter((person) -> person.username() != null && !person.username().equals(actor.username()))
					.limit(COLLEAGUES)
					.toList();
	}

}
