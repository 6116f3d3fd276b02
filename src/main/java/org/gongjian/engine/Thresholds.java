package org.gongjian.engine;

import java.util.Map;

import org.gongjian.engine.guard.Guard;

/**
 * Numbers an administrator can change without a new version of a diagram. Conditions and
 * decision tables name them {@code param_} and the key with underscores,
 * {@code param_activity_budget_branch}.
 */
public interface Thresholds {

	/** What every such name begins with. */
	String PREFIX = Guard.PARAMETERS;

	/** The values in force now by name. */
	Map<String, Object> values();

	/** The name of a parameter in diagrams. */
	static String name(String key) {
		return PREFIX + key.replace('.', '_');
	}

}
