package org.gongjian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.gongjian.casefile.Attachment;
import org.gongjian.form.FormView.ChoiceView;
import org.gongjian.form.FormView.FieldView;
import org.gongjian.form.FormView.Pair;
import org.gongjian.form.FormView.Problem;
import org.gongjian.form.FormView.Row;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.gongjian.shared.Violation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Prepares forms for the templates. */
@Component
class FormViews {

	/** Up to so many things one chooses from a list, from more by search. */
	private static final int LIST = 20;

	private final Names.Lookup lookup;

	private final Directory directory;

	private final MessageSource messages;

	private final Clock clock;

	private final JsonMapper mapper = JsonMapper.builder().build();

	FormViews(Names.Lookup lookup, Directory directory, MessageSource messages, Clock clock) {
		this.lookup = lookup;
		this.directory = directory;
		this.messages = messages;
		this.clock = clock;
	}

	FormView of(FormSession session, Locale locale) {
		return new Page(session, locale).build();
	}

	List<FieldShape> shapes(FormContext context, Locale locale) {
		Conditions conditions = new Conditions(context, Typed.blank(context.form()), Answer.NONE);
		List<FieldShape> shapes = new ArrayList<>();
		for (Field field : context.form().fields()) {
			if (conditions.mayBeAsked(field)) {
				shapes.add(shape(field, locale));
			}
		}
		if (context.review()) {
			shapes.add(beside("coiDeclared", FieldType.BOOLEAN, true, locale));
		}
		if (context.asksConditions()) {
			shapes.add(beside("conditions", FieldType.LONG_TEXT, false, locale));
		}
		if (context.asksAttachments()) {
			shapes.add(beside("attachments", FieldType.FILE, false, locale));
		}
		return shapes;
	}

	private FieldShape beside(String name, FieldType type, boolean required, Locale locale) {
		return new FieldShape(name, say("form.beside." + name, locale), type.code(), required, false, List.of(),
				List.of(), null, null, null, null);
	}

