package org.gongjian.pairing;

import java.util.Map;
import java.util.UUID;

import org.gongjian.shared.Bilingual;

/**
 * What became of the rows of an annual plan. The room that keeps the activities
 * contributes it by declaring a bean.
 */
public interface PlanExecution {

	/** What is known of the rows of a pairing's plan, by {@link PlanRow#id()}. */
	Map<UUID, Carried> of(Pairing pairing);

	/** Where a form is posted to that begins an activity for a row of the plan. */
	String begin(PlanRow row);

	/** Where a form is posted to that begins an activity for an item of the lists. */
	String begin(ListItem item);

	/**
	 * The activity that carries out a row.
	 *
	 * @param number of the activity
	 * @param state how far it is
	 * @param done whether the row is carried out
	 * @param href its page
	 */
	record Carried(String number, Bilingual state, boolean done, String href) {
	}

}
