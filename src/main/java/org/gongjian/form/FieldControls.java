package org.gongjian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.gongjian.form.FormView.FieldView;
import org.gongjian.form.FormView.Row;

/** The controls of a form's fields. */
final class FieldControls {

	private final FormSheet sheet;

	private final ChoiceFinder choices;

	private final FileControls files;

	FieldControls(FormSheet sheet, ChoiceFinder choices, FileControls files) {
		this.sheet = sheet;
		this.choices = choices;
		this.files = files;
	}

	FieldView field(Field field, String path, Object raw, String row, Map<?, ?> cells) {
		Control control = new Control(this.sheet, path, widget(field, row != null));
		control.label = this.sheet.words(field.label());
		control.required = field.required();
		control.hint = hint(field);
		control.when(field.when(), row);
		if (field.readOnly()) {
			Object kept = (row == null) ? this.sheet.context.own().get(field.name()) : raw;
			control.shown = Labels.view(field, kept, this.sheet.names, this.sheet.locale);
			control.required = true;
			return control.view(path);
		}
		control.value = Typed.text(raw);
		switch (field.type()) {
			case LONG_TEXT -> control.lines = (row != null) ? 2 : (field.maxLength() > 1000) ? 8 : 4;
			case DATE, DATETIME -> bounds(control, field);
			case BOOLEAN -> yesOrNo(control, field);
			case ENUM -> field.options()
				.forEach((option) -> control.choice(option.value(), this.sheet.words(option.label()), null));
			case MULTI_ENUM -> field.options()
				.forEach((option) -> control.choice(option.value(), this.sheet.words(option.label()),
						Typed.texts(raw).contains(option.value())));
			case ORGANISATION, PERSON, REFERENCE -> this.choices.fill(control, field, path, row, cells);
			case FILE -> this.files.fill(control, Typed.texts(raw), field.accept(), field.maxFiles());
			case TABLE -> rows(control, field);
			default -> {
			}
		}
		return control.view(path);
	}

	private String widget(Field field, boolean cell) {
		if (field.readOnly()) {
			return "shown";
		}
		return switch (field.type()) {
			case TEXT -> "text";
			case LONG_TEXT -> "prose";
			case INTEGER -> "integer";
			case DECIMAL, MONEY -> "number";
			case BOOLEAN -> (field.required() && !field.mustBeTrue() && !cell) ? "radios" : "checkbox";
			case DATE -> "date";
			case DATETIME -> "datetime";
			case ENUM -> (cell || field.options().size() > 5) ? "select" : "radios";
			case MULTI_ENUM -> "checkboxes";
			case ORGANISATION, PERSON, REFERENCE -> "select";
			case FILE -> "file";
			case TABLE -> "table";
		};
	}

	private String limit(Field field, String limit) {
		return Field.YEAR.equals(field.kind()) ? limit : Written.number(limit, 0, this.sheet.locale, "");
	}

	private String hint(Field field) {
		List<String> hints = new ArrayList<>();
		if (field.help() != null) {
			hints.add(this.sheet.words(field.help()));
		}
		if (field.type().isText() && !field.readOnly()) {
			if (field.minLength() > 0) {
				hints.add(this.sheet.say("form.hint.length", field.minLength(), field.maxLength()));
			}
			else if (field.type() == FieldType.LONG_TEXT) {
				hints.add(this.sheet.say("form.hint.max-length", field.maxLength()));
			}
		}
		if (field.type().isNumber() && field.min() != null && field.max() != null) {
			hints.add(this.sheet.say("form.hint.range", limit(field, field.min()), limit(field, field.max())));
		}
		if (field.type() == FieldType.MONEY) {
			hints.add(this.sheet.say("form.hint.money"));
		}
		if (field.type() == FieldType.FILE) {
			hints.add(this.files.hint(field.accept(), field.maxFiles()));
		}
		return hints.isEmpty() ? null : String.join(" ", hints);
	}

	private void bounds(Control control, Field field) {
		String end = (field.type() == FieldType.DATETIME) ? "T00:00" : "";
		control.min = bound(field.min(), end);
		control.max = bound(field.max(), end.isEmpty() ? "" : "T23:59");
		if (field.type() == FieldType.DATETIME && control.value != null && control.value.length() > 16) {
			control.value = control.value.substring(0, 16);
		}
	}

	private String bound(String bound, String end) {
		if (bound == null) {
			return null;
		}
		String day = "today".equals(bound) ? this.sheet.today.toString() : bound;
		return day + end;
	}

	private void yesOrNo(Control control, Field field) {
		if ("on".equals(control.value)) {
			control.value = "true";
		}
		if ("radios".equals(control.widget)) {
			control.choice("true", this.sheet.say("web.yes"), null);
			control.choice("false", this.sheet.say("web.no"), null);
		}
	}

	private void rows(Control control, Field table) {
		List<Map<String, Object>> rows = this.sheet.typed.rows(table.name());
		if (rows.isEmpty() && table.minRows() > 0) {
			rows = List.of(Typed.emptyRow(table));
		}
		for (int i = 0; i < rows.size(); i++) {
			Map<String, Object> cells = rows.get(i);
			String name = table.name() + "[" + i + "]";
			int index = i;
			List<FieldView> fields = table.columns()
				.stream()
				.map((column) -> field(column, Path.cell(table.name(), index, column.name()), cells.get(column.name()),
						name, cells))
				.toList();
			this.sheet.anchors.put(name, FormSheet.id(name));
			control.rows.add(new Row(name, FormSheet.id(name), this.sheet.say("form.table.row", control.label, i + 1),
					fields, this.sheet.errors.get(name)));
		}
		control.full = rows.size() >= table.maxRows();
	}

}
