package org.gongjian.form;

import java.time.Instant;
import java.util.List;

import org.gongjian.casefile.Attachment;

/**
 * A form ready to be rendered, in the reader's language: templates only put it out.
 *
 * @param title its heading
 * @param help a paragraph below it, or {@code null}
 * @param problems what is wrong, for the summary
 * @param read what the step shows of the case
 * @param sections what is asked
 * @param decision the choice of the decision, or {@code null}
 * @param decisionFirst whether it stands before the sections, because fields depend on it
 * @param beside what else is asked with the decision
 * @param answers what was answered, for checking it before it is sent
 * @param hidden everything typed, for sending it again from the page of answers
 * @param token says that two submissions are one
 * @param draftVersion the draft this was made from, 0 for none
 * @param draftSavedAt when the draft was kept, or {@code null}
 * @param draftRestored whether the form was filled from a draft
 * @param draftConflict whether the draft was changed on another device
 * @param draftBy the account of somebody else who kept it last, or {@code null}
 */
public record FormView(String title, String help, List<Problem> problems, List<ValueView> read, List<Section> sections,
		FieldView decision, boolean decisionFirst, List<FieldView> beside, List<ValueView> answers, List<Pair> hidden,
		String token, int draftVersion, Instant draftSavedAt, boolean draftRestored, boolean draftConflict,
		String draftBy) {

	/** Whether anything is asked at all. */
	public boolean asks() {
		return this.decision != null || this.sections.stream().anyMatch((section) -> !section.fields().isEmpty());
	}

	/** Whether a file may be chosen somewhere. */
	public boolean takesFiles() {
		return true;
	}

	/**
	 * Something wrong.
	 *
	 * @param anchor the id of the control to go to
	 * @param message what is wrong
	 */
	public record Problem(String anchor, String message) {
	}

	/**
	 * A name and a value, as a browser sends them.
	 */
	public record Pair(String name, String value) {
	}

	/**
	 * Fields that belong together.
	 */
	public record Section(String title, String help, List<FieldView> fields) {
	}

	/**
	 * One control with everything around it.
	 *
	 * @param name what it is sent as
	 * @param id its id in the page
	 * @param label its label
	 * @param hint a hint, or {@code null}
	 * @param whenHint in which case it is asked, or {@code null} for always
	 * @param when the same for the script: names and values as JSON, or {@code null}
	 * @param widget which control: {@code text}, {@code prose}, {@code number},
	 * {@code date}, {@code datetime}, {@code checkbox}, {@code radios},
	 * {@code checkboxes}, {@code select}, {@code search}, {@code file}, {@code table} or
	 * {@code shown}
	 * @param required whether it must be filled in
	 * @param value what was typed
	 * @param choices what can be chosen
	 * @param rows the rows of a table
	 * @param full whether a table takes no more rows
	 * @param files the files there already
	 * @param more whether more files fit
	 * @param accept the kinds of file, as browsers want to know it
	 * @param query what was searched
	 * @param source where the script searches, or {@code null}
	 * @param dependsOn the name of the control the choices depend on, or {@code null}
	 * @param min the smallest value, or {@code null}
	 * @param max the greatest value, or {@code null}
	 * @param lines how many lines to offer
	 * @param error what is wrong, or {@code null}
	 * @param focus whether the page opens with this control
	 * @param shown the value of a field that is only shown
	 */
	public record FieldView(String name, String id, String label, String hint, String whenHint, String when,
			String widget, boolean required, String value, List<ChoiceView> choices, List<Row> rows, boolean full,
			List<Attachment> files, boolean more, String accept, String query, String source, String dependsOn,
			String min, String max, int lines, String error, boolean focus, ValueView shown) {

		/** The ids of what describes it, or {@code null}. */
		public String describedBy() {
			StringBuilder ids = new StringBuilder();
			if (this.whenHint != null) {
				ids.append(this.id).append("-when ");
			}
			if (this.hint != null) {
				ids.append(this.id).append("-hint ");
			}
			if (this.error != null) {
				ids.append(this.id).append("-error");
			}
			return ids.isEmpty() ? null : ids.toString().strip();
		}

		/** Whether it is a group of controls with a legend. */
		public boolean isGroup() {
			return "radios".equals(this.widget) || "checkboxes".equals(this.widget) || "search".equals(this.widget);
		}

		/** Whether nothing is chosen. */
		public boolean noneChosen() {
			return this.choices.stream().noneMatch(ChoiceView::chosen);
		}

	}

	/**
	 * Something that can be chosen.
	 *
	 * @param id the id of the control
	 */
	public record ChoiceView(String id, String value, String label, String detail, boolean chosen) {
	}

	/**
	 * A row of a table.
	 *
	 * @param name its path, {@code resourceList[2]}
	 * @param legend what it is called
	 */
	public record Row(String name, String id, String legend, List<FieldView> cells, String error) {
	}

}