	private static FieldShape shape(Field field, Locale locale) {
		return new FieldShape(field.name(), field.label().in(locale), field.type().code(),
				field.required() && field.when() == null, field.readOnly(),
				field.options()
					.stream()
					.map((option) -> new FieldShape.OptionShape(option.value(), option.label().in(locale)))
					.toList(),
				field.columns().stream().map((column) -> shape(column, locale)).toList(), field.min(), field.max(),
				field.pattern(), (field.help() == null) ? null : field.help().in(locale));
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, key, locale);
	}

	/** The work on one page. */
	private final class Page {

		private final FormSession session;

		private final FormContext context;

		private final Typed typed;

		private final Locale locale;

		private final Conditions conditions;

		private final Names names;

		private final Map<String, String> errors = new LinkedHashMap<>();

		private final Map<String, List<Choice>> asked = new HashMap<>();

		private final Map<String, String> anchors = new HashMap<>();

		Page(FormSession session, Locale locale) {
			this.session = session;
			this.context = session.context();
			this.typed = session.typed();
			this.locale = locale;
			this.conditions = new Conditions(this.context, this.typed, session.answer());
			Names.Wanted wanted = new Names.Wanted();
			for (Field field : this.context.form().fields()) {
				wanted.add(field, this.typed.get(field.name()));
				wanted.add(field, this.context.own().get(field.name()));
			}
			wanted.files(session.answer().attachments());
			read()
				.forEach((name) -> Labels.want(this.context.catalogue(), name, this.context.data().get(name), wanted));
			Filled filled = session.filledOrNull();
			if (filled != null) {
				this.context.form().fields().forEach((field) -> wanted.add(field, filled.changes().get(field.name())));
			}
			this.names = FormViews.this.lookup.find(wanted);
			for (Violation violation : session.violations()) {
				this.errors.putIfAbsent(violation.field(), say(violation));
			}
		}

		private List<String> read() {
			List<String> read = this.context.form().read();
			return read.contains("*") ? this.context.catalogue().names() : read;
		}

		private String say(Violation violation) {
			return FormViews.this.say(violation.code(), this.locale, violation.arguments().toArray());
		}

		FormView build() {
			FormDefinition form = this.context.form();
			List<FormView.Section> sections = new ArrayList<>();
			for (FormDefinition.Section section : form.sections()) {
				List<FieldView> fields = section.fields()
					.stream()
					.filter((field) -> field.when() == null || this.conditions.mayBeAsked(field))
					.map((field) -> field(field, field.name(), this.typed.get(field.name()), null, Map.of()))
					.toList();
				if (!fields.isEmpty()) {
					sections.add(new FormView.Section(words(section.title()), words(section.help()), fields));
				}
			}
			FieldView decision = decision();
			List<FieldView> beside = this.context.decisions().isEmpty() ? List.of() : beside();
			boolean first = form.fields()
				.stream()
				.anyMatch((field) -> field.when() != null && field.when().oneOf().containsKey(When.DECISION));
			List<ValueView> read = Labels.describe(this.context.catalogue(), read(), this.context.data(), this.locale,
					this.names);
			return new FormView(words(form.title()), words(form.help()), problems(), read, sections, decision, first,
					beside, answers(), hidden(), this.session.token(), this.session.draftVersion(),
					this.session.draftSavedAt(), this.session.draftRestored(), this.session.draftConflict());
		}

		private List<Problem> problems() {
			List<Problem> problems = new ArrayList<>();
			this.errors.forEach((path, message) -> problems
				.add(new Problem(this.anchors.getOrDefault(path, id(path.isEmpty() ? "form" : path)), message)));
			return problems;
		}

		private String words(Bilingual words) {
			return (words == null) ? null : words.in(this.locale);
		}

		// What is asked beside the fields.

		private FieldView decision() {
			if (this.context.decisions().size() < 2) {
				return null;
			}
			Control control = new Control("_decision", "radios");
			control.label = (this.context.form().decisionLabel() != null) ? words(this.context.form().decisionLabel())
					: FormViews.this.say("form.beside.decision", this.locale);
			control.required = true;
			control.value = this.session.answer().decision();
			this.context.decisions().forEach((offered) -> control.choice(offered.code(), words(offered.label()), null));
			return control.view(When.DECISION);
		}

		private List<FieldView> beside() {
			Answer answer = this.session.answer();
			List<FieldView> beside = new ArrayList<>();
			if (this.context.returnTo().size() > 1) {
				Control control = besideControl("returnTo", "radios");
				control.required = true;
				control.value = (answer.returnTo() == null) ? this.context.returnTo().get(0).value()
						: answer.returnTo();
				this.context.returnTo()
					.forEach((target) -> control.choice(target.value(), words(target.label()), null));
				control.when(new When(Map.of(When.DECISION, List.of(FormContext.RETURN))), null);
				beside.add(control.view("returnTo"));
			}
			Control comment = besideControl("comment", "prose");
			comment.value = answer.comment();
			comment.hint = commentHint();
			comment.lines = 3;
			beside.add(comment.view("comment"));
			if (this.context.asksConditions()) {
				Control conditions = besideControl("conditions", "prose");
				conditions.value = answer.conditions();
				conditions.hint = FormViews.this.say("form.beside.conditions.hint", this.locale);
				conditions.lines = 2;
				beside.add(conditions.view("conditions"));
			}
			if (this.context.asksAttachments()) {
				Control files = besideControl("attachments", "file");
				files(files, answer.attachments(), List.of(), 10);
				beside.add(files.view("attachments"));
			}
			if (this.context.review()) {
				Control declared = besideControl("coiDeclared", "checkbox");
				declared.required = true;
				declared.value = String.valueOf(answer.coiDeclared());
				beside.add(declared.view("coiDeclared"));
			}
			return beside;
		}

		private String commentHint() {
			String needed = this.context.decisions()
				.stream()
				.filter((offered) -> offered.commentRequired() || FormContext.RETURN.equals(offered.code()))
				.map((offered) -> words(offered.label()))
				.collect(Collectors.joining(FormViews.this.say("form.or", this.locale)));
			return needed.isEmpty() ? null : FormViews.this.say("form.beside.comment.hint", this.locale, needed);
		}

		private Control besideControl(String name, String widget) {
			Control control = new Control("_" + name, widget);
			control.label = FormViews.this.say("form.beside." + name, this.locale);
			return control;
		}

		// Fields.

		private FieldView field(Field field, String path, Object raw, String row, Map<?, ?> cells) {
			Control control = new Control(path, widget(field, row != null));
			control.label = words(field.label());
			control.required = field.required();
			control.hint = hint(field);
			control.when(field.when(), row);
			if (field.readOnly()) {
				Object kept = (row == null) ? this.context.own().get(field.name()) : raw;
				control.shown = Labels.view(field, kept, this.names, this.locale);
				control.required = true;
				return control.view(path);
			}
			control.value = Typed.text(raw);
			switch (field.type()) {
				case LONG_TEXT -> control.lines = (row != null) ? 2 : (field.maxLength() > 1000) ? 8 : 4;
				case DATE, DATETIME -> bounds(control, field);
				case BOOLEAN -> yesOrNo(control, field);
				case ENUM ->
					field.options().forEach((option) -> control.choice(option.value(), words(option.label()), null));
				case MULTI_ENUM -> field.options()
					.forEach((option) -> control.choice(option.value(), words(option.label()),
							Typed.texts(raw).contains(option.value())));
				case ORGANISATION, PERSON, REFERENCE -> choices(control, field, path, row, cells);
				case FILE -> files(control, Typed.texts(raw), field.accept(), field.maxFiles());
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

		private String hint(Field field) {
			List<String> hints = new ArrayList<>();
			if (field.help() != null) {
				hints.add(words(field.help()));
			}
			if (field.type().isText() && !field.readOnly()) {
				if (field.minLength() > 0) {
					hints
						.add(FormViews.this.say("form.hint.length", this.locale, field.minLength(), field.maxLength()));
				}
				else if (field.type() == FieldType.LONG_TEXT) {
					hints.add(FormViews.this.say("form.hint.max-length", this.locale, field.maxLength()));
				}
			}
			if (field.type().isNumber() && field.min() != null && field.max() != null) {
				hints.add(FormViews.this.say("form.hint.range", this.locale, field.min(), field.max()));
			}
			if (field.type() == FieldType.MONEY) {
				hints.add(FormViews.this.say("form.hint.money", this.locale));
			}
			if (field.type() == FieldType.FILE) {
				List<String> kinds = field.accept().isEmpty() ? List.of("pdf", "doc(x)", "xls(x)", "jpg", "png")
						: field.accept();
				hints.add(
						FormViews.this.say("form.hint.files", this.locale, String.join(", ", kinds), field.maxFiles()));
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
			String day = "today".equals(bound)
					? LocalDate.ofInstant(FormViews.this.clock.instant(), Time.OFFICE).toString() : bound;
			return day + end;
		}

		private void yesOrNo(Control control, Field field) {
			if ("on".equals(control.value)) {
				control.value = "true";
			}
			if ("radios".equals(control.widget)) {
				control.choice("true", FormViews.this.say("web.yes", this.locale), null);
				control.choice("false", FormViews.this.say("web.no", this.locale), null);
			}
		}

		private void files(Control control, List<String> ids, List<String> accept, int most) {
			for (String id : ids) {
				Attachment file = this.names.file(id);
				if (file != null && isOurs(file)) {
					control.files.add(file);
				}
			}
			control.more = control.files.size() < most;
			control.accept = (accept.isEmpty() ? List.of("pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png")
					: accept)
				.stream()
				.map((ending) -> ".".concat(ending))
				.collect(Collectors.joining(","));
			control.hint = (control.hint != null) ? control.hint
					: FormViews.this.say("form.hint.files", this.locale, "pdf, doc(x), xls(x), jpg, png", most);
		}

		private boolean isOurs(Attachment file) {
			return (file.caseNumber() == null) ? file.owner().equals(this.context.actor().username())
					: file.caseNumber().equals(this.context.caseNumber());
		}

		private void rows(Control control, Field table) {
			List<Map<String, Object>> rows = this.typed.rows(table.name());
			if (rows.isEmpty() && table.minRows() > 0) {
				rows = List.of(Typed.emptyRow(table));
			}
			for (int i = 0; i < rows.size(); i++) {
				Map<String, Object> cells = rows.get(i);
				String name = table.name() + "[" + i + "]";
				int index = i;
				List<FieldView> fields = table.columns()
					.stream()
					.map((column) -> field(column, Path.cell(table.name(), index, column.name()),
							cells.get(column.name()), name, cells))
					.toList();
				this.anchors.put(name, id(name));
				control.rows.add(
						new Row(name, id(name), FormViews.this.say("form.table.row", this.locale, control.label, i + 1),
								fields, this.errors.get(name)));
			}
			control.full = rows.size() >= table.maxRows();
		}

		// What is chosen by name.

		private void choices(Control control, Field field, String path, String row, Map<?, ?> cells) {
			String query = this.session.queries().getOrDefault(path, "");
			control.source = source(field);
			String organisation = null;
			if (field.type() == FieldType.PERSON && field.of() != null) {
				boolean inRow = row != null && cells.containsKey(field.of());
				Object value = inRow ? cells.get(field.of()) : current(field.of());
				organisation = Typed.text(value);
				control.dependsOn = inRow ? row + "." + field.of() : field.of();
				if (organisation == null || organisation.isBlank()) {
					control.waits = true;
				}
			}
			List<Choice> found = control.waits ? List.of() : ask(field, "", organisation, cells);
			if (found.size() > LIST) {
				control.widget = "search";
				control.query = query;
				found = query.isBlank() ? List.of() : ask(field, query, organisation, cells);
			}
			else if (field.type() == FieldType.PERSON && field.of() == null) {
				control.widget = "search";
				control.query = query;
				found = query.isBlank() ? List.of() : ask(field, query, null, cells);
			}
			boolean listed = false;
			for (Choice choice : found.subList(0, Math.min(found.size(), LIST))) {
				listed |= choice.id().equals(control.value);
				control.choice(choice.id(), choice.label().in(this.locale), null, words(choice.detail()));
			}
			if (!listed && control.value != null && !control.value.isBlank()) {
				keepChosen(control, field);
			}
		}

		/** The parameters with which the script searches. */
		private static String source(Field field) {
			return switch (field.type()) {
				case ORGANISATION -> "type=organisation&side=" + ((field.side() == null) ? "" : field.side());
				case PERSON -> "type=person";
				default -> "type=reference&kind=" + field.kind();
			};
		}

		/** What was chosen stays on the page even if the search does not find it. */
		private void keepChosen(Control control, Field field) {
			boolean known = switch (field.type()) {
				case ORGANISATION -> this.names.organisation(control.value) != null;
				case PERSON -> this.names.person(control.value) != null && !control.waits;
				default -> !control.value.equals(this.names.label(field, control.value).en());
			};
			if (known) {
				control.choices.add(0, new ChoiceView(control.id() + "-kept", control.value,
						this.names.label(field, control.value).in(this.locale), null, true));
			}
		}

		private Object current(String name) {
			boolean here = this.context.form().field(name).filter((field) -> !field.readOnly()).isPresent();
			return here ? this.typed.get(name) : this.context.known().get(name);
		}

		private List<Choice> ask(Field field, String query, String organisation, Map<?, ?> cells) {
			String q = (query.length() > 100) ? query.substring(0, 100) : query;
			return switch (field.type()) {
				case ORGANISATION -> this.asked.computeIfAbsent("o:" + field.side() + ":" + q,
						(key) -> FormViews.this.directory.organisations(q, field.side(), LIST + 1));
				case PERSON -> (organisation == null && q.isBlank()) ? List.of()
						: this.asked.computeIfAbsent("p:" + organisation + ":" + q,
								(key) -> FormViews.this.directory.people(q, organisation, LIST + 1));
				default -> {
					ReferenceSource source = FormViews.this.lookup.source(field.kind());
					Map<String, Object> data = new LinkedHashMap<>(this.context.known());
					data.putAll(this.typed.all());
					cells.forEach((name, value) -> data.put(String.valueOf(name), value));
					yield (source == null) ? List.of()
							: this.asked.computeIfAbsent("r:" + field.kind() + ":" + q + ":" + cells,
									(key) -> source.search(q, data, this.context.actor(), LIST + 1));
				}
			};
		}

		// The page of answers.

		private List<ValueView> answers() {
			Filled filled = this.session.filledOrNull();
			if (filled == null) {
				return List.of();
			}
			return this.context.form()
				.fields()
				.stream()
				.filter((field) -> !field.readOnly() && this.conditions.asks(field))
				.map((field) -> Labels.view(field, filled.changes().get(field.name()), this.names, this.locale))
				.toList();
		}

		private List<Pair> hidden() {
			List<Pair> pairs = new ArrayList<>();
			for (Field field : this.context.form().fields()) {
				if (field.readOnly()) {
					continue;
				}
				if (field.type() == FieldType.TABLE) {
					List<Map<String, Object>> rows = this.typed.rows(field.name());
					for (int i = 0; i < rows.size(); i++) {
						pairs.add(new Pair(field.name() + "[" + i + "]", ""));
						for (Field column : field.columns()) {
							pairs(pairs, Path.cell(field.name(), i, column.name()), rows.get(i).get(column.name()));
						}
					}
				}
				else {
					pairs(pairs, field.name(), this.typed.get(field.name()));
				}
			}
			pairs(pairs, "_comment", this.session.answer().comment());
			this.session.answer().kept().forEach((name, value) -> pairs(pairs, name, value));
			return pairs;
		}

		private static void pairs(List<Pair> pairs, String name, Object value) {
			if (value instanceof List<?>) {
				Typed.texts(value).forEach((item) -> pairs.add(new Pair(name, item)));
			}
			else if (Typed.text(value) != null) {
				pairs.add(new Pair(name, Typed.text(value)));
			}
		}

		private static String id(String path) {
			return "f-" + path.replace("[", "-").replace("].", "-").replace("]", "").replace("_", "");
		}

		/** A control while it is put together. */
		private final class Control {

			private final String name;

			private String widget;

			private String label;

			private String hint;

			private String whenHint;

			private String whenJson;

			private boolean required;

			private String value;

			private final List<ChoiceView> choices = new ArrayList<>();

			private final List<Row> rows = new ArrayList<>();

			private boolean full;

			private final List<Attachment> files = new ArrayList<>();

			private boolean more;

			private String accept;

			private String query;

			private String source;

			private String dependsOn;

			private boolean waits;

			private String min;

			private String max;

			private int lines = 1;

			private ValueView shown;

			Control(String name, String widget) {
				this.name = name;
				this.widget = widget;
			}

			String id() {
				return Page.id(this.name);
			}

			void choice(String choice, String text, Boolean chosen) {
				choice(choice, text, chosen, null);
			}

			void choice(String choice, String text, Boolean chosen, String detail) {
				boolean isChosen = (chosen != null) ? chosen : choice.equals(this.value);
				// the first control of a group bears the id errors point to
				String choiceId = this.choices.isEmpty() ? id() : id() + "-" + (this.choices.size() + 1);
				this.choices.add(new ChoiceView(choiceId, choice, text, detail, isChosen));
			}

			void when(When when, String row) {
				if (when == null) {
					return;
				}
				Map<String, List<String>> open = new LinkedHashMap<>();
				List<String> hints = new ArrayList<>();
				when.oneOf().forEach((name, values) -> {
					Field sibling = sibling(name, row);
					if (sibling == null && Page.this.conditions.isSettled(name)) {
						return;
					}
					boolean inRow = sibling != null && row != null;
					open.put(When.DECISION.equals(name) ? "_decision" : inRow ? row + "." + name : name, values);
					hints.add(FormViews.this.say("form.when", Page.this.locale, labelOf(name, sibling),
							values.stream()
								.map((value) -> labelOf(name, sibling, value))
								.collect(Collectors.joining(FormViews.this.say("form.or", Page.this.locale)))));
				});
				if (!open.isEmpty()) {
					this.whenHint = String.join(" ", hints);
					this.whenJson = FormViews.this.mapper.writeValueAsString(open);
				}
			}

			private Field sibling(String field, String row) {
				FormDefinition form = Page.this.context.form();
				if (row != null) {
					Field table = form.field(row.substring(0, row.indexOf('['))).orElseThrow();
					if (table.column(field).isPresent()) {
						return table.column(field).get();
					}
					return null;
				}
				return form.field(field).filter((other) -> !other.readOnly()).orElse(null);
			}

			private String labelOf(String field, Field sibling) {
				if (When.DECISION.equals(field)) {
					Bilingual own = Page.this.context.form().decisionLabel();
					return (own != null) ? words(own) : FormViews.this.say("form.beside.decision", Page.this.locale);
				}
				Field other = (sibling != null) ? sibling : Page.this.context.form().field(field).orElse(null);
				return (other == null) ? field : words(other.label());
			}

			private String labelOf(String field, Field sibling, String value) {
				if (When.DECISION.equals(field)) {
					return Page.this.context.decisions()
						.stream()
						.filter((offered) -> offered.code().equals(value))
						.map((offered) -> words(offered.label()))
						.findFirst()
						.orElse(value);
				}
				Field other = (sibling != null) ? sibling : Page.this.context.form().field(field).orElse(null);
				if (other != null && other.type() == FieldType.BOOLEAN) {
					return FormViews.this.say("true".equals(value) ? "web.yes" : "web.no", Page.this.locale);
				}
				return (other == null) ? value
						: other.option(value).map((option) -> words(option.label())).orElse(value);
			}

			FieldView view(String path) {
				String anchor = id();
				if ("file".equals(this.widget) && !this.more) {
					anchor = id() + "-group";
				}
				else if ("table".equals(this.widget)) {
					anchor = id();
				}
				Page.this.anchors.put(path, anchor);
				String error = Page.this.errors.get(path);
				String focus = Page.this.session.focus();
				boolean focused = focus != null && (focus.equals(path) || focus.equals(this.name));
				String note = this.waits ? FormViews.this.say("form.choose-first", Page.this.locale,
						labelOf(this.dependsOn.substring(this.dependsOn.lastIndexOf('.') + 1), null)) : null;
				return new FieldView(this.name, id(), this.label,
						(note == null) ? this.hint : (this.hint == null) ? note : this.hint + " " + note, this.whenHint,
						this.whenJson, this.widget, this.required, this.value, this.choices, this.rows, this.full,
						this.files, this.more, this.accept, this.query, this.source, this.dependsOn, this.min, this.max,
						this.lines, error, focused, this.shown);
			}

		}

	}

}
