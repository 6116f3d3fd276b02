package org.gongjian.plaque;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.gongjian.pairing.Measured;
import org.gongjian.pairing.Pairing;
import org.gongjian.pairing.PairingRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What all registers together know of a pairing's year. What none tells stays unknown.
 */
@Component
class YearFacts {

	private final ObjectProvider<PairingRecord> registers;

	YearFacts(ObjectProvider<PairingRecord> registers) {
		this.registers = registers;
	}

	/**
	 * By criterion; where several registers tell of one, the first that was asked.
	 * @param until the last of the twelve months
	 */
	Map<Measured.Criterion, Measured> of(Pairing pairing, LocalDate until) {
		Map<Measured.Criterion, Measured> known = new EnumMap<>(Measured.Criterion.class);
		LocalDate from = until.minusYears(1).plusDays(1);
		this.registers.orderedStream()
			.map((register) -> register.measured(pairing, from, until))
			.flatMap(List::stream)
			.forEach((measured) -> known.putIfAbsent(measured.criterion(), measured));
		return known;
	}

}
