package org.gongjian.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is entered beside the fields of a form: the decision block. As typed, unchecked.
 *
 * @param decision the code of the decision
 * @param comment why
 * @param conditions what later steps must know
 * @param coiDeclared whether no conflict of interest is declared
 * @param returnTo where a return goes
 * @param attachments files that belong to the decision
 */
public record Answer(String decision, String comment, String conditions, boolean coiDeclared, String returnTo,
		List<String> attachments) {

	static final Answer NONE = new Answer(null, null, null, false, null, List.of());

	public Answer {
		attachments = List.copyOf(attachments);
	}

	/**
	 * What a program sends: {@code decision} and {@code comment} beside the data, the
	 * rest in it, under the names of the fields.
	 */
	public static Answer of(String decision, String comment, Map<String, Object> data) {
		return new Answer(decision, comment, Typed.text(data.get("conditions")),
				"true".equals(Typed.text(data.get("coiDeclared"))), Typed.text(data.get("returnTo")),
				Typed.texts(data.get("attachments")));
	}

	/** As it lies in a draft. */
	Map<String, Object> kept() {
		Map<String, Object> kept = new LinkedHashMap<>();
		kept.put("_decision", this.decision);
		kept.put("_conditions", this.conditions);
		kept.put("_coiDeclared", this.coiDeclared ? "true" : null);
		kept.put("_returnTo", this.returnTo);
		kept.put("_attachments", this.attachments.isEmpty() ? null : this.attachments);
		kept.values().removeIf(java.util.Objects::isNull);
		return kept;
	}

	static Answer ofDraft(Map<String, Object> kept, String comment) {
		return new Answer(Typed.text(kept.get("_decision")), comment, Typed.text(kept.get("_conditions")),
				"true".equals(kept.get("_coiDeclared")), Typed.text(kept.get("_returnTo")),
				Typed.texts(kept.get("_attachments")));
	}

	Answer with(List<String> files) {
		return new Answer(this.decision, this.comment, this.conditions, this.coiDeclared, this.returnTo, files);
	}

}
