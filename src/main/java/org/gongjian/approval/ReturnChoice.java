package org.gongjian.approval;

import java.util.List;

import org.gongjian.shared.Bilingual;

/**
 * A step a case can be sent back to, and what that would do.
 *
 * @param step the element id
 * @param name its name
 * @param taken the steps whose open tasks are taken away
 * @param kept the steps that are open and stay so
 * @param again the steps that were decided and will be again when the case comes there
 * @param done whether branches beside it that are done stay done
 * @param straightBack whether the case can come straight back afterwards
 * @param signers who signed there, where several did: one alone can be asked again
 * @param refusal why it cannot be done, or {@code null}
 */
public record ReturnChoice(String step, Bilingual name, List<Bilingual> taken, List<Bilingual> kept,
		List<Bilingual> again, boolean done, boolean straightBack, List<String> signers, String refusal) {

	/** Whether it can be done. */
	public boolean possible() {
		return this.refusal == null;
	}

}
