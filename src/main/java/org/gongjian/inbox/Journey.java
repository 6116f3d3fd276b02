package org.gongjian.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.gongjian.approval.WorkItem;
import org.gongjian.casefile.CaseFile;
import org.gongjian.engine.Assignees;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Forecast;
import org.gongjian.engine.Node;
import org.gongjian.engine.Processes;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Decision;
import org.gongjian.form.FormDefinition;
import org.gongjian.form.Forms;
import org.gongjian.organisation.Roles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a case is and where it will probably go. */
@Component
@Transactional(readOnly = true)
public class Journey {

	private final Forecast forecast;

	private final Definitions definitions;

	private final Processes processes;

	private final Forms forms;

	private final Assignees assignees;

	private final Roles roles;

	Journey(Forecast forecast, Definitions definitions, Processes processes, Forms forms, Assignees assignees,
			Roles roles) {
		this.forecast = forecast;
		this.definitions = definitions;
		this.processes = processes;
		this.forms = forms;
		this.assignees = assignees;
		this.roles = roles;
	}

	/** The steps to come of a running case, in order; empty for one that has ended. */
	public List<Stop> of(CaseFile file, List<WorkItem> open, Locale locale) {
		return stops(file, open, locale, true);
	}

	/**
	 * The same without the people who would get them, for pages that do not name them.
	 */
	List<Stop> names(CaseFile file, List<WorkItem> open, Locale locale) {
		return stops(file, open, locale, false);
	}

	private List<Stop> stops(CaseFile file, List<WorkItem> open, Locale locale, boolean people) {
		if (!file.open()) {
			return List.of();
		}
		Set<String> current = open.stream().map(WorkItem::step).collect(Collectors.toSet());
		var facts = this.processes.facts(file.number());
		Catalogue catalogue = this.forms.catalogue(file.definition());
		return this.forecast.of(file.definition(), current, facts, (step) -> favourable(catalogue, step))
			.stream()
			.map((ahead) -> stop(file, ahead, facts, locale, people))
			.toList();
	}

	private Stop stop(CaseFile file, Forecast.Ahead ahead, java.util.Map<String, Object> facts, Locale locale,
			boolean people) {
		String name = this.definitions.node(file.definition(), ahead.step())
			.map(Node::name)
			.map((both) -> both.in(locale))
			.orElse(ahead.step());
		List<String> slots = (!people || ahead.who() == null) ? List.of()
				: this.assignees.slots(ahead.who(), facts::get);
		List<String> actors = slots.stream()
			.flatMap((slot) -> this.roles.holders(slot).stream())
			.distinct()
			.sorted()
			.toList();
		return new Stop(ahead.step(), name, slots, actors, ahead.due(), ahead.certain());
	}

	private static String favourable(Catalogue catalogue, String step) {
		FormDefinition form = catalogue.forms().get(step);
		if (form == null || form.decisions().isEmpty()) {
			return Decision.COMPLETE.code();
		}
		return form.decisions()
			.stream()
			.filter((decision) -> decision.kind() == Decision.Kind.POSITIVE)
			.findFirst()
			.orElse(form.decisions().get(0))
			.code();
	}

	/**
	 * A step to come.
	 *
	 * @param slots for whom it will probably ask
	 * @param actors the usernames that would get it today
	 * @param due the node's due expression, or {@code null}
	 * @param certain whether it will come as far as is known now
	 */
	public record Stop(String step, String name, List<String> slots, List<String> actors, String due, boolean certain) {
	}

}
