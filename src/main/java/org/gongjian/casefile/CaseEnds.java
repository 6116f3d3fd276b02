package org.gongjian.casefile;

import java.util.Locale;

import org.gongjian.engine.CaseSignals;
import org.gongjian.shared.Actor;
import org.springframework.stereotype.Component;

/** Closes a case when its process instance is over. */
@Component
class CaseEnds implements CaseSignals {

	private final Cases cases;

	CaseEnds(Cases cases) {
		this.cases = cases;
	}

	@Override
	public void ended(String caseNumber, String endElement, String status) {
		if (this.cases.find(caseNumber).isEmpty()) {
			return;
		}
		String outcome = (endElement == null) ? "TERMINATED" : outcome(endElement);
		if (this.cases.close(caseNumber, (status == null) ? "terminated" : status, outcome)) {
			this.cases.log(caseNumber, LogEntry.of(Actor.SYSTEM.username(), "CLOSED", outcome, null));
		}
	}

	private static String outcome(String endElement) {
		String plain = endElement.startsWith("end-") ? endElement.substring(4) : endElement;
		return plain.toUpperCase(Locale.ROOT).replace('-', '_');
	}

}
