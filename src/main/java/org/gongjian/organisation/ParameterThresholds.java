package org.gongjian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.gongjian.engine.Thresholds;
import org.gongjian.shared.Time;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets diagrams and decision tables read the numbers of the house. */
@Component
class ParameterThresholds implements Thresholds {

	private final ParameterTable table;

	private final Clock clock;

	ParameterThresholds(ParameterTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<String, Object> values() {
		Map<String, Object> values = new HashMap<>();
		this.table.numbers(LocalDate.ofInstant(this.clock.instant(), Time.OFFICE))
			.forEach((key, value) -> values.put(Thresholds.name(key), Integer.valueOf(value)));
		return values;
	}

}
