package org.gongjian.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.SortKeys;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Time;
import org.springframework.stereotype.Component;

/**
 * Says the data of a case in words: names instead of codes, labels instead of values.
 */
@Component
public class Labels {

	private static final Bilingual YES = new Bilingual("Yes", "是");

	private static final Bilingual NO = new Bilingual("No", "否");

	private final Names.Lookup lookup;

	Labels(Names.Lookup lookup) {
		this.lookup = lookup;
	}

	/**
	 * Fields of a case, ready to be shown; fields without a value are left out.
	 * @param names the fields in order; {@code *} for all
	 */
	public List<ValueView> describe(Catalogue catalogue, List<String> names, Map<String, Object> data, Locale locale) {
		List<String> wantedNames = names.contains("*") ? catalogue.names() : names;
		Names.Wanted wanted = new Names.Wanted();
		wantedNames.forEach((name) -> want(catalogue, name, data.get(name), wanted));
		return describe(catalogue, wantedNames, data, locale, this.lookup.find(wanted));
	}

	/** One value in one line, for a log of changes. */
	public String text(Catalogue catalogue, String name, Object value, Locale locale) {
		if (value == null) {
			return "";
		}
		List<ValueView> views = describe(catalogue, List.of(name), Map.of(name, value), locale);
		return views.isEmpty() ? Typed.text(value) : views.get(0).text();
	}

	/**
	 * A value as a list has room for it: of a table how many rows, of a choice of several
	 * its parts.
	 */
	public String brief(Catalogue catalogue, Field field, Object value, Locale locale) {
		if (field.type() == FieldType.TABLE) {
			return String.valueOf((value instanceof List<?> rows) ? rows.size() : 0);
		}
		return text(catalogue, field.name(), value, locale);
	}

	/**
	 * What a list is sorted by: numbers by their size, choices by their order, days by
	 * time, names by their pinyin.
	 * @param text the value in Chinese
	 */
	public String sortKey(Field field, Object value, String text) {
		String plain = Typed.text(value);
		return switch (field.type()) {
			case TABLE -> SortKeys.number(new BigDecimal(text));
			case INTEGER, DECIMAL, MONEY -> SortKeys.number(new BigDecimal(plain));
			case DATE, DATETIME, BOOLEAN -> plain;
			case ENUM -> "%03d".formatted(field.options().indexOf(field.option(plain).orElse(null)) + 1);
			default -> SortKeys.text(text);
		};
	}

	/** The title of a case that starts with these values. */
	public Bilingual title(FormDefinition form, Map<String, Object> values) {
		if (form.caseTitle() == null) {
			return form.title();
		}
		Names.Wanted wanted = new Names.Wanted();
		form.fields().forEach((field) -> wanted.add(field, values.get(field.name())));
		Names names = this.lookup.find(wanted);
		return new Bilingual(title(form, form.caseTitle().en(), values, names, Locale.ENGLISH),
				title(form, form.caseTitle().zh(), values, names, Locale.SIMPLIFIED_CHINESE));
	}

	private static String title(FormDefinition form, String pattern, Map<String, Object> values, Names names,
			Locale locale) {
		String title = pattern;
		for (Field field : form.fields()) {
			String placeholder = "{" + field.name() + "}";
			if (title.contains(placeholder)) {
				title = title.replace(placeholder, view(field, values.get(field.name()), names, locale).text());
			}
		}
		return (title.length() > 250) ? title.substring(0, title.offsetByCodePoints(0, 250 - 50)) + "…" : title;
	}

	static void want(Catalogue catalogue, String name, Object value, Names.Wanted wanted) {
		FormDefinition recorded = catalogue.recorded(name).orElse(null);
		if (recorded == null) {
			catalogue.field(name).ifPresent((field) -> wanted.add(field, value));
		}
		else if (value instanceof Map<?, ?> byOrganisation) {
			byOrganisation.forEach((organisation, answers) -> {
				wanted.organisation(String.valueOf(organisation));
				if (answers instanceof Map<?, ?> values) {
					recorded.fields().forEach((field) -> wanted.add(field, values.get(field.name())));
				}
			});
		}
	}

	static List<ValueView> describe(Catalogue catalogue, List<String> fields, Map<String, Object> data, Locale locale,
			Names names) {
		List<ValueView> views = new ArrayList<>();
		for (String name : fields) {
			Object value = data.get(name);
			FormDefinition recorded = catalogue.recorded(name).orElse(null);
			if (recorded != null) {
				groups(recorded, name, value, names, locale, views);
			}
			else if (value != null && catalogue.field(name).isPresent()) {
				views.add(view(catalogue.field(name).get(), value, names, locale));
			}
		}
		return views;
	}

