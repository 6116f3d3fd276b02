package org.gongjian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.gongjian.shared.Time;
import org.gongjian.shared.Written;

/**
 * One check of one form: turns what was typed into what the case keeps, and collects what
 * is wrong.
 */
final class Checking {

	private final FormContext context;

	private final Typed typed;

	private final Answer answer;

	private final Violations out;

	private final Map<String, Object> values = new LinkedHashMap<>();

	/** Whether empty fields are accepted: a case that goes back need not be complete. */
	private final boolean incomplete;

	private final TextCheck texts;

	private final NumberCheck numbers;

	private final DayCheck days;

	private final ChoiceCheck choices;

	private final KnownCheck known;

	private final FileCheck files;

	private final DecisionCheck decisions;

	Checking(FormContext context, Typed typed, Answer answer, Names names, Function<String, ReferenceSource> sources,
			Clock clock) {
		this.context = context;
		this.typed = typed;
		this.answer = answer;
		this.out = new Violations(context.form());
		this.incomplete = FormContext.RETURN.equals(answer.decision());
		this.texts = new TextCheck(this.out);
		this.numbers = new NumberCheck(this.texts, this.out);
		this.days = new DayCheck(this.texts, LocalDate.ofInstant(clock.instant(), Time.OFFICE), this.out);
		this.choices = new ChoiceCheck(this.texts, this.out, this.incomplete);
		this.known = new KnownCheck(context, typed, this.values, names, sources, this.texts, this.out);
		this.files = new FileCheck(context, names, this.choices, this.out);
		this.decisions = new DecisionCheck(context, answer, this.texts, this.out);
	}

	Violations violations() {
		return this.out;
	}

	Filled run() {
		String decision = this.decisions.decision();
		if (!this.context.leavesForm(decision)) {
			fields();
		}
		return new Filled(this.context, this.values, decision, this.decisions.comment(decision),
				this.decisions.conditions(), this.answer.coiDeclared(), this.decisions.returnTo(decision),
				attachments());
	}

	private void fields() {
		Conditions conditions = new Conditions(this.context, this.typed, this.answer);
		for (Field field : this.context.form().fields()) {
			if (!field.readOnly() && conditions.mayBeAsked(field)) {
				this.values.put(field.name(), conditions.asks(field) ? field(field, conditions) : null);
			}
		}
	}

	private Object field(Field field, Conditions conditions) {
		return (field.type() == FieldType.TABLE) ? table(field, conditions)
				: value(field, field.name(), this.typed.get(field.name()), Map.of());
	}

	private List<String> attachments() {
		return this.context.asksAttachments()
				? this.files.files("attachments", this.answer.attachments(), List.of(), 10) : List.of();
	}

	private List<Map<String, Object>> table(Field table, Conditions conditions) {
		Object raw = this.typed.get(table.name());
		if (raw != null && !(raw instanceof List<?>)) {
			this.out.add(table.name(), "form.violation.type");
			return null;
		}
		List<?> typedRows = (raw instanceof List<?> list) ? list : List.of();
		if (typedRows.size() > table.maxRows()) {
			this.out.add(table.name(), "form.violation.max-rows", table.maxRows());
			return null;
		}
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < typedRows.size(); i++) {
			if (!(typedRows.get(i) instanceof Map<?, ?> cells)) {
				this.out.add(table.name() + "[" + i + "]", "form.violation.type");
				continue;
			}
			if (!isEmpty(table, cells)) {
				rows.add(row(table, i, cells, conditions));
			}
		}
		if (rows.size() < table.minRows() && !this.incomplete) {
			this.out.add(table.name(), "form.violation.min-rows", table.minRows());
		}
		return rows.isEmpty() ? null : rows;
	}

	private Map<String, Object> row(Field table, int index, Map<?, ?> cells, Conditions conditions) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (Field column : table.columns()) {
			if (column.readOnly() || !conditions.asks(column, cells)) {
				continue;
			}
			Object value = value(column, Path.cell(table.name(), index, column.name()), cells.get(column.name()), row);
			if (value != null) {
				row.put(column.name(), value);
			}
		}
		return row;
	}

	/** Whether nothing was entered: defaults and unticked boxes are nothing. */
	static boolean isEmpty(Field table, Map<?, ?> cells) {
		for (Field column : table.columns()) {
			Object cell = cells.get(column.name());
			boolean blank = cell == null || (cell instanceof String text && Written.text(text).empty())
					|| (cell instanceof List<?> list && list.isEmpty());
			boolean initial = cell != null && column.initial() != null
					&& String.valueOf(cell).equals(String.valueOf(column.initial()));
			boolean unticked = column.type() == FieldType.BOOLEAN && "false".equals(String.valueOf(cell));
			if (!blank && !initial && !unticked) {
				return false;
			}
		}
		return true;
	}

	private Object value(Field field, String path, Object raw, Map<String, Object> row) {
		int before = this.out.list().size();
		Object value = switch (field.type()) {
			case TEXT -> this.texts.text(field, path, raw, false);
			case LONG_TEXT -> this.texts.text(field, path, raw, true);
			case INTEGER -> this.numbers.integer(field, path, raw);
			case DECIMAL -> this.numbers.decimal(field, path, raw);
			case MONEY -> this.numbers.money(field, path, raw);
			case BOOLEAN -> this.choices.flag(field, path, raw);
			case DATE -> this.days.date(field, path, raw);
			case DATETIME -> this.days.moment(field, path, raw);
			case ENUM -> this.choices.option(field, path, raw);
			case MULTI_ENUM -> this.choices.options(field, path, raw);
			case ORGANISATION -> this.known.organisation(field, path, raw);
			case PERSON -> this.known.person(field, path, raw, row);
			case REFERENCE -> this.known.reference(field, path, raw, row);
			case FILE -> fileField(field, path, raw);
			case TABLE -> null;
		};
		if (value == null && field.required() && !this.incomplete && this.out.list().size() == before) {
			this.out.add(path, missing(field));
		}
		return value;
	}

	private static String missing(Field field) {
		return switch (field.type()) {
			case BOOLEAN, ENUM, MULTI_ENUM, ORGANISATION, PERSON, REFERENCE -> "form.violation.choose";
			case FILE -> "form.violation.file";
			default -> "form.violation.required";
		};
	}

	private List<String> fileField(Field field, String path, Object raw) {
		List<String> files = this.files.files(path, raw, field.accept(), field.maxFiles());
		return files.isEmpty() ? null : files;
	}

}
