package org.gongjian.engine.guard;

import java.util.Locale;

/**
 * What a diagram or decision table may be told. Dangerous rules hold for every parse, the
 * others only when something new is deployed.
 */
enum Rule {

	FILE_KIND(true), TOO_BIG(true), NOT_UTF8(true), NOT_XML(true), DOCTYPE(true), INSTRUCTION(true), TOO_DEEP(true),
	TOO_MANY_ELEMENTS(true), TOO_MANY_ATTRIBUTES(true), TEXT_TOO_LONG(true), TOO_COMPLEX(true), SCHEMA_LOCATION(true),
	FOREIGN(true), ELEMENT(true), PLACE(true), ATTRIBUTE(true), VALUE(true), SCRIPT(true), CODE(true), LISTENER(true),
	TASK_TYPE(true), SYNTAX(true), EXPRESSION_LENGTH(true), METHOD(true), PROPERTY(true), BRACKETS(true),
	FUNCTION(true), DEFERRED(true), RESERVED_NAME(true), STEP_ONLY(true), TEXT_EXPRESSION(true), DMN_LANGUAGE(true),
	FEEL(true), LOOP(true), FORK(true), RECURSION(true),

	UNSUPPORTED(false), STEP_UNKNOWN(false), STEP_MISSING(false), EXECUTABLE(false), NO_PROCESS(false), TTL(false),
	NO_USER_TASK(false), NAME_LENGTH(false), NAME_CHARACTERS(false), ID(false), DUPLICATE_ID(false), REFERENCE(false),
	FORM_KEY(false), TIMER(false), TIMER_START(false), REPEAT(false), NO_SHAPE(false), NO_EDGE(false), NO_START(false),
	SCHEMA(false), TOO_MANY_NODES(false), CONDITION_ON_DEFAULT(false), CONDITION_MISSING(false), CONDITION_ALONE(false),
	ENGINE(false),

	NO_DEFAULT(Severity.WARNING), BYPASS(Severity.WARNING), SIGNAL(Severity.WARNING), ONE_LANGUAGE(Severity.WARNING),
	NO_NAME(Severity.WARNING), NO_FORM(Severity.WARNING), NO_DUE_DATE(Severity.WARNING), NOBODY(Severity.WARNING),
	PLAIN_TASK(Severity.WARNING), DRAWN_FIELDS(Severity.WARNING), PARAMETERS(Severity.WARNING),
	UNREACHED(Severity.WARNING), SEVERAL_PROCESSES(Severity.WARNING), AUTOMATIC_START(Severity.WARNING);

	private final Severity severity;

	private final boolean dangerous;

	Rule(boolean dangerous) {
		this.severity = Severity.ERROR;
		this.dangerous = dangerous;
	}

	Rule(Severity severity) {
		this.severity = severity;
		this.dangerous = false;
	}

	boolean dangerous() {
		return this.dangerous;
	}

	String severity() {
		return this.severity.name().toLowerCase(Locale.ROOT);
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private enum Severity {

		ERROR, WARNING

	}

}
