package org.gongjian.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.gongjian.form.FormView.ChoiceView;

/** Finds what can be chosen by name: from a list while it is short, else by search. */
final class ChoiceFinder {

	/** Up to so many things one chooses from a list, from more by search. */
	private static final int LIST = 20;

	private final FormSheet sheet;

	private final Names.Lookup lookup;

	private final Directory directory;

	/** Found once for every row of a table that asks the same. */
	private final Map<String, List<Choice>> asked = new HashMap<>();

	ChoiceFinder(FormSheet sheet, Names.Lookup lookup, Directory directory) {
		this.sheet = sheet;
		this.lookup = lookup;
		this.directory = directory;
	}

	void fill(Control control, Field field, String path, String row, Map<?, ?> cells) {
		String query = this.sheet.session.queries().getOrDefault(path, "");
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
			control.choice(choice.id(), choice.label().in(this.sheet.locale), null, this.sheet.words(choice.detail()));
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
			case ORGANISATION -> this.sheet.names.organisation(control.value) != null;
			case PERSON -> this.sheet.names.person(control.value) != null && !control.waits;
			default -> !control.value.equals(this.sheet.names.label(field, control.value).en());
		};
		if (known) {
			control.choices.add(0, new ChoiceView(control.id() + "-kept", control.value,
					this.sheet.names.label(field, control.value).in(this.sheet.locale), null, true));
		}
	}

	private Object current(String name) {
		boolean here = this.sheet.context.form().field(name).filter((field) -> !field.readOnly()).isPresent();
		return here ? this.sheet.typed.get(name) : this.sheet.context.known().get(name);
	}

	private List<Choice> ask(Field field, String query, String organisation, Map<?, ?> cells) {
		String q = (query.length() > 100) ? query.substring(0, 100) : query;
		return switch (field.type()) {
			case ORGANISATION -> this.asked.computeIfAbsent("o:" + field.side() + ":" + q,
					(key) -> this.directory.organisations(q, field.side(), LIST + 1));
			case PERSON -> (organisation == null && q.isBlank()) ? List.of() : this.asked.computeIfAbsent(
					"p:" + organisation + ":" + q, (key) -> this.directory.people(q, organisation, LIST + 1));
			default -> {
				ReferenceSource source = this.lookup.source(field.kind());
				Map<String, Object> data = new LinkedHashMap<>(this.sheet.context.known());
				data.putAll(this.sheet.typed.all());
				cells.forEach((name, value) -> data.put(String.valueOf(name), value));
				yield (source == null) ? List.of()
						: this.asked.computeIfAbsent("r:" + field.kind() + ":" + q + ":" + cells,
								(key) -> source.search(q, data, this.sheet.context.actor(), LIST + 1));
			}
		};
	}

}
