package org.gongjian.engine;

import java.util.List;
import java.util.Map;

/** Asks decision tables (DMN). */
public interface Rules {

	/**
	 * All hits of the newest released version of a table, in its order.
	 * @param table the decision's key, {@code pairing-eligibility}
	 * @param facts its inputs
	 */
	List<Map<String, Object>> ask(String table, Map<String, Object> facts);

}
