package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongjian.casefile.Attachments;
import org.gongjian.casefile.CaseValues;
import org.gongjian.casefile.Cases;
import org.gongjian.casefile.Numbers;
import org.gongjian.shared.Actor;
import org.gongjian.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Numbers an approved pairing and its agreement, and voids the numbers again. */
@Component
class Numbering {

	private static final Logger logger = LoggerFactory.getLogger(Numbering.class);

	private final PairingTable table;

	private final AgreementTable agreements;

	private final Numbers numbers;

	private final AgreementPaper paper;

	private final Attachments attachments;

	private final Cases cases;

	private final Clock clock;

	Numbering(PairingTable table, AgreementTable agreements, Numbers numbers, AgreementPaper paper,
			Attachments attachments, Cases cases, Clock clock) {
		this.table = table;
		this.agreements = agreements;
		this.numbers = numbers;
		this.paper = paper;
		this.attachments = attachments;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * Numbers the pairing and makes the agreement's text.
	 * @return whether it worked; if not, the numbers tried are voided
	 */
	boolean register(Pairing pairing, CaseValues data, String element) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		String number = this.numbers.next("JD", 3);
		Agreement agreement = new Agreement(UUID.randomUUID(), pairing.id(), this.numbers.next("XY", 3) + "-01", 1,
				today, null, null, null, pairing.caseNumber(), false);
		UUID file = text(pairing, agreement, number, data);
		if (file == null) {
			this.numbers.voided(number, "numbering failed");
			this.numbers.voided(agreement.number(), "numbering failed");
			return false;
		}
		this.table.approve(pairing.id(), number, "KEY".equals(data.text("priority")),
				Assessment.WAIVER.equals(data.text("eligibility")), today);
		this.agreements.insert(new Agreement(agreement.id(), pairing.id(), agreement.number(), 1, today, null, null,
				file, pairing.caseNumber(), false));
		this.cases.write(pairing.caseNumber(), Map.of("pairingNumber", number, "agreementNumber", agreement.number(),
				"agreementText", List.of(file.toString())), Actor.SYSTEM, element);
		return true;
	}

	/** The text of the agreement: the one uploaded, or one made from the lists. */
	private UUID text(Pairing pairing, Agreement agreement, String number, CaseValues data) {
		List<String> uploaded = data.texts("agreementFile");
		if (!uploaded.isEmpty()) {
			return UUID.fromString(uploaded.get(0));
		}
		try {
			byte[] pdf = this.paper.write(pairing, agreement, number, data);
			return this.attachments.store(Actor.SYSTEM, pdf, agreement.number() + ".pdf", pairing.caseNumber()).id();
		}
		catch (RuntimeException failed) {
			logger.error("The agreement of {} could not be written", pairing.caseNumber(), failed);
			return null;
		}
	}

	/** Voids the numbers; doing it twice changes nothing. */
	void voidNumbers(Pairing pairing, String reason) {
		if (pairing.number() != null) {
			this.numbers.voided(pairing.number(), reason);
		}
		for (Agreement agreement : this.agreements.of(pairing.id())) {
			if (this.agreements.voided(agreement.id())) {
				this.numbers.voided(agreement.number(), reason);
			}
		}
	}

}
