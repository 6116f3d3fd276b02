package org.gongjian.form;

import java.util.Locale;

/** What kind of value a field holds. */
public enum FieldType {

	/** One line. */
	TEXT,

	/** Several lines. */
	LONG_TEXT,

	/** A whole number. */
	INTEGER,

	/** A number with a fraction. */
	DECIMAL,

	/** An amount in yuan. */
	MONEY,

	/** Yes or no. */
	BOOLEAN,

	/** A day. */
	DATE,

	/** A moment, entered in the time of the office. */
	DATETIME,

	/** One of the options. */
	ENUM,

	/** Some of the options. */
	MULTI_ENUM,

	/** A Party organisation, by its code. */
	ORGANISATION,

	/** A person, by id. */
	PERSON,

	/** Something another room knows, by id. */
	REFERENCE,

	/** Attachments, by id. */
	FILE,

	/** Rows of fields. */
	TABLE;

	/** The word form files and the API use, {@code multi-enum}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether the value is found by search. */
	public boolean isReference() {
		return this == ORGANISATION || this == PERSON || this == REFERENCE;
	}

	boolean isNumber() {
		return this == INTEGER || this == DECIMAL || this == MONEY;
	}

	boolean isText() {
		return this == TEXT || this == LONG_TEXT;
	}

	boolean holdsSeveral() {
		return this == MULTI_ENUM || this == FILE;
	}

	static FieldType of(String code) {
		for (FieldType type : values()) {
			if (type.code().equals(code)) {
				return type;
			}
		}
		return null;
	}

}
