package org.gongjian.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Makes the next version of an agreement, 补充协议, when a pairing in force is adjusted. An
 * agreement that was signed is never changed.
 */
@Component
class Addenda {

	private static final Logger logger = LoggerFactory.getLogger(Addenda.class);

	private final AgreementTable agreements;

	private final Proposals proposals;

	private final AddendumPaper paper;

	private final Attachments attachments;

	private final Numbers numbers;

	private final Cases cases;

	private final Clock clock;

	Addenda(AgreementTable agreements, Proposals proposals, AddendumPaper paper, Attachments attachments,
			Numbers numbers, Cases cases, Clock clock) {
		this.agreements = agreements;
		this.proposals = proposals;
		this.paper = paper;
		this.attachments = attachments;
		this.numbers = numbers;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * Numbers and writes it; once for each case.
	 * @return whether it worked; if not, nothing is kept
	 */
	boolean make(Pairing target, CaseValues data, String caseNumber, String element) {
		List<Agreement> versions = this.agreements.of(target.id());
		if (of(versions, caseNumber).isPresent()) {
			return true;
		}
		int version = versions.stream().mapToInt(Agreement::version).max().orElse(0) + 1;
		String number = base(versions) + String.format("-%02d", version);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Time.OFFICE);
		UUID file = text(target, data, number, caseNumber);
		if (file == null) {
			return false;
		}
		this.agreements.insert(new Agreement(UUID.randomUUID(), target.id(), number, version, today, null, null, file,
				caseNumber, false));
		this.cases.write(caseNumber, Map.of("pairingNumber", target.number(), "agreementNumber", number,
				"agreementText", List.of(file.toString())), Actor.SYSTEM, element);
		return true;
	}

	private String base(List<Agreement> versions) {
		return versions.isEmpty() ? this.numbers.next("XY", 3)
				: versions.get(0).number().substring(0, versions.get(0).number().lastIndexOf('-'));
	}

	private UUID text(Pairing target, CaseValues data, String number, String caseNumber) {
		List<String> uploaded = data.texts("agreementFile");
		if (!uploaded.isEmpty()) {
			return UUID.fromString(uploaded.get(0));
		}
		try {
			byte[] pdf = this.paper.write(target, this.proposals.adjusted(target, data), number, data);
			return this.attachments.store(Actor.SYSTEM, pdf, number + ".pdf", caseNumber).id();
		}
		catch (RuntimeException failed) {
			logger.error("The addendum of {} could not be written", caseNumber, failed);
			return null;
		}
	}

	/** Voids the version made in a case; doing it twice changes nothing. */
	void voidThatOf(String caseNumber) {
		this.agreements.ofCase(caseNumber)
			.filter((agreement) -> agreement.version() > 1 && this.agreements.voided(agreement.id()))
			.ifPresent((agreement) -> this.numbers.voided(agreement.number(), "not signed: " + caseNumber));
	}

	private static Optional<Agreement> of(List<Agreement> versions, String caseNumber) {
		return versions.stream()
			.filter((agreement) -> caseNumber.equals(agreement.caseNumber()) && !agreement.voided())
			.findFirst();
	}

}
