package org.gongjian.form;

import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Bilingual;

/**
 * The form of one step: what it shows, what it asks, what it offers to decide.
 *
 * @param step the id of the start event or user task
 * @param title its heading
 * @param help a paragraph below it, or {@code null}
 * @param caseTitle the title of a case that starts here, with {@code {field}} in it, or
 * {@code null}
 * @param starters the roles that may start a case here; empty for everybody
 * @param numberPrefix the letters in front of the number of a case, or {@code null}
 * @param numberDigits the digits of the running number
 * @param record the key under which each organisation's answers to this step are kept
 * apart, or {@code null}
 * @param decisions the decisions offered; empty for a step that is simply done
 * @param decisionLabel what the choice is called, or {@code null}
 * @param read the fields of the case shown read-only; {@code *} for all
 * @param sections what is asked
 */
public record FormDefinition(String step, Bilingual title, Bilingual help, Bilingual caseTitle, List<String> starters,
		String numberPrefix, int numberDigits, String record, List<Decision> decisions, Bilingual decisionLabel,
		List<String> read, List<Section> sections) {

	public FormDefinition {
		starters = List.copyOf(starters);
		decisions = List.copyOf(decisions);
		read = List.copyOf(read);
		sections = List.copyOf(sections);
	}

	/** A step without a form file: nothing is asked, everything is shown. */
	public static FormDefinition empty(String step, Bilingual title) {
		return new FormDefinition(step, title, null, null, List.of(), null, 0, null, List.of(), null, List.of("*"),
				List.of());
	}

	/** Every field, in order. */
	public List<Field> fields() {
		return this.sections.stream().flatMap((section) -> section.fields().stream()).toList();
	}

	/** The field of that name. */
	public Optional<Field> field(String name) {
		return this.sections.stream()
			.flatMap((section) -> section.fields().stream())
			.filter((field) -> field.name().equals(name))
			.findFirst();
	}

	/** The decision of that code. */
	public Optional<Decision> decision(String code) {
		return this.decisions.stream().filter((decision) -> decision.code().equals(code)).findFirst();
	}

	/**
	 * Fields that belong together.
	 *
	 * @param title their heading, or {@code null}
	 * @param help a paragraph below it, or {@code null}
	 * @param fields the fields
	 */
	public record Section(Bilingual title, Bilingual help, List<Field> fields) {

		public Section {
			fields = List.copyOf(fields);
		}

	}

}
