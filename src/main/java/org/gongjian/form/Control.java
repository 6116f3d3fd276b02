package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;

import org.gongjian.casefile.Attachment;
import org.gongjian.form.FormView.ChoiceView;
import org.gongjian.form.FormView.FieldView;
import org.gongjian.form.FormView.Row;

/** A control while it is put together. */
final class Control {

	String label;

	String hint;

	boolean required;

	String value;

	final List<ChoiceView> choices = new ArrayList<>();

	final List<Row> rows = new ArrayList<>();

	boolean full;

	final List<Attachment> files = new ArrayList<>();

	boolean more;

	String accept;

	String query;

	String source;

	String dependsOn;

	/** Whether something else must be chosen first. */
	boolean waits;

	String min;

	String max;

	int lines = 1;

	ValueView shown;

	String widget;

	private final FormSheet sheet;

	private final String name;

	private WhenWords when = WhenWords.ALWAYS;

	Control(FormSheet sheet, String name, String widget) {
		this.sheet = sheet;
		this.name = name;
		this.widget = widget;
	}

	String id() {
		return FormSheet.id(this.name);
	}

	void choice(String choice, String text, Boolean chosen) {
		choice(choice, text, chosen, null);
	}

	/**
	 * Adds something to choose.
	 * @param chosen whether it is, or {@code null} if the value says so
	 */
	void choice(String choice, String text, Boolean chosen, String detail) {
		boolean isChosen = (chosen != null) ? chosen : choice.equals(this.value);
		// the first control of a group bears the id errors point to
		String choiceId = this.choices.isEmpty() ? id() : id() + "-" + (this.choices.size() + 1);
		this.choices.add(new ChoiceView(choiceId, choice, text, detail, isChosen));
	}

	/** Says when it is asked; {@code null} for always. */
	void when(When when, String row) {
		this.when = WhenWords.of(this.sheet, when, row);
	}

	/** The control as the templates want it; the summary of errors leads to it. */
	FieldView view(String path) {
		boolean isGroup = "file".equals(this.widget) && !this.more;
		this.sheet.anchors.put(path, isGroup ? id() + "-group" : id());
		String focus = this.sheet.session.focus();
		boolean focused = focus != null && (focus.equals(path) || focus.equals(this.name));
		return new FieldView(this.name, id(), this.label, hintWithNote(), this.when.hint(), this.when.json(),
				this.widget, this.required, this.value, this.choices, this.rows, this.full, this.files, this.more,
				this.accept, this.query, this.source, this.dependsOn, this.min, this.max, this.lines,
				this.sheet.errors.get(path), focused, this.shown);
	}

	private String hintWithNote() {
		if (!this.waits) {
			return this.hint;
		}
		Field other = this.sheet.context.form()
			.field(this.dependsOn.substring(this.dependsOn.lastIndexOf('.') + 1))
			.orElse(null);
		String note = this.sheet.say("form.choose-first",
				(other == null) ? this.dependsOn : this.sheet.words(other.label()));
		return (this.hint == null) ? note : this.hint + " " + note;
	}

}
