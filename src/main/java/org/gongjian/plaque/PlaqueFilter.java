package org.gongjian.plaque;

/**
 * What a page of the ledger is narrowed to.
 *
 * @param text part of a number, a code or a name, or {@code null}
 * @param state a state's name, or {@code null}
 */
public record PlaqueFilter(String text, String state) {

	/** Everything. */
	public static final PlaqueFilter ALL = new PlaqueFilter(null, null);

	/** Whether anything is narrowed. */
	public boolean active() {
		return (this.text != null && !this.text.isBlank()) || (this.state != null && !this.state.isBlank());
	}

}
