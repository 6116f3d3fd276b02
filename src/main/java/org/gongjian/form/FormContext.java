package org.gongjian.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.casefile.Attachment;
import org.gongjian.shared.Actor;

/**
 * Who fills in which form, and what is known already.
 *
 * @param actor who fills it in
 * @param process the process key
 * @param catalogue all fields of that version of the process
 * @param form the form
 * @param kind what the form is for
 * @param key the draft's key: the process for a start, the id of the task else
 * @param caseNumber the case, or {@code null} while there is none
 * @param data the data of the case
 * @param facts the process variables, and what else conditions may look at
 * @param own what this step's own fields hold so far; the data itself unless the form
 * keeps a record by organisation
 * @param review whether a declaration of no conflict of interest is asked
 * @param decisions the decisions offered now
 * @param returnTo where a return may go, empty if it may not
 * @param shared whether several people write it together, so that its draft is theirs all
 */
public record FormContext(Actor actor, String process, Catalogue catalogue, FormDefinition form, Kind kind, String key,
		String caseNumber, Map<String, Object> data, Map<String, Object> facts, Map<String, Object> own, boolean review,
		List<Decision> decisions, List<Option> returnTo, boolean shared) {

	/** The decision that sends a case back. */
	public static final String RETURN = "RETURN";

	/** No account can be called so. */
	private static final String EVERYBODY = "*";

	/** The form that starts a case. */
	public static FormContext start(Actor actor, String process, Catalogue catalogue) {
		FormDefinition form = catalogue.startForm().orElseThrow();
		return new FormContext(actor, process, catalogue, form, Kind.START, process, null, Map.of(), Map.of(), Map.of(),
				false, List.of(), List.of(), false);
	}

	/**
	 * The form of a task.
	 * @param task the id of the task
	 * @param data the data of the case
	 * @param facts the process variables
	 * @param organisation for whose slot it is filled in, or {@code null}; matters only
	 * where the form keeps a record by organisation
	 */
	public static FormContext task(Actor actor, String process, Catalogue catalogue, FormDefinition form, String task,
			String caseNumber, Map<String, Object> data, Map<String, Object> facts, String organisation) {
		return new FormContext(actor, process, catalogue, form, Kind.TASK, task, caseNumber, data, facts,
				own(form, data, organisation), false, form.decisions(), List.of(), false);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> own(FormDefinition form, Map<String, Object> data, String organisation) {
		if (form.record() == null) {
			return data;
		}
		Object record = (data.get(form.record()) instanceof Map<?, ?> all) ? all.get(String.valueOf(organisation))
				: null;
		return (record instanceof Map<?, ?> own) ? (Map<String, Object>) own : Map.of();
	}

	/**
	 * The same on a node that reviews: the declaration of no conflict is asked.
	 */
	public FormContext reviewed() {
		return new FormContext(this.actor, this.process, this.catalogue, this.form, this.kind, this.key,
				this.caseNumber, this.data, this.facts, this.own, true, this.decisions, this.returnTo, this.shared);
	}

	/** The same with the decisions offered now, and where a return may go. */
	public FormContext offering(List<Decision> offered, List<Option> targets) {
		return new FormContext(this.actor, this.process, this.catalogue, this.form, this.kind, this.key,
				this.caseNumber, this.data, this.facts, this.own, this.review, List.copyOf(offered),
				List.copyOf(targets), this.shared);
	}

	/** The same where several people write it together. */
	public FormContext together() {
		return new FormContext(this.actor, this.process, this.catalogue, this.form, this.kind, this.key,
				this.caseNumber, this.data, this.facts, this.own, this.review, this.decisions, this.returnTo, true);
	}

	/** Whether a file is of this case, or not yet of any and the actor's own. */
	boolean owns(Attachment file) {
		return (file.caseNumber() == null) ? file.owner().equals(this.actor.username())
				: file.caseNumber().equals(this.caseNumber);
	}

	/** Whose draft of it is read and kept. */
	String draftOwner() {
		return this.shared ? EVERYBODY : this.actor.username();
	}

	/** Whether the platform asks for conditions, not the form itself. */
	boolean asksConditions() {
		return this.review && this.form.field("conditions").isEmpty();
	}

	/** Whether the platform takes attachments to the decision. */
	boolean asksAttachments() {
		return !this.decisions.isEmpty() && this.form.field("attachments").isEmpty();
	}

	/** The decision that was taken: the only one offered needs no choice. */
	String taken(String chosen) {
		if (this.decisions.isEmpty()) {
			return Decision.COMPLETE.code();
		}
		boolean none = chosen == null || chosen.isBlank();
		return (none && this.decisions.size() == 1) ? this.decisions.get(0).code() : chosen;
	}

	/** Whether a decision leaves the rest of the form aside. */
	boolean leavesForm(String decision) {
		return this.decisions.stream().anyMatch((offered) -> offered.leavesForm() && offered.code().equals(decision));
	}

	/** The same with values the form begins with. */
	public FormContext beginningWith(Map<String, Object> values) {
		return new FormContext(this.actor, this.process, this.catalogue, this.form, this.kind, this.key,
				this.caseNumber, this.data, this.facts, values, this.review, this.decisions, this.returnTo,
				this.shared);
	}

	/** What conditions may look at apart from the form itself. */
	Map<String, Object> known() {
		Map<String, Object> known = new LinkedHashMap<>(this.facts);
		known.putAll(this.data);
		known.putAll(this.own);
		return known;
	}

	/** What a form is for. */
	public enum Kind {

		/** To start a case. */
		START,

		/** To complete a task. */
		TASK;

		String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
