package org.gongjian.engine;

/**
 * Something a check has to say about a diagram.
 *
 * @param element the id of the element, or empty for the file as a whole
 * @param elementName its name as drawn, or empty
 * @param severity {@code error} keeps it from being released, {@code warning} does not
 * @param rule a stable code, {@code method}
 * @param message in the reader's language, with what to do instead
 * @param dangerous whether it must not even be kept
 */
public record Problem(String element, String elementName, String severity, String rule, String message,
		boolean dangerous) {

	/** Whether it keeps the diagram from being released. */
	public boolean error() {
		return this.severity.equals("error");
	}

}
