package org.gongjian.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Checks what points to something the house knows: organisations, people, records. */
final class KnownCheck {

	private final FormContext context;

	private final Typed typed;

	/** What was checked before this field. */
	private final Map<String, Object> values;

	private final Names names;

	private final Function<String, ReferenceSource> sources;

	private final TextCheck texts;

	private final Violations out;

	KnownCheck(FormContext context, Typed typed, Map<String, Object> values, Names names,
			Function<String, ReferenceSource> sources, TextCheck texts, Violations out) {
		this.context = context;
		this.typed = typed;
		this.values = values;
		this.names = names;
		this.sources = sources;
		this.texts = texts;
		this.out = out;
	}

	String organisation(Field field, String path, Object raw) {
		String code = this.texts.scalar(path, raw);
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

	String person(Field field, String path, Object raw, Map<String, Object> row) {
		String id = this.texts.scalar(path, raw);
		if (id == null) {
			return null;
		}
		Directory.Known known = this.names.person(id);
		String organisation = (field.of() == null) ? null : Typed.text(sibling(field.of(), row));
		if (known == null || (field.of() != null && !Objects.equals(organisation, known.group()))) {
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

	String reference(Field field, String path, Object raw, Map<String, Object> row) {
		String id = this.texts.scalar(path, raw);
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

}
