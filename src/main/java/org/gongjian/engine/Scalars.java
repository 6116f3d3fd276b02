package org.gongjian.engine;

import java.math.BigDecimal;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * Only plain values become process variables: nothing is ever serialised into the engine.
 */
final class Scalars {

	private Scalars() {
	}

	static void require(String name, Object value) {
		boolean plain = value == null || value instanceof String || value instanceof Boolean || value instanceof Integer
				|| value instanceof Long || value instanceof Double || value instanceof Date;
		if (!plain) {
			throw new IllegalArgumentException(name + " is a " + value.getClass().getSimpleName()
					+ "; process variables are text, numbers, booleans and dates");
		}
	}

	static Map<String, Object> plain(Map<String, Object> facts) {
		var plain = new HashMap<String, Object>();
		facts.forEach((name, value) -> {
			Object scalar = (value instanceof BigDecimal amount) ? amount.doubleValue() : value;
			require(name, scalar);
			plain.put(name, scalar);
		});
		return plain;
	}

}
