package org.gongjian.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every field of a process by name, for showing the data of a case: labels on the page of
 * a case, in its changes, in exports.
 *
 * @param start the id of the start event that has a form, or {@code null}
 * @param forms the forms by step, in the order of the diagram
 * @param fields the fields by name; where several steps ask for one, the first that may
 * write it
 */
public record Catalogue(String start, Map<String, FormDefinition> forms, Map<String, Field> fields) {

	/**
	 * Everything that some forms say.
	 * @param start the id of the start event, or {@code null}
	 * @param forms by step
	 */
	public static Catalogue of(String start, Map<String, FormDefinition> forms) {
		Map<String, Field> fields = new LinkedHashMap<>();
		for (FormDefinition form : forms.values()) {
			if (form.record() != null) {
				continue;
			}
			for (Field field : form.fields()) {
				fields.merge(field.name(), field, (one, other) -> one.readOnly() && !other.readOnly() ? other : one);
			}
		}
		return new Catalogue(start, Collections.unmodifiableMap(new LinkedHashMap<>(forms)),
				Collections.unmodifiableMap(fields));
	}

	/** The field of that name. */
	public Optional<Field> field(String name) {
		return Optional.ofNullable(this.fields.get(name));
	}

	/** The form whose answers are kept apart under that key, by organisation. */
	public Optional<FormDefinition> recorded(String key) {
		return this.forms.values().stream().filter((form) -> key.equals(form.record())).findFirst();
	}

	/** The form that starts a case. */
	public Optional<FormDefinition> startForm() {
		return Optional.ofNullable(this.start).map(this.forms::get);
	}

	/** The names under which the data of a case may hold something, in order. */
	public List<String> names() {
		List<String> names = new java.util.ArrayList<>(this.fields.keySet());
		this.forms.values().stream().map(FormDefinition::record).filter(java.util.Objects::nonNull).forEach(names::add);
		return names;
	}

}
