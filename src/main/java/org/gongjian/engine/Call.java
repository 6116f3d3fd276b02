package org.gongjian.engine;

import java.util.Map;

/** What a {@link Step} sees of the case it runs for. */
public interface Call {

	/** The number of the case, the business key. */
	String caseNumber();

	/** The id of the element that runs, {@code step-register}. */
	String element();

	/** The settings ({@code camunda:property}) of the element. */
	Map<String, String> settings();

	/**
	 * The node a boundary event that led here is attached to, or {@code null}: lets a
	 * step remind of or escalate that node.
	 */
	String attachedTo();

	/** A process variable, or {@code null}. */
	Object fact(String name);

	/** A process variable as text, or {@code null}. */
	default String text(String name) {
		Object value = fact(name);
		return (value == null) ? null : value.toString();
	}

	/**
	 * Sets a process variable.
	 * @param value text, number, boolean, {@link java.util.Date} or {@code null}; nothing
	 * else
	 */
	void set(String name, Object value);

}
