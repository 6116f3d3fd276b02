package org.gongjian.approval;

import java.util.LinkedHashMap;
import java.util.Map;

import org.gongjian.form.FormDefinition;

/** Where the answers of a step are kept. */
final class Recording {

	private Recording() {
	}

	/** The part of a step's record that belongs to a task's slot. */
	static String key(WorkItem item) {
		return (item.slotOrg() != null) ? item.slotOrg() : item.slot().replace("user:", "").replace('.', '_');
	}

	/** The answers under the names they have in the case. */
	static Map<String, Object> named(FormDefinition form, WorkItem item, Map<String, Object> values) {
		String prefix = (form.record() == null) ? "" : form.record() + "." + key(item) + ".";
		var named = new LinkedHashMap<String, Object>();
		values.forEach((name, value) -> named.put(prefix + name, value));
		return named;
	}

}
