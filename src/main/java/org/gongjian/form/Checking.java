package org.gongjian.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.gongjian.casefile.Attachment;
import org.gongjian.shared.Time;

/**
 * One check of one form: turns what was typed into what the case keeps, and collects what
 * is wrong.
 */
final class Checking {

	private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,15}");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

	private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");

	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	private final FormContext context;

	private final Typed typed;

	private final Answer answer;

	private final Names names;

	private final Function<String, ReferenceSource> sources;

	private final LocalDate today;

	private final Violations out;

	private final Map<String, Object> values = new LinkedHashMap<>();

	/** Whether empty fields are accepted: a case that goes back need not be complete. */
	private final boolean incomplete;

	Checking(FormContext context, Typed typed, Answer answer, Names names, Function<String, ReferenceSource> sources,
			Clock clock) {
		this.context = context;
		this.typed = typed;
		this.answer = answer;
		this.names = names;
		this.sources = sources;
		this.today = LocalDate.ofInstant(clock.instant(), Time.OFFICE);
		this.out = new Violations(context.form());
		this.incomplete = FormContext.RETURN.equals(answer.decision());
	}

	Violations violations() {
		return this.out;
	}

	Filled run() {
		String decision = decision();
		if (this.context.leavesForm(decision)) {
			return new Filled(this.context, Map.of(), decision, comment(decision), conditions(),
					this.answer.coiDeclared(), returnTo(decision), attachments());
		}
		Conditions conditions = new Conditions(this.context, this.typed, this.answer);
		for (Field field : this.context.form().fields()) {
			if (field.readOnly()) {
				continue;
			}
			Object value = null;
			if (conditions.asks(field)) {
				value = (field.type() == FieldType.TABLE) ? table(field, conditions)
						: value(field, field.name(), this.typed.get(field.name()), Map.of());
			}
			this.values.put(field.name(), value);
		}
		return new Filled(this.context, this.values, decision, comment(decision), conditions(),
				this.answer.coiDeclared(), returnTo(decision), attachments());
	}

	// The decision block.

	private String decision() {
		String decision = this.context.taken(this.answer.decision());
		if (this.context.decisions().isEmpty()) {
			return decision;
		}
		if (decision == null || decision.isBlank()) {
			this.out.add(When.DECISION, "form.violation.choose");
			return null;
		}
		if (this.context.decisions().stream().noneMatch((offered) -> offered.code().equals(decision))) {
			this.out.add(When.DECISION, "form.violation.option");
			return null;
		}
		if (this.context.review() && !this.answer.coiDeclared()) {
			this.out.add("coiDeclared", "form.violation.coi");
		}
		return decision;
	}

	private String comment(String decision) {
		boolean required = this.context.decisions()
			.stream()
			.anyMatch((offered) -> offered.code().equals(decision) && offered.commentRequired())
				|| FormContext.RETURN.equals(decision);
		String comment = text("comment", this.answer.comment(), 1000, true);
		if (comment == null && required && !this.out.has("comment")) {
			this.out.add("comment", "form.violation.comment");
		}
		else if (comment != null && required && Texts.length(comment) < 5) {
			this.out.add("comment", "form.violation.min-length", 5, Texts.length(comment));
		}
		return comment;
	}

	private String conditions() {
		return this.context.asksConditions() ? text("conditions", this.answer.conditions(), 500, true) : null;
	}

	private String returnTo(String decision) {
		if (!FormContext.RETURN.equals(decision)) {
			return null;
		}
		List<Option> targets = this.context.returnTo();
		String target = this.answer.returnTo();
		if (target == null || target.isBlank()) {
			return targets.isEmpty() ? null : targets.get(0).value();
		}
		if (targets.stream().noneMatch((option) -> option.value().equals(target))) {
			this.out.add("returnTo", "form.violation.option");
			return null;
		}
		return target;
	}

	private List<String> attachments() {
		return this.context.asksAttachments() ? files("attachments", this.answer.attachments(), List.of(), 10)
				: List.of();
	}

	// Fields.

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
			boolean blank = cell == null || (cell instanceof String text && Texts.tidy(text).isEmpty())
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
			case TEXT -> text(field, path, raw, false);
			case LONG_TEXT -> text(field, path, raw, true);
			case INTEGER -> integer(field, path, raw);
			case DECIMAL -> number(field, path, raw, NUMBER, 6, "form.violation.number");
			case MONEY -> number(field, path, raw, MONEY, 2, "form.violation.money");
			case BOOLEAN -> flag(field, path, raw);
			case DATE -> date(field, path, raw);
			case DATETIME -> moment(field, path, raw);
			case ENUM -> option(field, path, raw);
			case MULTI_ENUM -> options(field, path, raw);
			case ORGANISATION -> organisation(field, path, raw);
			case PERSON -> person(field, path, raw, row);
			case REFERENCE -> reference(field, path, raw, row);
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

	/** The scalar that was typed as trimmed text, or {@code null} if there is none. */
	private String scalar(String path, Object raw) {
		if (raw == null) {
			return null;
		}
		if (!(raw instanceof String text)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		if (text.length() > 1000) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		String tidy = Texts.tidy(text);
		return tidy.isEmpty() ? null : tidy;
	}

	private String text(String path, Object raw, int max, boolean lines) {
		if (raw == null) {
			return null;
		}
		if (!(raw instanceof String text)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		if (text.length() > 4 * max + 1000) {
			this.out.add(path, "form.violation.max-length", max, text.length());
			return null;
		}
		String tidy = Texts.tidy(text);
		if (tidy.isEmpty()) {
			if (!Texts.isClean(text.replace("\r", ""), true)) {
				this.out.add(path, "form.violation.characters");
			}
			return null;
		}
		if (!Texts.isClean(tidy, lines)) {
			this.out.add(path, "form.violation.characters");
			return null;
		}
		if (Texts.length(tidy) > max) {
			this.out.add(path, "form.violation.max-length", max, Texts.length(tidy));
			return null;
		}
		return tidy;
	}

	private String text(Field field, String path, Object raw, boolean lines) {
		String text = text(path, raw, field.maxLength(), lines);
		if (text == null) {
			return null;
		}
		if (Texts.length(text) < field.minLength()) {
			this.out.add(path, "form.violation.min-length", field.minLength(), Texts.length(text));
			return null;
		}
		if (field.pattern() != null && !Texts.matches(field.pattern(), text)) {
			this.out.add(path, "form.violation.pattern");
			return null;
		}
		return text;
	}

	private Long integer(Field field, String path, Object raw) {
		BigDecimal number = number(field, path, raw, INTEGER, 0, "form.violation.integer");
		return (number == null) ? null : number.longValueExact();
	}

	private BigDecimal number(Field field, String path, Object raw, Pattern format, int scale, String code) {
		String text = (raw instanceof Number number) ? written(number) : scalar(path, raw);
		if (text == null) {
			return null;
		}
		if (!format.matcher(text).matches()) {
			this.out.add(path, code);
			return null;
		}
		BigDecimal number = new BigDecimal(text);
		if (field.type() == FieldType.MONEY) {
			number = number.setScale(scale);
		}
		BigDecimal min = (field.min() != null) ? new BigDecimal(field.min())
				: (field.type() == FieldType.MONEY) ? BigDecimal.ZERO : null;
		if (min != null && number.compareTo(min) < 0) {
			this.out.add(path, "form.violation.min", min.toPlainString());
			return null;
		}
		if (field.max() != null && number.compareTo(new BigDecimal(field.max())) > 0) {
			this.out.add(path, "form.violation.max", field.max());
			return null;
		}
		return number;
	}

	/** A number of a program, written out; never longer than any we accept. */
	private static String written(Number number) {
		if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
			return number.toString();
		}
		BigDecimal exact;
		if (number instanceof Double || number instanceof Float) {
			double value = number.doubleValue();
			if (!Double.isFinite(value)) {
				return "?";
			}
			exact = BigDecimal.valueOf(value);
		}
		else if (number instanceof BigInteger integer) {
			exact = new BigDecimal(integer);
		}
		else if (number instanceof BigDecimal decimal) {
			exact = decimal;
		}
		else {
			return "?";
		}
		if (exact.signum() == 0) {
			return "0";
		}
		if (exact.precision() > 40 || Math.abs((long) exact.scale()) > 40) {
			return "?";
		}
		BigDecimal shortest = exact.stripTrailingZeros();
		return shortest.toPlainString();
	}

	private Boolean flag(Field field, String path, Object raw) {
		Boolean flag = null;
		if (raw instanceof Boolean bool) {
			flag = bool;
		}
		else {
			String text = scalar(path, raw);
			if (text != null) {
				flag = switch (text) {
					case "true", "on" -> true;
					case "false" -> false;
					default -> null;
				};
				if (flag == null) {
					this.out.add(path, "form.violation.type");
					return null;
				}
			}
			else if (raw instanceof String || (raw == null && !field.required())) {
				flag = field.required() ? null : false;
			}
		}
		if (field.mustBeTrue() && !Boolean.TRUE.equals(flag)) {
			if (!this.incomplete && !this.out.has(path)) {
				this.out.add(path, "form.violation.must-be-true");
			}
			return null;
		}
		return flag;
	}

	private String date(Field field, String path, Object raw) {
		String text = scalar(path, raw);
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			return inside(field, path, date) ? date.toString() : null;
		}
		catch (DateTimeException ex) {
			this.out.add(path, "form.violation.date");
			return null;
		}
	}

	private String moment(Field field, String path, Object raw) {
		String text = scalar(path, raw);
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime moment = (text.length() <= 19)
					? LocalDateTime.parse(text).atZone(Time.OFFICE).toOffsetDateTime()
					: OffsetDateTime.parse(text).atZoneSameInstant(Time.OFFICE).toOffsetDateTime();
			return inside(field, path, moment.toLocalDate()) ? MOMENT.format(moment) : null;
		}
		catch (DateTimeException ex) {
			this.out.add(path, "form.violation.datetime");
			return null;
		}
	}

	private boolean inside(Field field, String path, LocalDate date) {
		LocalDate min = bound(field.min(), FIRST_DAY);
		LocalDate max = bound(field.max(), LAST_DAY);
		if (date.isBefore(min)) {
			this.out.add(path, "today".equals(field.min()) ? "form.violation.not-past" : "form.violation.min-date",
					min.toString());
			return false;
		}
		if (date.isAfter(max)) {
			this.out.add(path, "today".equals(field.max()) ? "form.violation.not-future" : "form.violation.max-date",
					max.toString());
			return false;
		}
		return true;
	}

	private LocalDate bound(String bound, LocalDate otherwise) {
		if (bound == null) {
			return otherwise;
		}
		return "today".equals(bound) ? this.today : LocalDate.parse(bound);
	}

	private String option(Field field, String path, Object raw) {
		String value = scalar(path, raw);
		if (value != null && field.option(value).isEmpty()) {
			this.out.add(path, "form.violation.option");
			return null;
		}
		return value;
	}

	private List<String> options(Field field, String path, Object raw) {
		Set<String> chosen = several(path, raw);
		if (chosen == null || chosen.isEmpty()) {
			return null;
		}
		if (chosen.stream().anyMatch((value) -> field.option(value).isEmpty())) {
			this.out.add(path, "form.violation.option");
			return null;
		}
		return field.options().stream().map(Option::value).filter(chosen::contains).toList();
	}

	private Set<String> several(String path, Object raw) {
		if (raw == null) {
			return Set.of();
		}
		if (raw instanceof String one) {
			return one.isBlank() ? Set.of() : Set.of(one);
		}
		if (!(raw instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
			this.out.add(path, "form.violation.type");
			return null;
		}
		return new LinkedHashSet<>(Typed.texts(list));
	}

	private String organisation(Field field, String path, Object raw) {
		String code = scalar(path, raw);
		if (code == null) {
			return null;
		}
		Directory.Known known = this.names.organisation(code);
		if (known == null || (field.side() != null && !field.side().equals(known.group()))) {
			this.out.add(path, "form.violation.organisation");
			return null;
		}
		if (!known.active() && !code.equals(this.context.own().get(field.name()))) {
			this.out.add(path, "form.violation.inactive");
			return null;
		}
		return known.choice().id();
	}

	private String person(Field field, String path, Object raw, Map<String, Object> row) {
		String id = scalar(path, raw);
		if (id == null) {
			return null;
		}
		Directory.Known known = this.names.person(id);
		String organisation = (field.of() == null) ? null : Typed.text(sibling(field.of(), row));
		if (known == null || (field.of() != null && !java.util.Objects.equals(organisation, known.group()))) {
			this.out.add(path,
					(known != null && organisation != null) ? "form.violation.person-of" : "form.violation.person");
			return null;
		}
		if (!known.active() && !id.equals(this.context.own().get(field.name()))) {
			this.out.add(path, "form.violation.inactive");
			return null;
		}
		return known.choice().id();
	}

	/** A value this one depends on: of the same row, of the form, or of the case. */
	private Object sibling(String name, Map<String, Object> row) {
		if (row.containsKey(name)) {
			return row.get(name);
		}
		return this.values.containsKey(name) ? this.values.get(name) : ahead(name);
	}

	/** A field that stands further down the form, or only in the case. */
	private Object ahead(String name) {
		boolean typedHere = this.context.form().field(name).filter((field) -> !field.readOnly()).isPresent();
		return typedHere ? this.typed.get(name) : this.context.known().get(name);
	}

	private String reference(Field field, String path, Object raw, Map<String, Object> row) {
		String id = scalar(path, raw);
		if (id == null) {
			return null;
		}
		Map<String, Object> data = new LinkedHashMap<>(this.context.known());
		data.putAll(this.typed.all());
		data.putAll(this.values);
		data.putAll(row);
		ReferenceSource source = this.sources.apply(field.kind());
		if (source == null || id.length() > 200 || !source.mayChoose(id, data, this.context.actor())) {
			this.out.add(path, "form.violation.reference");
			return null;
		}
		return id;
	}

	private List<String> fileField(Field field, String path, Object raw) {
		List<String> files = files(path, raw, field.accept(), field.maxFiles());
		return files.isEmpty() ? null : files;
	}

	private List<String> files(String path, Object raw, List<String> accept, int most) {
		Set<String> ids = several(path, raw);
		if (ids == null || ids.isEmpty()) {
			return List.of();
		}
		if (ids.size() > most) {
			this.out.add(path, "form.violation.max-files", most);
			return List.of();
		}
		for (String id : ids) {
			Attachment attachment = this.names.file(id);
			boolean mine = attachment != null && (attachment.caseNumber() == null)
					&& attachment.owner().equals(this.context.actor().username());
			boolean ofTheCase = attachment != null && attachment.caseNumber() != null
					&& attachment.caseNumber().equals(this.context.caseNumber());
			if (!mine && !ofTheCase) {
				this.out.add(path, "form.violation.file-unknown");
				return List.of();
			}
			if (!accept.isEmpty() && !accept.contains(attachment.extension())) {
				this.out.add(path, "form.violation.file-kind", attachment.name(), String.join(", ", accept));
				return List.of();
			}
		}
		return List.copyOf(ids);
	}

	static boolean isUuid(String id) {
		try {
			return id.length() == 36 && UUID.fromString(id).toString().equalsIgnoreCase(id);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