	private static void groups(FormDefinition recorded, String name, Object value, Names names, Locale locale,
			List<ValueView> views) {
		if (!(value instanceof Map<?, ?> byOrganisation)) {
			return;
		}
		List<ValueView.Group> groups = new ArrayList<>();
		byOrganisation.forEach((organisation, answers) -> {
			if (answers instanceof Map<?, ?> values) {
				List<ValueView> shown = recorded.fields()
					.stream()
					.filter((field) -> values.get(field.name()) != null)
					.map((field) -> view(field, values.get(field.name()), names, locale))
					.toList();
				Directory.Known known = names.organisation(String.valueOf(organisation));
				String title = (known == null) ? String.valueOf(organisation) : known.choice().label().in(locale);
				groups.add(new ValueView.Group(title, shown));
			}
		});
		if (!groups.isEmpty()) {
			views.add(ValueView.groups(name, recorded.title().in(locale), groups));
		}
	}

	static ValueView view(Field field, Object value, Names names, Locale locale) {
		String label = field.label().in(locale);
		if (value == null || "".equals(value) || (value instanceof List<?> list && list.isEmpty())) {
			return ValueView.empty(field.name(), label);
		}
		return switch (field.type()) {
			case LONG_TEXT -> ValueView.of(field.name(), label, "prose", Typed.text(value));
			case MULTI_ENUM -> ValueView.list(field.name(), label,
					Typed.texts(value).stream().map((one) -> option(field, one, locale)).toList());
			case FILE -> files(field, label, value, names);
			case TABLE -> table(field, label, value, names, locale);
			default -> ValueView.of(field.name(), label, "text", line(field, value, names, locale));
		};
	}

	private static ValueView files(Field field, String label, Object value, Names names) {
		List<Attachment> files = Typed.texts(value)
			.stream()
			.map(names::file)
			.filter(java.util.Objects::nonNull)
			.toList();
		return files.isEmpty() ? ValueView.empty(field.name(), label) : ValueView.files(field.name(), label, files);
	}

	private static ValueView table(Field field, String label, Object value, Names names, Locale locale) {
		List<List<ValueView>> rows = new ArrayList<>();
		List<Map<?, ?>> kept = new ArrayList<>();
		if (value instanceof List<?> list) {
			list.stream().filter(Map.class::isInstance).forEach((row) -> kept.add((Map<?, ?>) row));
		}
		List<Field> columns = field.columns()
			.stream()
			.filter((column) -> kept.stream().anyMatch((row) -> row.get(column.name()) != null))
			.toList();
		for (Map<?, ?> row : kept) {
			rows.add(columns.stream().map((column) -> view(column, row.get(column.name()), names, locale)).toList());
		}
		if (columns.isEmpty()) {
			return ValueView.empty(field.name(), label);
		}
		return ValueView.table(field.name(), label,
				columns.stream().map((column) -> column.label().in(locale)).toList(), rows);
	}

	static String line(Field field, Object value, Names names, Locale locale) {
		String text = Typed.text(value);
		if (text == null) {
			return "";
		}
		return switch (field.type()) {
			case BOOLEAN -> ("true".equals(text) ? YES : NO).in(locale);
			case ENUM -> option(field, text, locale);
			case ORGANISATION, PERSON, REFERENCE -> names.label(field, text).in(locale);
			case TEXT -> Field.MONTH.equals(field.kind()) ? Written.month(text, locale) : text;
			case DATE -> Written.day(text, locale);
			case DATETIME -> Written.moment(text, locale, Time.OFFICE);
			case MONEY -> Written.number(text, 2, locale, "¥");
			case INTEGER -> Field.YEAR.equals(field.kind()) ? text : Written.number(text, 0, locale, "");
			case DECIMAL -> Written.number(text, 0, locale, "");
			default -> text;
		};
	}

	private static String option(Field field, String value, Locale locale) {
		return field.option(value).map((option) -> option.label().in(locale)).orElse(value);
	}

	/** The facts of a case in words by field name, for titles and lists. */
	public Map<String, String> texts(Catalogue catalogue, List<String> names, Map<String, Object> data, Locale locale) {
		Map<String, String> texts = new LinkedHashMap<>();
		describe(catalogue, names, data, locale).forEach((view) -> texts.put(view.name(), view.text()));
		return texts;
	}

}
