package org.gongjian.engine;

import java.util.Map;

import org.gongjian.shared.Bilingual;

/**
 * An element of a released diagram.
 *
 * @param id the element id
 * @param kind the BPMN element, {@code userTask}
 * @param name as drawn, split into its languages
 * @param documentation likewise
 * @param settings its {@code camunda:property} settings, and {@code inTurn}
 */
public record Node(String id, String kind, Bilingual name, Bilingual documentation, Map<String, String> settings) {

	/** Whether it asks its people one after the other. */
	public boolean inTurn() {
		return "true".equals(this.settings.get(Settings.IN_TURN));
	}

	/** The name as drawn, both languages in one. */
	public String drawnName() {
		return this.name.en().equals(this.name.zh()) ? this.name.en() : this.name.en() + " " + this.name.zh();
	}

}
