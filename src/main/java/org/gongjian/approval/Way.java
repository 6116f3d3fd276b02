package org.gongjian.approval;

import org.gongjian.shared.Bilingual;

/**
 * A way back from a task.
 *
 * @param choice START, PREVIOUS or a step's id
 * @param step the step that opens again
 * @param name its name
 */
public record Way(String choice, String step, Bilingual name) {

	private static final String BACK = "+BACK";

	/** The choice that comes straight back when the step is done. */
	String backChoice() {
		return this.choice + BACK;
	}

	Bilingual backName() {
		return new Bilingual(this.name.en() + ", then straight back to me", this.name.zh() + "，完成后直接返回给我");
	}

	static boolean isBack(String choice) {
		return choice != null && choice.endsWith(BACK);
	}

	static String plain(String choice) {
		return isBack(choice) ? choice.substring(0, choice.length() - BACK.length()) : choice;
	}

}
