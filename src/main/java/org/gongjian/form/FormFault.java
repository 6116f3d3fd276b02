package org.gongjian.form;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong with a form file.
 *
 * @param place where, {@code sections[0].fields[2].name}; empty for the file as a whole
 * @param values what the sentence about it names, in its order
 */
public record FormFault(String place, Reason reason, List<String> values) {

	static FormFault of(String place, Reason reason, Object... values) {
		return new FormFault(place, reason, List.of(values).stream().map(String::valueOf).toList());
	}

	/** For those who read logs; people are told in words. */
	@Override
	public String toString() {
		return (this.place + " " + this.reason.code() + " " + String.join(", ", this.values)).strip();
	}

	/** Why something is refused. */
	public enum Reason {

		/** No such key. */
		UNKNOWN,
		/** A key that must be there. */
		MISSING,
		/** No object. */
		OBJECT,
		/** No list. */
		LIST,
		/** Silent in one of both languages. */
		LANGUAGES,
		/** No text. */
		TEXT,
		/** Neither true nor false. */
		FLAG,
		/** No whole number between the two named. */
		WHOLE,
		/** The one named stands there twice. */
		TWICE,
		/** A value stands there twice. */
		TWICE_VALUE,
		/** A code stands there twice. */
		TWICE_CODE,
		/** No name like the one named. */
		NAME,
		/** The one named belongs to the platform. */
		PLATFORM,
		/** The one named is no type. */
		TYPE,
		/** Means nothing for a column. */
		COLUMN,
		/** A table within a table. */
		NESTED,
		/** None of those named. */
		ONE_OF,
		/** Only the first named is possible for the second. */
		ONLY,
		/** No code like the one named. */
		CODE,
		/** No object of lists. */
		LISTS,
		/** An empty list. */
		VALUE,
		/** A file among what is shown in a list. */
		FILE_LIST,
		/** A type of which no fact can be made. */
		FACT,
		/** Means nothing for the type named. */
		MEANS,
		/** The first named is no bound for the second. */
		BOUND,
		/** No value for the type named. */
		DEFAULT,
		/** No field of that name. */
		FIELD,
		/** Not a field for an organisation. */
		ORGANISATION,
		/** No decision of that code. */
		DECISION,
		/** A field that is asked depending on itself. */
		ITSELF,
		/** The first named has no option of the second. */
		OPTION,
		/** More than the KiB named. */
		LARGE,
		/** A pattern that may be tried for ever. */
		REPEATS,
		/** A pattern that is none, from the character named on. */
		PATTERN,
		/** Not JSON in the line and at the column named. */
		JSON,

		/** Nested deeper, or with longer words, than JSON is read here. */
		DEEP,
		/** Not two to six capital letters. */
		CAPITALS,
		/** No kind of decision. */
		KIND;

		/** As in the keys of messages. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
