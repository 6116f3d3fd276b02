package org.gongjian.form;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.gongjian.casefile.Attachment;
import org.gongjian.casefile.Attachments;
import org.gongjian.shared.Bilingual;
import org.gongjian.shared.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names behind codes and ids, looked up together: one statement a kind. */
final class Names {

	private final Map<String, Directory.Known> organisations;

	private final Map<String, Directory.Known> people;

	private final Map<String, Choice> references;

	private final Map<String, Attachment> files;

	private Names(Map<String, Directory.Known> organisations, Map<String, Directory.Known> people,
			Map<String, Choice> references, Map<String, Attachment> files) {
		this.organisations = organisations;
		this.people = people;
		this.references = references;
		this.files = files;
	}

	Directory.Known organisation(String code) {
		return this.organisations.get(code);
	}

	Directory.Known person(String id) {
		return this.people.get(id);
	}

	Attachment file(String id) {
		return this.files.get(id);
	}

	/** What people read instead of the id; the id itself if nobody knows it. */
	Bilingual label(Field field, String id) {
		Choice choice = switch (field.type()) {
			case ORGANISATION -> this.organisations.containsKey(id) ? this.organisations.get(id).choice() : null;
			case PERSON -> this.people.containsKey(id) ? this.people.get(id).choice() : null;
			case REFERENCE -> this.references.get(field.kind() + ":" + id);
			default -> null;
		};
		return (choice != null) ? choice.label() : new Bilingual(id, id);
	}

	/** Collects what must be looked up. */
	static final class Wanted {

		private final Set<String> organisations = new LinkedHashSet<>();

		private final Set<String> people = new LinkedHashSet<>();

		private final Set<String> references = new LinkedHashSet<>();

		private final Set<String> files = new LinkedHashSet<>();

		/** Whatever is named in a value, typed or kept. */
		Wanted add(Field field, Object value) {
			if (field == null || value == null) {
				return this;
			}
			switch (field.type()) {
				case ORGANISATION -> this.organisations.addAll(ids(value));
				case PERSON -> this.people.addAll(ids(value));
				case REFERENCE -> ids(value).forEach((id) -> this.references.add(field.kind() + ":" + id));
				case FILE -> files(value);
				case TABLE -> {
					if (value instanceof List<?> rows) {
						rows.forEach((row) -> cells(field, row));
					}
				}
				default -> {
				}
			}
			return this;
		}

		/** Files, wherever they are named. */
		Wanted files(Object value) {
			this.files.addAll(Typed.texts(value).stream().filter(Ids::isId).toList());
			return this;
		}

		Wanted organisation(String code) {
			this.organisations.add(code);
			return this;
		}

		private void cells(Field table, Object row) {
			if (row instanceof Map<?, ?> cells) {
				table.columns().forEach((column) -> add(column, cells.get(column.name())));
			}
		}

		private static List<String> ids(Object value) {
			return Typed.texts(value).stream().map(String::strip).filter((id) -> id.length() <= 200).toList();
		}

	}

	/** Looks names up. */
	@Component
	static class Lookup {

		private final Directory directory;

		private final Attachments attachments;

		private final ObjectProvider<ReferenceSource> sources;

		Lookup(Directory directory, Attachments attachments, ObjectProvider<ReferenceSource> sources) {
			this.directory = directory;
			this.attachments = attachments;
			this.sources = sources;
		}

		/** The source of that kind, or {@code null}. */
		ReferenceSource source(String kind) {
			return this.sources.stream().filter((source) -> source.kind().equals(kind)).findFirst().orElse(null);
		}

		Names find(Wanted wanted) {
			Map<String, Choice> references = new HashMap<>();
			for (String key : wanted.references) {
				int colon = key.indexOf(':');
				ReferenceSource source = source(key.substring(0, colon));
				if (source != null) {
					source.find(key.substring(colon + 1)).ifPresent((choice) -> references.put(key, choice));
				}
			}
			Map<String, Attachment> files = new HashMap<>();
			this.attachments.find(wanted.files.stream().map(UUID::fromString).toList())
				.forEach((attachment) -> files.put(attachment.id().toString(), attachment));
			return new Names(
					wanted.organisations.isEmpty() ? Map.of() : this.directory.organisations(wanted.organisations),
					wanted.people.isEmpty() ? Map.of() : this.directory.people(wanted.people), references, files);
		}

	}

}
