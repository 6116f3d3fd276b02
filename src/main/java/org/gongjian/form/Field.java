package org.gongjian.form;

import java.util.List;
import java.util.Optional;

import org.gongjian.shared.Bilingual;

/**
 * One field of a form, or one column of a table.
 *
 * @param name the key of the value in the data of the case
 * @param label what people read
 * @param type what it holds
 * @param required whether it must be filled in, where it is asked at all
 * @param readOnly whether this step only shows it
 * @param options the values of an enum
 * @param columns the columns of a table
 * @param minRows the fewest rows of a table
 * @param min the smallest number, or the first day ({@code today} or ISO)
 * @param max the greatest number, or the last day
 * @param minLength the fewest characters
 * @param maxLength the most characters
 * @param pattern a regular expression the whole text must match, or {@code null}
 * @param help a hint below the label, or {@code null}
 * @param when when it is asked, or {@code null} for always
 * @param mustBeTrue whether only yes is accepted
 * @param side the side an organisation must be of, or {@code null}
 * @param of the organisation field a person must belong to, or {@code null}
 * @param kind the source of a reference; {@code year} for an integer without thousands
 * marks; {@code month} for a text that is one; or {@code null}
 * @param accept the kinds of file accepted, empty for all the house knows
 * @param maxFiles the most files
 * @param initial the value a new form starts with, or {@code null}
 * @param fact whether the value becomes a process variable
 * @param party whether the organisation becomes a party of the case
 * @param deciding whether lists show it as the fact to decide by
 */
public record Field(String name, Bilingual label, FieldType type, boolean required, boolean readOnly,
		List<Option> options, List<Field> columns, int minRows, String min, String max, int minLength, int maxLength,
		String pattern, Bilingual help, When when, boolean mustBeTrue, String side, String of, String kind,
		List<String> accept, int maxFiles, Object initial, boolean fact, boolean party, boolean deciding) {

	/** The kind of an integer that is written without thousands marks. */
	static final String YEAR = "year";

	/**
	 * The kind of a text that is a month, {@code 2026-12}, read as months are written.
	 */
	static final String MONTH = "month";

	public Field {
		options = List.copyOf(options);
		columns = List.copyOf(columns);
		accept = List.copyOf(accept);
	}

	/** The option of that value. */
	public Optional<Option> option(String value) {
		return this.options.stream().filter((option) -> option.value().equals(value)).findFirst();
	}

	/** The column of that name. */
	public Optional<Field> column(String column) {
		return this.columns.stream().filter((field) -> field.name().equals(column)).findFirst();
	}

	/** The most rows a table takes. */
	public int maxRows() {
		return 100;
	}

}
