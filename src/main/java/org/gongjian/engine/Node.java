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
 * @param settings its {@code camunda:property} settings
 */
public record Node(String id, String kind, Bilingual name, Bilingual documentation, Map<String, String> settings) {

	/** The name as drawn, both languages in one. */
	public String drawnName() {
		return this.name.en().equals(this.name.zh()) ? this.name.en() : this.name.en() + " " + this.name.zh();
	}

}
