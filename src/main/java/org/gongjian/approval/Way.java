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
}
