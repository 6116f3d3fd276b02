package org.gongjian.studio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.gongjian.engine.Definitions;
import org.gongjian.shared.Bilingual;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Calls the files beside a diagram by what they are for. */
@Component
class FileNames {

	private final Studio studio;

	private final Definitions definitions;

	FileNames(Studio studio, Definitions definitions) {
		this.definitions = definitions;
		this.studio = studio;
	}

	/**
	 * A form or decision table.
	 *
	 * @param file its name
	 * @param title what people call it
	 * @param table whether it is a decision table
	 */
	record Named(String file, String title, boolean table) {
	}

	/**
	 * What lies beside the diagram, and the forms its steps name and do not have yet:
	 * tables first, then forms in the order of their titles.
	 */
	List<Named> of(DiagramDraft draft, Locale locale) {
		Map<String, byte[]> files = this.studio.files(draft);
		Parts parts = Parts.read(draft.xml().getBytes(UTF_8));
		TreeSet<String> names = new TreeSet<>(files.keySet());
		names.addAll(new Paths(parts).forms());
		return names.stream()
			.map((file) -> named(file, files.get(file), parts, locale))
			.sorted(Comparator.comparing((Named one) -> !one.table()).thenComparing(Named::title))
			.toList();
	}

	/** What a file beside a draft is called. */
	public String of(DiagramDraft draft, String file, Locale locale) {
		return named(file, this.studio.files(draft).get(file), Parts.read(draft.xml().getBytes(UTF_8)), locale).title();
	}

	/** What the process of a draft is called. */
	public String title(DiagramDraft draft, Locale locale) {
		String drawn = name(Parts.read(draft.xml().getBytes(UTF_8)), draft.process(), locale);
		return drawn.equals(draft.process())
				? this.definitions.newest(draft.process()).map((known) -> known.title(locale)).orElse(drawn) : drawn;
	}

	private static Named named(String file, byte[] content, Parts parts, Locale locale) {
		if (!file.endsWith(".dmn")) {
			String step = file.replaceAll("^forms/|\\.json$", "");
			return new Named(file, name(parts, step, locale), false);
		}
		String title = (content == null) ? file
				: TableFile.read(new String(content, UTF_8))
					.sheets()
					.stream()
					.map((sheet) -> Bilingual.ofName(sheet.name()).in(locale))
					.filter((name) -> !name.isBlank())
					.findFirst()
					.orElse(file);
		return new Named(file, title, true);
	}

	private static String name(Parts parts, String element, Locale locale) {
		String drawn = parts.said().getOrDefault(element, Map.of()).getOrDefault("name", "");
		return drawn.isBlank() ? element : Bilingual.ofName(drawn).in(locale);
	}

}
