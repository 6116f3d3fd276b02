package org.gongjian.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.gongjian.casefile.CaseChanged;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.organisation.Organisation;
import org.gongjian.organisation.Organisations;
import org.gongjian.organisation.People;
import org.gongjian.organisation.Person;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what cases are found by, in the transaction that changes them. What is found is
 * narrowed by who may see it like every list: the index itself answers nobody.
 */
@Component
class SearchIndex {

	private static final int AT_ONCE = 50;

	private final WordTable words;

	private final Cases cases;

	private final Forms forms;

	private final Labels labels;

	private final Organisations organisations;

	private final People people;

	private final ProcessRegisters registers;

	private final TransactionTemplate transaction;

	SearchIndex(WordTable words, Cases cases, Forms forms, Labels labels, Organisations organisations, People people,
			ProcessRegisters registers, PlatformTransactionManager transactions) {
		this.words = words;
		this.cases = cases;
		this.forms = forms;
		this.labels = labels;
		this.organisations = organisations;
		this.people = people;
		this.registers = registers;
		this.transaction = new TransactionTemplate(transactions);
	}

	@EventListener
	void changed(CaseChanged change) {
		CaseFile file = change.file();
		if (change.title()) {
			titled(file);
		}
		if (change.title() && change.parties()) {
			opened(file);
		}
		if (change.parties()) {
			parties(file);
		}
		if (!change.values().isEmpty()) {
			written(file, change.values());
		}
	}

	/** Finds cases too that were opened before there was an index. */
	@EventListener(ApplicationReadyEvent.class)
	void complete() {
		List<String> unknown = this.words.unknown("", AT_ONCE);
		while (!unknown.isEmpty()) {
			unknown.forEach((number) -> this.transaction.executeWithoutResult((status) -> add(number)));
			unknown = this.words.unknown(unknown.get(unknown.size() - 1), AT_ONCE);
		}
	}

	private void add(String number) {
		this.cases.lock(number);
		CaseFile file = this.cases.get(number);
		changed(new CaseChanged(file, this.cases.data(number), true, true));
	}

	private void titled(CaseFile file) {
		this.words.put(file.number(), "title", SearchWords.of(file.title().en() + " " + file.title().zh(), true));
	}

	private void opened(CaseFile file) {
		this.words.put(file.number(), "number", SearchWords.of(file.number(), false));
		String name = this.people.byUsername(file.initiator()).map(SearchIndex::names).orElse("");
		this.words.put(file.number(), "from", SearchWords.of(file.initiator() + " " + name, true));
	}

	private void parties(CaseFile file) {
		this.words.drop(file.number(), "party:");
		for (Organisation organisation : this.organisations.all(file.parties())) {
			String names = String.join(" ", organisation.code(), organisation.nameEn(), organisation.nameZh(),
					(organisation.shortZh() == null) ? "" : organisation.shortZh());
			this.words.put(file.number(), "party:" + organisation.code(), SearchWords.of(names, true));
		}
	}

	private void written(CaseFile file, Map<String, Object> values) {
		Catalogue catalogue = this.forms.catalogue(file.definition());
		values.forEach((name, value) -> field(catalogue, name).filter((field) -> hasWords(file, field.type()))
			.ifPresent((field) -> this.words.put(file.number(), "field:" + name,
					SearchWords.of(text(catalogue, field, value), field.type().isReference()))));
	}

	/**
	 * Choices are found in the processes drawn here only: the shipped ones have registers
	 * that are narrowed by them.
	 */
	private boolean hasWords(CaseFile file, FieldType type) {
		return switch (type) {
			case TEXT, LONG_TEXT, ORGANISATION, PERSON, REFERENCE, TABLE -> true;
			case ENUM, MULTI_ENUM -> this.registers.drawn(file.process());
			default -> false;
		};
	}

	private String both(Catalogue catalogue, Field field, Object value) {
		return this.labels.text(catalogue, field.name(), value, Locale.ENGLISH) + " "
				+ this.labels.text(catalogue, field.name(), value, Locale.SIMPLIFIED_CHINESE);
	}

	/** A field of a form, also of one whose answers are kept apart by organisation. */
	private static java.util.Optional<Field> field(Catalogue catalogue, String name) {
		int record = name.indexOf('.');
		return (record < 0) ? catalogue.field(name) : catalogue.recorded(name.substring(0, record))
			.flatMap((form) -> form.field(name.substring(name.lastIndexOf('.') + 1)));
	}

	private String text(Catalogue catalogue, Field field, Object value) {
		if (value == null) {
			return "";
		}
		return switch (field.type()) {
			case TEXT, LONG_TEXT -> String.valueOf(value);
			case ORGANISATION, PERSON, REFERENCE, ENUM, MULTI_ENUM -> both(catalogue, field, value);
			case TABLE -> rows(field, value);
			default -> "";
		};
	}

	/** What was written into a table. */
	private static String rows(Field table, Object value) {
		List<String> texts = new ArrayList<>();
		if (value instanceof Collection<?> rows) {
			for (Object row : rows) {
				if (row instanceof Map<?, ?> cells) {
					table.columns()
						.stream()
						.filter((column) -> column.type() == FieldType.TEXT || column.type() == FieldType.LONG_TEXT)
						.map((column) -> cells.get(column.name()))
						.filter(String.class::isInstance)
						.forEach((text) -> texts.add((String) text));
				}
			}
		}
		return String.join(" ", texts);
	}

	private static String names(Person person) {
		return person.name() + " " + ((person.nameEn() == null) ? "" : person.nameEn());
	}

}
