package org.gongjian.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.gongjian.casefile.CaseAnswers;
import org.gongjian.casefile.CaseFile;
import org.gongjian.casefile.Cases;
import org.gongjian.engine.Definitions;
import org.gongjian.engine.Definitions.Released;
import org.gongjian.engine.Drawings;
import org.gongjian.form.Catalogue;
import org.gongjian.form.Field;
import org.gongjian.form.FieldType;
import org.gongjian.form.Forms;
import org.gongjian.form.Labels;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Slice;
import org.gongjian.web.PersonNames;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registers of processes that were drawn here: their cases with what the forms asked,
 * without a line of code.
 */
@Service
@Transactional(readOnly = true)
public class ProcessRegisters {

	private final Definitions definitions;

	private final Drawings drawings;

	private final Forms forms;

	private final Inbox inbox;

	private final Cases cases;

	private final CaseAnswers answers;

	private final Labels labels;

	private final PersonNames people;

	/** By process; how the first version came never changes. */
	private final Map<String, Boolean> drawn = new ConcurrentHashMap<>();

	ProcessRegisters(Definitions definitions, Drawings drawings, Forms forms, Inbox inbox, Cases cases,
			CaseAnswers answers, Labels labels, PersonNames people) {
		this.people = people;
		this.cases = cases;
		this.definitions = definitions;
		this.drawings = drawings;
		this.forms = forms;
		this.inbox = inbox;
		this.answers = answers;
		this.labels = labels;
	}

	/**
	 * A case with its answers.
	 *
	 * @param answers by field, in the words of the reader; fields without one are left
	 * out
	 */
	public record Entry(CaseRow row, Map<String, String> answers) {
	}

	/** The processes that were drawn here, by key. */
	public Map<String, Bilingual> all() {
		Map<String, Bilingual> all = new LinkedHashMap<>();
		this.definitions.newest()
			.stream()
			.filter((released) -> drawn(released.process()))
			.forEach((released) -> all.put(released.process(), Bilingual.ofName(released.name())));
		return all;
	}

	/** Whether a process was drawn here, not shipped. */
	boolean drawn(String process) {
		return Boolean.TRUE.equals(this.drawn.computeIfAbsent(process, this::came));
	}

	/** Nothing is remembered of a process that is not there yet. */
	private Boolean came(String process) {
		List<Drawings.Version> versions = this.drawings.versions(process);
		return versions.isEmpty() ? null : !"shipped".equals(versions.get(versions.size() - 1).source());
	}

	/** What the forms of a process ask, in their order; files are left out. */
	public List<Field> fields(String process) {
		return catalogue(process).fields().values().stream().filter((field) -> field.type() != FieldType.FILE).toList();
	}

	/**
	 * @throws NotFound if no such process was drawn here
	 */
	private Catalogue catalogue(String process) {
		Released released = this.definitions.newest(process)
			.filter((newest) -> drawn(process))
			.orElseThrow(() -> new NotFound("register of " + process));
		return this.forms.catalogue(released.id());
	}

	/**
	 * A page of the cases this person may see.
	 * @param q words to search for, or {@code null}
	 * @param status or {@code null} for all
	 */
	public Slice<Entry> page(Actor actor, String process, String q, String status, String cursor, int limit,
			Locale locale) {
		Catalogue catalogue = catalogue(process);
		List<String> names = fields(process).stream().map(Field::name).toList();
		Slice<CaseRow> rows = this.inbox.cases(actor, Filter.of(process, null, q), status, null, cursor, limit);
		Map<String, Map<String, Object>> data = this.answers.of(rows.items().stream().map(CaseRow::number).toList());
		return rows.map((row) -> new Entry(row,
				this.labels.texts(catalogue, names, data.getOrDefault(row.number(), Map.of()), locale)));
	}

	/**
	 * The same for a table that is taken away, with the labels of the fields as headings.
	 */
	public Slice<Map<String, Object>> rows(Actor actor, String process, String cursor, int limit, Locale locale) {
		List<Field> fields = fields(process);
		Slice<Entry> page = page(actor, process, null, null, cursor, limit, locale);
		Map<String, String> people = this.people
			.of(page.items().stream().map((entry) -> entry.row().initiator()).distinct().toList(), locale);
		return page.map((entry) -> {
			Map<String, Object> row = head(entry.row());
			row.computeIfPresent("initiator", (key, account) -> people.getOrDefault(account, (String) account));
			fields.forEach((field) -> row.put(field.label().in(locale), entry.answers().get(field.name())));
			return row;
		});
	}

	private static Map<String, Object> head(CaseRow one) {
		Map<String, Object> row = head(one.number(), one.title(), one.status(), one.outcome());
		row.put("initiator", one.initiator());
		row.put("openedAt", one.openedAt());
		row.put("closedAt", one.closedAt());
		return row;
	}

	private static Map<String, Object> head(String number, Bilingual title, String status, String outcome) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("number", number);
		row.put("titleEn", title.en());
		row.put("titleZh", title.zh());
		row.put("status", status);
		row.put("outcome", outcome);
		return row;
	}

	/** The register of a process for programs, with the answers as they are kept. */
	public Optional<Register> find(String process) {
		return drawn(process) ? Optional.of(new Drawn(process)) : Optional.empty();
	}

	private final class Drawn implements Register {

		private final String process;

		private Drawn(String process) {
			this.process = process;
		}

		@Override
		public String name() {
			return this.process;
		}

		@Override
		public Slice<Map<String, Object>> page(Actor actor, String q, String status, String cursor, int limit) {
			return kept(ProcessRegisters.this.inbox.cases(actor, Filter.of(this.process, null, q), status, null, cursor,
					limit));
		}

		@Override
		public Optional<Map<String, Object>> find(Actor actor, String number) {
			try {
				CaseFile file = ProcessRegisters.this.cases.visible(actor, number);
				return Optional.of(file).filter((one) -> one.process().equals(this.process)).map(this::row);
			}
			catch (NotFound hidden) {
				return Optional.empty();
			}
		}

		private Map<String, Object> row(CaseFile file) {
			Map<String, Object> row = head(file.number(), file.title(), file.status(), file.outcome());
			row.put("initiator", file.initiator());
			row.put("openedAt", file.openedAt());
			row.put("closedAt", file.closedAt());
			row.put("data", ProcessRegisters.this.cases.data(file.number()));
			return row;
		}

		private Slice<Map<String, Object>> kept(Slice<CaseRow> rows) {
			var data = ProcessRegisters.this.answers.of(rows.items().stream().map(CaseRow::number).toList());
			return rows.map((row) -> {
				Map<String, Object> all = head(row);
				all.put("data", data.getOrDefault(row.number(), Map.of()));
				return all;
			});
		}

	}

}
